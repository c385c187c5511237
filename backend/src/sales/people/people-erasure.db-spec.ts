import type { MergeResult, Person, PersonList, ShowWithItems } from '@sellary/contracts';
import { useCallerPerTest, useTestApp } from '../../../test';

describe('Erasing a viewer who has a profile', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let show: ShowWithItems;
  let ann: string;
  let bob: string;

  beforeEach(async () => {
    show = await owner.activeShow([{ itemNumber: '12' }]);
    [ann, bob] = [await commentAs('ann'), await commentAs('bob')];
  });

  /** @returns the buyer's id */
  const commentAs = async (user: string): Promise<string> =>
    (await owner.say(show.id, user, 'hello')).comment.buyer.id;
  const person = (id: string) => owner.call<Person>('GET', `/api/people/${id}`);
  const merge = (id: string, other: string) =>
    owner.call<MergeResult>('POST', `/api/people/${id}/merges`, { with: other });
  const handles = async (): Promise<string[]> =>
    (await owner.call<PersonList>('GET', '/api/people')).body.people.map(({ accounts }) =>
      accounts.map(({ handle }) => handle).join('+'),
    );

  /** Reads all rows, as text, from the tables that may mention the person. */
  async function storedTexts(): Promise<string> {
    const database = await app.connect();
    const texts: string[] = [];
    for (const table of ['people', 'person_accounts', 'person_merges', 'audit_log']) {
      const { rows } = await database.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE workspace_id = $1`,
        [owner.session.workspace.id],
      );
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  }

  it('The name, tags, and note are removed, including from the audit log, and the buyer is no longer found.', async () => {
    await owner.call('PATCH', `/api/people/${ann}`, {
      name: 'Ann Zebra',
      tags: ['zebra'],
      note: 'A zebra at the door',
      language: 'es',
    });
    expect(await storedTexts()).toMatch(/zebra/i);
    expect((await owner.erase('ann')).status).toBe(200);
    expect(await storedTexts()).not.toMatch(/zebra/i);
    expect((await person(ann)).status).toBe(404);
    expect(await handles()).toEqual(['bob']);
    const entries = await owner.readAudit('action=person.update');
    expect(entries).toMatchObject([{ entityId: ann, before: null, after: null }]);
  });

  it.each([
    ['first', 'ann', 'bob'],
    ['merged', 'bob', 'ann'],
  ])('Erasing the %s account removes the profile and the merge.', async (_, erased, remaining) => {
    await owner.call('PATCH', `/api/people/${ann}`, { note: 'A zebra at the door' });
    await owner.call('PATCH', `/api/people/${bob}`, { tags: ['zebra'] });
    await merge(ann, bob);
    await owner.erase(erased);
    expect(await storedTexts()).not.toMatch(/zebra/i);
    expect(await handles()).toEqual([remaining]);
    const { body } = await person(remaining === 'ann' ? ann : bob);
    expect(body).toMatchObject({ tags: [], note: null, merges: [] });
  });

  it('Merges with an erased viewer are rejected.', async () => {
    await owner.erase('bob');
    expect((await merge(ann, bob)).status).toBe(404);
    expect((await merge(bob, ann)).status).toBe(404);
  });

  it("Merges and edits during an erasure leave none of the viewer's data behind.", async () => {
    for (let round = 0; round < 5; round++) {
      const [remainingId, erasedId] = [await commentAs(`one-${round}`), await commentAs(`two-${round}`)];
      const note = { note: 'A zebra at the door' };
      const responses = await Promise.all([
        merge(remainingId, erasedId),
        owner.call('PATCH', `/api/people/${erasedId}`, note),
        owner.erase(`two-${round}`),
        owner.call('PATCH', `/api/people/${remainingId}`, note),
        merge(erasedId, remainingId),
      ]);
      for (const { status } of responses) expect([200, 201, 404, 409]).toContain(status);
      expect((await person(erasedId)).status).toBe(404);
      expect((await person(remainingId)).body.accounts).toHaveLength(1);
      expect(await handles()).toContain(`one-${round}`);
      const database = await app.connect();
      const { rows } = await database.query(
        `SELECT 1 FROM people WHERE id = $1 UNION ALL SELECT 1 FROM person_accounts WHERE $1 IN (buyer_id, person_id)
         UNION ALL SELECT 1 FROM person_merges WHERE $1 IN (person_id, joined_id)
         UNION ALL SELECT 1 FROM audit_log WHERE entity_id = $1 AND entity_type = 'person' AND coalesce(before, after) IS NOT NULL`,
        [erasedId],
      );
      expect(rows).toEqual([]);
    }
  });
});
