import type { BasketList, BlockedBuyerList, Person, PersonList, Show } from '@sellary/contracts';
import type { Client } from 'pg';
import { Clock } from '../../kernel';
import { eventually, liveComment, useCallerPerTest, useTwoApps } from '../../../test';
import { ClaimIntake } from '../intake/claim-intake';
import { RetentionJob } from './retention.job';

const DAY = 24 * 3_600_000;

describe('Retention', () => {
  const [app, secondApp] = useTwoApps();
  const owner = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  async function endedShow(): Promise<Show> {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'bella', 'sold 1');
    await owner.say(show.id, 'tess', 'sold 1');
    await owner.call('POST', `/api/claims/${claim?.id}/release`, {});
    return (await owner.call<Show>('POST', `/api/shows/${show.id}/stop`)).body;
  }

  async function runRetentionAfterDays(days: number, apps = [app]): Promise<void> {
    const now = Date.now() + days * DAY;
    for (const instance of apps) jest.spyOn(instance.nest.get(Clock), 'now').mockImplementation(() => now);
    await Promise.all(apps.map((instance) => instance.nest.get(RetentionJob).run()));
    jest.restoreAllMocks();
  }

  const isKept = async (show: Show): Promise<boolean> =>
    (await owner.call('GET', `/api/shows/${show.id}`)).status === 200;
  async function rowCounts(showId: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of [
      'claims',
      'comments',
      'show_items',
      'show_sources',
      'show_events',
      'source_readings',
    ]) {
      const { rows } = await database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE show_id = $1`,
        [showId],
      );
      counts[table] = rows[0]?.n ?? -1;
    }
    return counts;
  }
  const personIds = async (): Promise<string[]> =>
    (await owner.call<PersonList>('GET', '/api/people')).body.people.map(({ id }) => id);
  const keepFor = (retentionDays: number | null): Promise<unknown> =>
    owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, { settings: { retentionDays } });

  it('A show is deleted when its retention period ends, not a day earlier, and never while it is running.', async () => {
    const [old, running] = [await endedShow(), await owner.activeShow([])];
    await runRetentionAfterDays(89);
    expect(await isKept(old)).toBe(true);
    await runRetentionAfterDays(90);
    expect(await isKept(old)).toBe(false);
    expect(await isKept(running)).toBe(true);
    expect(Object.values(await rowCounts(old.id))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('A number of days set by the workspace replaces the default.', async () => {
    await keepFor(400);
    const old = await endedShow();
    await runRetentionAfterDays(399);
    expect(await isKept(old)).toBe(true);
    await keepFor(null);
    await runRetentionAfterDays(399);
    expect(await isKept(old)).toBe(false);
  });

  it('The audit log keeps the totals and the actions, but does not name viewers.', async () => {
    const old = await endedShow();
    const { rows: head } = await database.query<{ hash: string }>(
      `SELECT encode(head_hash, 'hex') AS hash FROM shows WHERE id = $1`,
      [old.id],
    );
    await runRetentionAfterDays(91);
    const entries = await owner.readAudit(`showId=${old.id}`);
    expect(entries[0]).toMatchObject({
      action: 'show.purge',
      user: { kind: 'engine', reason: 'Retention' },
      before: {
        name: old.name,
        stats: { claims: 2, comments: 2 },
        lastSeq: old.lastSeq,
        headHash: head[0]?.hash,
      },
    });
    const release = entries.find((entry) => entry.action === 'claim.release');
    expect(release).toMatchObject({ user: { name: owner.session.user.name }, before: null, after: null });
    expect(JSON.stringify(entries)).not.toMatch(/bella|tess/);
    const { rows: buyers } = await database.query('SELECT 1 FROM buyers WHERE workspace_id = $1', [
      owner.session.workspace.id,
    ]);
    expect(buyers).toEqual([]);
  });

  it('A buyer who also commented in a stored show is kept.', async () => {
    const old = await endedShow();
    const keptShow = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(keptShow.id, 'bella', 'sold 1');
    await runRetentionAfterDays(91);
    expect(await isKept(old)).toBe(false);
    const { rows } = await database.query('SELECT handle FROM buyers WHERE workspace_id = $1', [
      owner.session.workspace.id,
    ]);
    expect(rows).toEqual([{ handle: 'bella' }]);
  });

  it('A block outlasts the stored shows, until the buyer is erased.', async () => {
    await endedShow();
    const { body } = await owner.call<PersonList>('GET', '/api/people?search=bella');
    const id = body.people[0]?.id;
    await owner.call('PUT', `/api/buyers/${id}/block`, { block: 'refuse', reason: 'Never pays' });
    await runRetentionAfterDays(91);
    const path = `/api/workspaces/${owner.session.workspace.id}`;
    const blocked = await owner.call<BlockedBuyerList>('GET', `${path}/blocked-buyers`);
    expect(blocked.body.blockedBuyers).toMatchObject([{ buyer: { id, handle: 'bella' } }]);
    const viewer = { platform: 'rehearsal', platformUserId: 'bella' };
    expect((await owner.call('POST', `${path}/erasures`, viewer)).status).toBe(200);
    await runRetentionAfterDays(91);
    expect((await database.query('SELECT 1 FROM buyers WHERE id = $1', [id])).rows).toEqual([]);
  });

  it("A buyer's profile and its audited values are deleted with the buyer.", async () => {
    const old = await endedShow();
    const { body } = await owner.call<PersonList>('GET', '/api/people?search=bella');
    await owner.call('PATCH', `/api/people/${body.people[0]?.id}`, { note: 'A zebra at the door' });
    await runRetentionAfterDays(91);
    expect(await isKept(old)).toBe(false);
    expect((await owner.call<PersonList>('GET', '/api/people')).body.people).toEqual([]);
    const entries = await owner.readAudit();
    expect(entries.map(({ action }) => action)).toContain('person.update');
    expect(JSON.stringify(entries)).not.toContain('zebra');
  });

  it("A hidden viewer's paid basket is kept, and it stays with the viewer when the viewer becomes known later.", async () => {
    const show = await owner.activeShow([{ itemNumber: '1', price: 990 }], { currency: 'EUR' });
    const say = (author: { userId: string; handle: string } | null) =>
      app.nest.get(ClaimIntake).submit(show.id, [liveComment(show, { commentId: 'c1', author })]);
    const baskets = async () => (await owner.call<BasketList>('GET', '/api/baskets')).body.baskets;
    await say(null);
    const [basket] = await baskets();
    await owner.call('POST', '/api/baskets/pay', { baskets: [{ id: basket?.id, version: basket?.version }] });
    await say({ userId: 'id-ann', handle: 'ann' });
    await runRetentionAfterDays(2);
    expect(await baskets()).toMatchObject([
      { id: basket?.id, state: 'paid', total: 990, number: 1, buyer: { accounts: [{ handle: 'ann' }] } },
    ]);
  });

  it('A person keeps all accounts while one of them has claims or comments in a stored show.', async () => {
    await endedShow();
    const keptShow = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(keptShow.id, 'tess', 'sold 1');
    const [bella, tess] = await personIds();
    await owner.call('PATCH', `/api/people/${bella}`, { tags: ['vip'] });
    await owner.call('POST', `/api/people/${bella}/merges`, { with: tess });
    await runRetentionAfterDays(91);
    await runRetentionAfterDays(93);
    expect((await owner.call<Person>('GET', `/api/people/${tess}`)).body).toMatchObject({
      tags: ['vip'],
      accounts: [{ buyer: { handle: 'bella' } }, { buyer: { handle: 'tess' } }],
    });
    await owner.call('POST', `/api/shows/${keptShow.id}/stop`);
    await runRetentionAfterDays(186);
    expect((await owner.call('GET', `/api/people/${tess}`)).status).toBe(404);
  });

  it("A basket keeps its number while one of its person's accounts has claims.", async () => {
    await endedShow();
    const keptShow = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(keptShow.id, 'tess', 'sold 1');
    const [bella, tess] = await personIds();
    await owner.call('POST', `/api/people/${bella}/merges`, { with: tess });
    const numbers = async (): Promise<number[]> =>
      (await owner.call<BasketList>('GET', `/api/baskets?show=${keptShow.id}`)).body.baskets.map(
        ({ number }) => number,
      );
    expect(await numbers()).toEqual([1]);
    await runRetentionAfterDays(91);
    await runRetentionAfterDays(93);
    expect(await numbers()).toEqual([1]);
  });

  it('The audit log keeps the values of a basket whose person is kept.', async () => {
    await endedShow();
    const keptShow = await owner.activeShow([{ itemNumber: '1', price: 990 }], { currency: 'EUR' });
    await owner.say(keptShow.id, 'tess', 'sold 1');
    const [bella, tess] = await personIds();
    await owner.call('POST', `/api/people/${bella}/merges`, { with: tess });
    const { baskets } = (await owner.call<BasketList>('GET', `/api/baskets?show=${keptShow.id}`)).body;
    await owner.call('POST', '/api/baskets/pay', {
      baskets: baskets.map(({ id, version }) => ({ id, version })),
    });
    await runRetentionAfterDays(91);
    const entries = await owner.readAudit();
    const payments = entries.filter(({ entityType }) => entityType === 'basket');
    expect(payments).toHaveLength(1);
    expect(payments[0]?.after).not.toBeNull();
  });

  it('A comment is not lost if its buyer is removed between the read and the write.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(show.id, 'bella', 'sold 1', { commentId: 'first' });
    // As if the buyer had commented only in an earlier show, which retention has deleted.
    await database.query('DELETE FROM claims WHERE show_id = $1', [show.id]);
    await database.query('DELETE FROM comments WHERE show_id = $1', [show.id]);
    await database.query('BEGIN');
    await database.query('DELETE FROM buyers WHERE workspace_id = $1', [owner.session.workspace.id]);
    const submission = owner.say(show.id, 'bella', 'hello', { commentId: 'second' });
    const watcher = await app.connect();
    const blockedQuery = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
    await eventually(
      () => watcher.query(blockedQuery),
      ({ rowCount }) => rowCount === 1,
    );
    await database.query('COMMIT');
    expect(await submission).toMatchObject({
      outcome: 'ignored',
      comment: { commentId: 'second', buyer: { handle: 'bella' } },
    });
  });

  it('Two processes delete each show only once, and no show is deleted while another process holds the lock.', async () => {
    const shows = [await endedShow(), await endedShow(), await endedShow()];
    await database.query(`SELECT pg_advisory_lock(hashtextextended('sellary retention', 0))`);
    await runRetentionAfterDays(91);
    expect(await isKept(shows[0] as Show)).toBe(true);
    await database.query(`SELECT pg_advisory_unlock(hashtextextended('sellary retention', 0))`);
    await runRetentionAfterDays(91, [app, secondApp]);
    await runRetentionAfterDays(91);
    const entries = await owner.readAudit('action=show.purge');
    expect(entries.map((entry) => entry.entityId).sort()).toEqual(shows.map((show) => show.id).sort());
  });
});
