import { eventually } from '../../../test';
import { useQueuedSales, shopWithJobs } from '../../../test/queued-sales';

describe('Outgoing queue', () => {
  const {
    start,
    stop,
    openShow,
    startShow,
    claim,
    jobs,
    operator,
    database,
    waitForJobs,
    waitForStates,
    retryUntilStates,
  } = useQueuedSales();

  it('A job enqueued by a follower is handled once, with its payload and a unique key.', async () => {
    const { seen, extension } = shopWithJobs('shop');
    await startShow([extension]);
    await claim('ann', 'bob');
    await waitForStates('shop', 'done', 'done');
    expect(seen.map(({ payload, attempt }) => [payload.handle, attempt])).toEqual([
      ['ann', 1],
      ['bob', 1],
    ]);
    expect((await jobs('shop'))[0]).toMatchObject({
      handler: 'sale',
      result: 'Sent.',
      error: null,
      attempts: 1,
    });
    expect(new Set(seen.map(({ key }) => key)).size).toBe(2);
  });

  it('A follower that fails after enqueueing a job leaves no job behind.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.followerFails = true;
    await claim('ann');
    await eventually(
      async () => (await database().query('SELECT 1 FROM extension_cursors WHERE failures > 0')).rowCount,
      (failing) => failing === 1,
    );
    expect(await jobs('shop')).toEqual([]);
    control.followerFails = false;
    await database().query('UPDATE extension_cursors SET retry_at = now()');
    await waitForStates('shop', 'done');
    expect(seen).toHaveLength(1);
  });

  it('A rate that is not an integer is rejected, and the error says why.', async () => {
    const { control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.maxPerMinute = 1.5;
    await claim('ann');
    const { rows } = await eventually(
      () => database().query<{ error: string }>('SELECT error FROM extension_cursors WHERE failures > 0'),
      ({ rowCount }) => rowCount === 1,
    );
    expect(rows[0]?.error).toContain('`maxPerMinute` must be an integer greater than 0');
  });

  it('If two processes start at the same time on an empty database, each job is handled once.', async () => {
    const [first, second] = [shopWithJobs('shop'), shopWithJobs('shop')];
    const [app] = await Promise.all([
      start({ extensions: [first.extension] }),
      start({ extensions: [second.extension] }),
    ]);
    await openShow(app);
    for (const { control } of [first, second]) control.order = undefined;
    const handles = Array.from({ length: 20 }, (_, n) => `viewer-${n}`);
    await claim(...handles);
    await waitForStates('shop', ...Array<string>(20).fill('done'));
    const seen = [...first.seen, ...second.seen].map(({ payload }) => payload.handle);
    expect(seen.sort()).toEqual(handles.sort());
  });

  it('Jobs whose runs are missing from pg-boss, as after a restore, are handled after the next start.', async () => {
    const firstShop = shopWithJobs('shop');
    const app = await startShow([firstShop.extension]);
    firstShop.control.isDown = true;
    await claim('ann', 'bob');
    await waitForJobs('shop', 2);
    await stop(app);
    const { seen, extension } = shopWithJobs('shop');
    const client = await (await start()).connect();
    await client.query('DROP SCHEMA pgboss CASCADE');
    await client.query('UPDATE outgoing_jobs SET next_attempt_at = now()');
    await start({ extensions: [extension] });
    await eventually(
      () => seen.map(({ payload }) => payload.handle).join(),
      (handles) => handles === 'ann,bob',
    );
  });

  it('Completed jobs are dropped after a week, and failed jobs after a month.', async () => {
    const { extension } = shopWithJobs('shop');
    const app = await startShow([extension]);
    await claim('ann', 'bob', 'cat', 'dan');
    await waitForStates('shop', 'done', 'done', 'done', 'done');
    await stop(app);
    const client = await (await start()).connect();
    const endJob = (handle: string, state: string, days: number) =>
      client.query(
        `UPDATE outgoing_jobs SET state = $2, ended_at = now() - $3 * interval '1 day' WHERE payload->>'handle' = $1`,
        [handle, state, days],
      );
    await endJob('ann', 'done', 8);
    await endJob('bob', 'done', 6);
    await endJob('cat', 'failed', 29);
    await endJob('dan', 'failed', 31);
    await start({ extensions: [extension] });
    const handles = "SELECT payload->>'handle' AS handle FROM outgoing_jobs ORDER BY place";
    await eventually(
      async () => (await client.query<{ handle: string }>(handles)).rows.map(({ handle }) => handle).join(),
      (remaining) => remaining === 'bob,cat',
    );
  });

  it('An erasure removes the viewer from the jobs, and waiting jobs are sent without the name.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('bella.rosa', 'ann');
    await waitForJobs('shop', 2);
    expect((await operator().erase('bella.rosa')).status).toBe(200);
    const { rows } = await database().query<{ payload: string }>(
      'SELECT payload::text FROM outgoing_jobs ORDER BY place',
    );
    expect(JSON.stringify(rows)).not.toContain('bella.rosa');
    expect(JSON.stringify(rows)).toContain('Erased viewer');
    expect(rows[1]?.payload).toContain('"ann"');
    seen.length = 0;
    control.isDown = false;
    await retryUntilStates('shop', 'done', 'done');
    expect(JSON.stringify(seen)).not.toContain('bella.rosa');
  });

  it("A workspace's jobs are deleted with the workspace.", async () => {
    await startShow([shopWithJobs('shop').extension]);
    const { rows } = await database().query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'FK_outgoing_jobs_workspace'`,
    );
    expect(rows[0]?.definition).toContain('ON DELETE CASCADE');
  });
});
