import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Transactions } from '../../kernel';
import { runEventfulShow, useCaller, useTestApp } from '../../../test';
import { RuleCatalog } from '../../shows';
import { Replay, type ReplayReport } from './replay';
import { reparse } from './reparse';

describe('Replaying a show', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  const replay = (showId: string): Promise<ReplayReport> =>
    new Transactions(app.nest.get(DataSource)).snapshot((tx) => new Replay(tx, showId).run());

  it('A replay reproduces the stored state of a show with every kind of act.', async () => {
    const { id } = await runEventfulShow(operator);
    expect(await replay(id)).toMatchObject({ differences: [], comments: 17, redacted: 0 });
  });

  it('A replay reports a ledger row whose text was changed.', async () => {
    const { id } = await runEventfulShow(operator);
    const { rows } = await database.query<{ seq: number }>(
      `UPDATE show_events SET payload = replace(payload::text, 'ann', 'bob')::json
       WHERE show_id = $1 AND seq = (SELECT min(seq) FROM show_events WHERE show_id = $1 AND type = 'comment.received') RETURNING seq`,
      [id],
    );
    expect((await replay(id)).differences).toContainEqual(expect.stringContaining(`row ${rows[0]?.seq} `));
  });

  it('A replay reports a claim whose status was changed in the database.', async () => {
    const { id } = await runEventfulShow(operator);
    const { rows } = await database.query<{ id: string }>(
      `UPDATE claims SET status = 'released' WHERE id = (SELECT id FROM claims WHERE show_id = $1 AND status = 'winner' LIMIT 1) RETURNING id`,
      [id],
    );
    expect((await replay(id)).differences).toContainEqual(
      expect.stringContaining(`claims ${rows[0]?.id}: status`),
    );
  });

  it('A replay reports comments whose text or time was changed, and an added comment.', async () => {
    const { id } = await runEventfulShow(operator);
    const commentBy = async (handle: string): Promise<string> => {
      const { rows } = await database.query<{ id: string }>(
        'SELECT m.id FROM comments m JOIN buyers b ON b.id = m.buyer_id WHERE m.show_id = $1 AND b.handle = $2 ORDER BY m.id',
        [id, handle],
      );
      return rows[0]?.id ?? '';
    };
    const [eve, hal] = [await commentBy('eve'), await commentBy('hal')];
    await database.query("UPDATE comments SET text = 'never mind' WHERE id = $1", [eve]);
    await database.query(
      "UPDATE comments SET commented_at = commented_at - interval '1 second' WHERE id = $1",
      [hal],
    );
    await database.query(
      `INSERT INTO comments SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'platform_comment_id', 'made up', 'batch', 9999))).*
       FROM comments m WHERE m.id = $1`,
      [eve],
    );
    const { differences } = await replay(id);
    expect(differences).toContainEqual(expect.stringContaining(`comments ${eve}: text`));
    expect(differences).toContainEqual(expect.stringContaining(`comments ${hal}: commented_at`));
    expect(differences).toContainEqual('18 comments are stored, but the ledger contains 17');
  });

  it("A replay compares a buyer's name only if no other show recorded the name later.", async () => {
    const earlier = await runEventfulShow(operator);
    const later = await operator.activeShow([{ itemNumber: '12' }]);
    const { comment } = await operator.say(later.id, 'ann', 'sold 12', { userHandle: 'ann.the.second' });
    expect((await replay(earlier.id)).differences).toEqual([]);
    expect((await replay(later.id)).differences).toEqual([]);
    await database.query("UPDATE buyers SET handle = 'bob' WHERE id = $1", [comment.buyer.id]);
    expect((await replay(later.id)).differences).toEqual([
      `buyers ${comment.buyer.id}: handle does not match the ledger`,
    ]);
  });

  it('A replay detects a missing ledger row.', async () => {
    const { id } = await runEventfulShow(operator);
    await database.query('DELETE FROM show_events WHERE show_id = $1 AND seq = 9', [id]);
    expect((await replay(id)).differences).toContainEqual(expect.stringContaining('chain is broken'));
  });

  it('A comment whose stored quantity or variant differs from what the grammar reads today is listed.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', variants: 'S 2, M 2' }]);
    await operator.say(show.id, 'ann', 'sold 12 S');
    await operator.say(show.id, 'bob', 'sold 12 M');
    await operator.say(show.id, 'cat', 'sold 12 M x2');
    await database.query(
      `UPDATE comments SET parsed = replace(replace(parsed::text, '"S"', '"M"'), '"qty":2', '"qty":1')::json
       WHERE show_id = $1`,
      [show.id],
    );
    const differences = await new Transactions(app.nest.get(DataSource)).snapshot((tx) =>
      reparse(tx, show.id, app.nest.get(RuleCatalog)),
    );
    expect(differences).toEqual([
      { text: 'sold 12 S', then: 'auto claim 12 M ×1', now: 'auto claim 12 S ×1' },
      { text: 'sold 12 M x2', then: 'auto claim 12 M ×1', now: 'auto claim 12 M ×2' },
    ]);
  });
});
