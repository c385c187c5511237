import type {
  MergePreview,
  MergeResult,
  Person,
  PersonList,
  ShowWithItems,
  UnmergeResult,
} from '@sellary/contracts';
import { type Answer, refusal, replayDifferences, useCallerPerTest, useTestApp } from '../../../test';

describe('Merging people', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;
  let ann: string;
  let bob: string;
  let cat: string;

  beforeEach(async () => {
    show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 3 }, { itemNumber: '14' }]);
    [ann, bob, cat] = [
      await commentAs('ann', 'sold 12'),
      await commentAs('bob', 'sold 12'),
      await commentAs('cat'),
    ];
  });

  /** @returns the buyer's id */
  const commentAs = async (user: string, text = 'hello'): Promise<string> =>
    (await operator.say(show.id, user, text)).comment.buyer.id;
  const person = async (id: string): Promise<Person> =>
    (await operator.call<Person>('GET', `/api/people/${id}`)).body;
  const edit = (id: string, change: unknown) => operator.call('PATCH', `/api/people/${id}`, change);
  const merge = (id: string, other: string): Promise<Answer<MergeResult>> =>
    operator.call<MergeResult>('POST', `/api/people/${id}/merges`, { with: other });
  const unmerge = (id: string, mergeId: string): Promise<Answer<UnmergeResult>> =>
    operator.call<UnmergeResult>('DELETE', `/api/people/${id}/merges/${mergeId}`);
  const handlesOf = ({ accounts }: Person): string[] => accounts.map(({ buyer: { handle } }) => handle);
  const listPeople = async () => (await operator.call<PersonList>('GET', '/api/people')).body;

  it("A merge gives two people's accounts to one person, who can be found by each account's id.", async () => {
    await edit(ann, { tags: ['vip'], note: 'Rings twice' });
    await edit(bob, { tags: ['pickup'], note: 'Pays in cash', language: 'es' });
    const { status, body } = await merge(ann, bob);
    expect(status).toBe(201);
    expect(body.person).toMatchObject({
      id: ann,
      tags: ['pickup', 'vip'],
      note: 'Rings twice\n\nPays in cash',
      language: 'es',
      figures: { shows: 1, won: 2 },
      merges: [{ id: body.mergeId, by: { name: 'Olga Operator' }, accounts: [{ id: bob }], canUndo: true }],
    });
    expect(handlesOf(body.person)).toEqual(['ann', 'bob']);
    expect(await person(bob)).toEqual(await person(ann));
    expect((await listPeople()).people.map(({ id }) => id)).toEqual([ann, cat]);
  });

  it('The preview shows what the merge would do, and changes nothing.', async () => {
    await edit(ann, { tags: ['vip'] });
    await edit(bob, { name: 'Robert', tags: ['pickup'] });
    const before = await listPeople();
    const { body: preview } = await operator.call<MergePreview>(
      'GET',
      `/api/people/${ann}/merge-preview?with=${bob}`,
    );
    expect(preview).toMatchObject({ kept: { id: ann }, joined: { id: bob } });
    expect(await listPeople()).toEqual(before);
    const { person: merged } = (await merge(ann, bob)).body;
    expect(merged).toMatchObject(preview.result);
    expect(merged.accounts).toEqual(preview.accounts);
  });

  it('Undoing a merge restores both people exactly.', async () => {
    await edit(bob, { name: 'Robert', tags: ['pickup'], note: 'Pays in cash' });
    const earlierMerge = (await merge(bob, cat)).body;
    await edit(ann, { tags: ['vip'], note: 'Rings twice' });
    const before = [await person(ann), await person(bob), await listPeople()];
    const { mergeId } = (await merge(ann, bob)).body;
    expect(handlesOf(await person(cat))).toEqual(['ann', 'bob', 'cat']);
    const { status, body } = await unmerge(ann, mergeId);
    expect(status).toBe(200);
    expect([body.kept, body.separated, await listPeople()]).toEqual(before);
    expect(handlesOf((await unmerge(bob, earlierMerge.mergeId)).body.separated)).toEqual(['cat']);
  });

  it('When a merge is undone, changes made since the merge stay with the kept person.', async () => {
    await edit(ann, { tags: ['vip'] });
    await edit(bob, { tags: ['pickup'], note: 'Pays in cash' });
    const { mergeId } = (await merge(ann, bob)).body;
    await edit(bob, { tags: ['pickup', 'new'], language: 'th' });
    const { kept, separated } = (await unmerge(ann, mergeId)).body;
    expect(kept).toMatchObject({ tags: ['new'], note: null, language: 'th' });
    expect(separated).toMatchObject({ tags: ['pickup'], note: 'Pays in cash', language: null });
  });

  it('Merges can be undone only in reverse order, and each only once.', async () => {
    const firstMergeId = (await merge(ann, bob)).body.mergeId;
    const secondMergeId = (await merge(ann, cat)).body.mergeId;
    expect((await person(ann)).merges.map(({ canUndo }) => canUndo)).toEqual([true, false]);
    expect(await unmerge(ann, firstMergeId)).toMatchObject(refusal(409, 'UNDO_STALE'));
    expect((await unmerge(ann, secondMergeId)).status).toBe(200);
    expect((await unmerge(ann, secondMergeId)).status).toBe(404);
    expect((await unmerge(ann, firstMergeId)).status).toBe(200);
    expect((await listPeople()).people.map(({ id }) => id)).toEqual([ann, bob, cat]);
  });

  it('Two accounts of the same person cannot be merged again.', async () => {
    await merge(ann, bob);
    for (const [id, other] of [
      [ann, ann],
      [ann, bob],
      [bob, ann],
    ] as const) {
      expect(await merge(id, other)).toMatchObject(refusal(409, 'ALREADY_MERGED'));
    }
  });

  it('A merge that would exceed a limit is rejected and changes nothing.', async () => {
    const tags = (letter: string) => Array.from({ length: 11 }, (_, n) => `${letter}${n}`);
    await edit(ann, { tags: tags('a') });
    await edit(bob, { tags: tags('b') });
    expect(await merge(ann, bob)).toMatchObject(refusal(409, 'LIMIT_REACHED'));
    await edit(bob, { tags: [], note: 'x'.repeat(1_500) });
    await edit(ann, { tags: [], note: 'y'.repeat(1_500) });
    expect((await merge(ann, bob)).status).toBe(409);
    expect((await listPeople()).people).toHaveLength(3);
  });

  it('A merge does not change claims. Each account still claims separately, and the replay finds no difference.', async () => {
    await merge(ann, bob);
    expect(await operator.say(show.id, 'ann', 'sold 14')).toMatchObject({ outcome: 'winner' });
    expect(await operator.say(show.id, 'bob', 'sold 14')).toMatchObject({ outcome: 'waitlist' });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('If five merges of three people run concurrently, two of them unite all three and the others are rejected.', async () => {
    const responses = await Promise.all([
      merge(ann, bob),
      merge(bob, ann),
      merge(ann, bob),
      merge(bob, cat),
      merge(cat, ann),
    ]);
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 409, 409, 409]);
    const [mergedPerson] = (await listPeople()).people;
    expect(mergedPerson?.accounts.map(({ handle }) => handle).sort()).toEqual(['ann', 'bob', 'cat']);
    expect((await listPeople()).people).toHaveLength(1);
  });

  it('Simultaneous requests to undo a merge undo it only once.', async () => {
    await edit(ann, { tags: ['vip'] });
    const before = await listPeople();
    const { mergeId } = (await merge(ann, bob)).body;
    const responses = await Promise.all([1, 2, 3, 4].map(() => unmerge(ann, mergeId)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    expect(await listPeople()).toEqual(before);
  });
});
