import type { ErrorBody, Show, SourceInput } from '@sellary/contracts';
import { eventually, SimulatedPlatform } from '..';
import { TwoProcesses } from './two-processes';

jest.setTimeout(180_000);

describe('A frozen process', () => {
  let platform: SimulatedPlatform;
  let product: TwoProcesses;

  beforeAll(async () => {
    platform = await SimulatedPlatform.start();
    product = await TwoProcesses.start(platform.env);
  });
  afterEach(() => product.wake());
  afterAll(async () => {
    await product.stop();
    await platform.close();
  });

  it('When a process freezes in a transaction, another takes over its show, and nothing is lost or duplicated.', async () => {
    await product.second.start();
    const show = await product.owner.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    expect((await product.say(product.first, show, 'carl', 'c-0')).status).toBe(200);
    // While it holds the show's lock, the first process waits for the row of a buyer whose name is changing.
    await product.database.query('BEGIN');
    await product.database.query("SELECT id FROM buyers WHERE platform_user_id = 'carl' FOR UPDATE");
    const renamed = {
      showId: show.id,
      userId: 'carl',
      userHandle: 'carl the second',
      text: 'sold 1',
      commentId: 'c-1',
    };
    const interrupted = product.ask<ErrorBody>(
      product.first,
      'POST',
      '/api/debug/emit-comment',
      renamed,
      60_000,
    );
    await eventually(
      async () => {
        // Inside a transaction, PostgreSQL keeps returning the statistics from the first read.
        await product.database.query('SELECT pg_stat_clear_snapshot()');
        return (
          await product.database.query(
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%buyers%'",
          )
        ).rows.length;
      },
      (waiting) => waiting > 0,
    );
    product.first.freeze();
    await product.database.query('ROLLBACK');
    expect((await product.say(product.second, show, 'dora', 'd-0', 5_000)).status).toBe(200);
    product.first.wake();
    expect((await interrupted).status).toBe(503);
    await product.untilReady(product.first);
    expect((await product.ask(product.first, 'POST', '/api/debug/emit-comment', renamed)).status).toBe(200);
    expect(await Promise.all(['c-0', 'c-1', 'd-0'].map((id) => product.timesStored(show, id)))).toEqual([
      1, 1, 1,
    ]);
    expect((await product.replay(show)).differences).toEqual([]);
  });

  describe('A frozen process that was reading a source', () => {
    let show: Show;
    let source: SourceInput;

    const reads = () => platform.callsTo(/\/comments/);
    const leaseOwner = async (): Promise<string | null> =>
      (
        await product.database.query<{ owner: string }>(
          'SELECT owner FROM source_leases WHERE key LIKE $1 AND until > clock_timestamp()',
          [`%${show.id}%`],
        )
      ).rows[0]?.owner ?? null;

    beforeAll(async () => {
      await product.second.kill();
      const [connection] = await platform.connect(product.first.url, product.owner, 'facebook');
      await product.owner.call('PATCH', `/api/workspaces/${product.owner.session.workspace.id}`, {
        settings: { pollIntervalSeconds: 2 },
      });
      const broadcast = platform.control.broadcasts.create({ owner: connection?.externalAccountId ?? '' });
      source = { platform: 'facebook', liveId: broadcast.id, connectionId: connection?.id ?? '' };
    });
    beforeEach(async () => {
      show = await product.owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], { sources: [source] });
      await eventually(leaseOwner, (found) => found !== null);
    });
    afterEach(async () => {
      await product.ask(product.first, 'POST', `/api/shows/${show.id}/stop`, {});
      // Ends the stopped show's final scans.
      await product.database.query('UPDATE source_readings SET final_sweeps = 3');
    });

    it('Another process takes over within seconds, and the first process does not read the source when it resumes.', async () => {
      const before = await leaseOwner();
      await product.second.start();
      product.first.freeze();
      const frozenAt = Date.now();
      await eventually(leaseOwner, (found) => found !== null && found !== before);
      expect(Date.now() - frozenAt).toBeLessThan(5_000);
      const after = await leaseOwner();
      product.first.wake();
      await product.untilReady(product.first);
      const count = reads().length;
      await eventually(
        () => reads().length,
        (now) => now >= count + 4,
      );
      expect(await leaseOwner()).toBe(after);
      // One process reads every two seconds. A second process's reads would fall between these.
      const times = reads()
        .slice(count)
        .map(({ at }) => at);
      expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? at)))).toBeGreaterThan(
        1_400,
      );
      await product.second.kill();
    });

    it('A process that resumes after its lease has expired does not read the source.', async () => {
      // Freezes the process between two reads, because a call that has passed the lease check cannot be
      // stopped.
      await eventually(
        () => Date.now() - (reads().at(-1)?.at ?? Number.POSITIVE_INFINITY),
        (ageMs) => ageMs > 700 && ageMs < 1_200,
      );
      product.first.freeze();
      await product.database.query(
        "UPDATE source_leases SET owner = gen_random_uuid(), until = clock_timestamp() + interval '1 hour' WHERE key LIKE $1",
        [`%${show.id}%`],
      );
      // Longer than a lease, so that the lease has also expired by the process's own clock.
      await product.database.query('SELECT pg_sleep(4)');
      const countBefore = reads().length;
      product.first.wake();
      await product.untilReady(product.first);
      // Two polling intervals.
      await product.database.query('SELECT pg_sleep(4)');
      expect(reads().length).toBe(countBefore);
      await product.database.query('UPDATE source_leases SET until = clock_timestamp() WHERE key LIKE $1', [
        `%${show.id}%`,
      ]);
      await eventually(
        () => reads().length,
        (count) => count > countBefore,
      );
    });
  });
});
