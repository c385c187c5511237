import type { Client } from 'pg';
import type { Claim, Item } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Transactions } from '../../kernel';
import { type Caller, newCaller, startTestApp, type TestApp } from '../../testing';
import { Replay, type ReplayReport } from './replay';

describe('Replaying a show', () => {
  let app: TestApp;
  let operator: Caller;
  let database: Client;

  beforeAll(async () => {
    app = await startTestApp();
    operator = await newCaller(app.url);
    database = await app.connect();
  });
  afterAll(() => app.close());

  const replay = (showId: string): Promise<ReplayReport> =>
    new Transactions(app.nest.get(DataSource)).snapshot((tx) => new Replay(tx, showId).run());

  /** A show in which every kind of act has happened. */
  async function eventfulShow(): Promise<{ id: string; item: Item }> {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }, { itemNumber: 'A-7' }]);
    const item = show.items[0] as Item;
    for (const user of ['ann', 'bob', 'cat', 'dan', 'eve']) await operator.say(show.id, user, 'sold 12');
    await operator.say(show.id, 'ann', 'pass 12');
    await operator.say(show.id, 'fay', 'sold 99');
    await operator.say(show.id, 'gus', 'sold 99');
    await operator.call('POST', `/api/shows/${show.id}/items`, { items: [{ itemNumber: '99' }] });
    const { body } = await operator.call<{ claims: Claim[] }>('GET', `/api/shows/${show.id}/items/${item.id}/claims`);
    const { body: released } = await operator.call<{ actSeq: number }>('POST', `/api/claims/${body.claims[0]?.id}/release`, {});
    await operator.call('POST', `/api/shows/${show.id}/acts/${released.actSeq}/undo`);
    const { body: raised } = await operator.call<{ actSeq: number }>('PATCH', `/api/shows/${show.id}/items/${item.id}`, {
      totalQuantity: 4,
    });
    await operator.call('POST', `/api/shows/${show.id}/acts/${raised.actSeq}/undo`);
    await operator.call('PATCH', `/api/claims/${body.claims[1]?.id}`, { flagged: true });
    await operator.call('POST', `/api/shows/${show.id}/pause`);
    await operator.say(show.id, 'hal', 'sold A7');
    await operator.call('POST', `/api/shows/${show.id}/resume`);
    await operator.call('PATCH', `/api/shows/${show.id}`, { maxClaimsPerComment: 3 });
    await operator.say(show.id, 'hal', 'sold A7 and sold 12');
    await operator.call('POST', `/api/shows/${show.id}/items/${item.id}/award`, { userHandle: 'zoe' });
    await operator.call('POST', `/api/shows/${show.id}/stop`);
    return { id: show.id, item };
  }

  it('leads exactly to the stored state, whatever happened in it', async () => {
    const { id } = await eventfulShow();
    expect(await replay(id)).toMatchObject({ differences: [], comments: 10, redacted: 0 });
  });

  it('names the row whose text was changed afterwards', async () => {
    const { id } = await eventfulShow();
    await database.query(`UPDATE show_events SET payload = replace(payload::text, 'ann', 'bob')::json WHERE show_id = $1 AND seq = 5`, [
      id,
    ]);
    expect((await replay(id)).differences).toContainEqual(expect.stringContaining('row 5 '));
  });

  it('names a claim that was given to somebody else behind its back', async () => {
    const { id } = await eventfulShow();
    const { rows } = await database.query<{ id: string }>(
      `UPDATE claims SET status = 'released' WHERE id = (SELECT id FROM claims WHERE show_id = $1 AND status = 'winner' LIMIT 1) RETURNING id`,
      [id],
    );
    expect((await replay(id)).differences).toContainEqual(expect.stringContaining(`claim ${rows[0]?.id}`));
  });

  it('names a comment that was rewritten, given to somebody else, or made up afterwards', async () => {
    const { id } = await eventfulShow();
    const commentBy = async (handle: string): Promise<string> => {
      const { rows } = await database.query<{ id: string }>(
        'SELECT m.id FROM comments m JOIN buyers b ON b.id = m.buyer_id WHERE m.show_id = $1 AND b.handle = $2 ORDER BY m.id',
        [id, handle],
      );
      return rows[0]?.id ?? '';
    };
    const [eve, hal] = [await commentBy('eve'), await commentBy('hal')];
    await database.query("UPDATE comments SET text = 'never mind' WHERE id = $1", [eve]);
    await database.query("UPDATE comments SET commented_at = commented_at - interval '1 second' WHERE id = $1", [hal]);
    await database.query(
      `INSERT INTO comments SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'platform_comment_id', 'made up', 'batch', 9999))).*
       FROM comments m WHERE m.id = $1`,
      [eve],
    );
    const { differences } = await replay(id);
    expect(differences).toContainEqual(expect.stringContaining(`comment ${eve}: differs from row`));
    expect(differences).toContainEqual(expect.stringContaining(`comment ${hal}: differs from row`));
    expect(differences).toContainEqual('11 comments are stored, 10 follow from the record');
  });

  it('notices a row taken out of the middle', async () => {
    const { id } = await eventfulShow();
    await database.query('DELETE FROM show_events WHERE show_id = $1 AND seq = 9', [id]);
    expect((await replay(id)).differences).toContainEqual(expect.stringContaining('chain is broken'));
  });
});
