import type {
  ErrorBody,
  Person,
  PersonList,
  PersonShowList,
  ShowWithItems,
  TagList,
} from '@sellary/contracts';
import { refusal, newCaller, useCallerPerTest, useTestApp } from '../../../test';

describe('People', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await operator.activeShow([{ itemNumber: '12' }, { itemNumber: '14' }, { itemNumber: '15' }]);
  });

  /** @returns the buyer's id */
  const commentAs = async (user: string, text = 'hello'): Promise<string> =>
    (await operator.say(show.id, user, text)).comment.buyer.id;
  const list = async (query = ''): Promise<PersonList> =>
    (await operator.call<PersonList>('GET', `/api/people?${query}`)).body;
  const listHandles = async (query = ''): Promise<string[]> =>
    (await list(query)).people.map(({ accounts }) => accounts.map(({ handle }) => handle).join('+'));
  const person = async (id: string): Promise<Person> =>
    (await operator.call<Person>('GET', `/api/people/${id}`)).body;
  const edit = (id: string, change: unknown) =>
    operator.call<Person & ErrorBody>('PATCH', `/api/people/${id}`, change);

  it('A buyer can be read as a person even before a profile is stored.', async () => {
    const ann = await commentAs('ann', 'sold 12');
    expect(await person(ann)).toMatchObject({
      id: ann,
      name: null,
      tags: [],
      note: null,
      language: null,
      merges: [],
      accounts: [{ buyer: { handle: 'ann', platform: 'rehearsal' }, block: null }],
      figures: { shows: 1, won: 1, waiting: 0, passed: 0, released: 0 },
    });
    const database = await app.connect();
    const { rows } = await database.query('SELECT 1 FROM people');
    expect(rows).toEqual([]);
  });

  it("The history counts a person's won, waiting, passed, and released claims per show, newest show first.", async () => {
    const ann = await commentAs('ann', 'sold 12');
    await commentAs('ann', 'sold 14');
    await commentAs('ann', 'pass 14');
    await commentAs('bob', 'sold 15');
    await commentAs('ann', 'sold 15');
    const later = await operator.activeShow([
      { itemNumber: '20', title: 'Blue dress' },
      { itemNumber: '21' },
    ]);
    await operator.say(later.id, 'ann', 'sold 20');
    const { claim } = await operator.say(later.id, 'ann', 'sold 21');
    await operator.call('POST', `/api/claims/${claim?.id}/release`, {});
    const path = `/api/people/${ann}/shows`;
    const { body } = await operator.call<PersonShowList>('GET', path);
    expect(body).toMatchObject({
      shows: [
        {
          show: { id: later.id, name: 'Test sale', status: 'active' },
          won: 1,
          waiting: 0,
          passed: 0,
          released: 1,
          items: [{ itemNumber: '20', title: 'Blue dress', quantity: 1 }],
        },
        {
          show: { id: show.id },
          won: 1,
          waiting: 1,
          passed: 1,
          released: 0,
          items: [{ itemNumber: '12', quantity: 1 }],
        },
      ],
      nextCursor: null,
    });
    expect((await person(ann)).figures).toMatchObject({
      shows: 2,
      won: 2,
      waiting: 1,
      passed: 1,
      released: 1,
    });
    const firstPage = (await operator.call<PersonShowList>('GET', `${path}?limit=1`)).body;
    const secondPage = (
      await operator.call<PersonShowList>('GET', `${path}?limit=1&cursor=${firstPage.nextCursor}`)
    ).body;
    expect([...firstPage.shows, ...secondPage.shows]).toEqual(body.shows);
    expect(secondPage.nextCursor).toBeNull();
  });

  it('The list is sorted by handle, and each buyer is on exactly one of its pages.', async () => {
    for (const user of ['dan', 'Bob', 'ann', 'eve', 'cat']) await commentAs(user);
    const allHandles = ['ann', 'Bob', 'cat', 'dan', 'eve'];
    expect(await listHandles()).toEqual(allHandles);
    const handles: string[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=2${cursor}`);
      handles.push(...page.people.map(({ accounts }) => accounts[0]?.handle ?? ''));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(handles).toEqual(allHandles);
  });

  it('The list has a next page after a handle of the maximum length.', async () => {
    const longHandle = 'ก'.repeat(200);
    for (const user of ['ann', longHandle, 'ข']) await commentAs(user);
    const { nextCursor } = await list('limit=2');
    expect(await listHandles(`limit=2&cursor=${nextCursor}`)).toEqual(['ข']);
  });

  it("A search finds any account's handle or user id, and names that operators entered.", async () => {
    const ann = await commentAs('ann.lee');
    const bob = await commentAs('bob');
    await commentAs('cat');
    await edit(bob, { name: 'Robert Lee' });
    expect(await listHandles('search=LEE')).toEqual(['ann.lee', 'bob']);
    expect(await listHandles('search=@ann')).toEqual(['ann.lee']);
    await operator.call('POST', `/api/people/${ann}/merges`, { with: await commentAs('zoe') });
    expect(await listHandles('search=zoe')).toEqual(['ann.lee+zoe']);
    expect(await listHandles('search=nobody')).toEqual([]);
  });

  it('The list can be filtered by tag and block, and a person with one blocked account is listed as blocked.', async () => {
    const [ann, bob, cat] = [await commentAs('ann'), await commentAs('bob'), await commentAs('cat')];
    await edit(ann, { tags: ['VIP', 'pickup'] });
    await edit(bob, { tags: ['vip'] });
    expect(await listHandles('tag=Vip')).toEqual(['ann', 'bob']);
    await operator.call('POST', `/api/people/${bob}/merges`, { with: cat });
    await operator.call('PUT', `/api/buyers/${cat}/block`, { block: 'review', reason: 'Never pays' });
    expect(await listHandles('blocked=true')).toEqual(['bob+cat']);
    expect(await listHandles('blocked=false')).toEqual(['ann']);
    expect(await listHandles('tag=vip&blocked=true&search=cat')).toEqual(['bob+cat']);
    expect((await person(bob)).accounts).toMatchObject([
      { block: null },
      { block: { block: 'review', reason: 'Never pays', by: { name: operator.session.user.name } } },
    ]);
    const { body } = await operator.call<TagList>('GET', '/api/people/tags');
    expect(body.tags).toEqual([
      { tag: 'vip', people: 2 },
      { tag: 'pickup', people: 1 },
    ]);
  });

  it('An edit changes only the fields that it contains, and null or blank text clears a field.', async () => {
    const ann = await commentAs('ann');
    const allFields = { name: ' Ann Lee ', tags: ['B', 'a', 'b'], note: 'Rings twice', language: 'es' };
    expect(await edit(ann, allFields)).toMatchObject({
      status: 200,
      body: { name: 'Ann Lee', tags: ['a', 'b'], note: 'Rings twice', language: 'es' },
    });
    await edit(ann, { note: '  ', language: null });
    expect(await person(ann)).toMatchObject({
      name: 'Ann Lee',
      tags: ['a', 'b'],
      note: null,
      language: null,
    });
  });

  it.each([
    [{ tags: ['a,b'] }, 'tags'],
    [{ tags: [' '] }, 'tags'],
    [{ tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'tags'],
    [{ tags: null }, 'tags'],
    [{ note: 'x'.repeat(2_001) }, 'note'],
    [{ language: 'xx' }, 'language'],
    [{ name: 7 }, 'name'],
  ])('An edit with %j is rejected.', async (change, field) => {
    const response = await edit(await commentAs('ann'), change);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect(response.body.error.details?.[0]?.field).toBe(field);
  });

  it('A hidden viewer is not in the list, but can have a profile.', async () => {
    const ann = await commentAs('ann');
    const database = await app.connect();
    await database.query('UPDATE buyers SET hidden = true WHERE id = $1', [ann]);
    expect(await listHandles()).toEqual([]);
    expect((await edit(ann, { tags: ['vip'] })).body.tags).toEqual(['vip']);
  });

  it('A workspace sees and merges only its own buyers.', async () => {
    const ann = await commentAs('ann');
    await edit(ann, { tags: ['vip'] });
    const stranger = await newCaller(app.url);
    const theirShow = await stranger.activeShow([{ itemNumber: '1' }]);
    const bob = (await stranger.say(theirShow.id, 'bob', 'hello')).comment.buyer.id;
    expect((await stranger.call<PersonList>('GET', '/api/people')).body.people).toHaveLength(1);
    expect((await stranger.call<PersonList>('GET', '/api/people?tag=vip')).body.people).toEqual([]);
    expect((await stranger.call<PersonList>('GET', '/api/people?search=ann')).body.people).toEqual([]);
    expect((await stranger.call<TagList>('GET', '/api/people/tags')).body.tags).toEqual([]);
    for (const [method, path, body] of [
      ['GET', `/api/people/${ann}`, undefined],
      ['GET', `/api/people/${ann}/shows`, undefined],
      ['PATCH', `/api/people/${ann}`, { tags: [] }],
      ['POST', `/api/people/${bob}/merges`, { with: ann }],
      ['POST', `/api/people/${ann}/merges`, { with: bob }],
      ['GET', `/api/people/${bob}/merge-preview?with=${ann}`, undefined],
    ] as const) {
      expect(await stranger.call(method, path, body)).toMatchObject({ status: 404 });
    }
    expect((await person(ann)).tags).toEqual(['vip']);
  });
});
