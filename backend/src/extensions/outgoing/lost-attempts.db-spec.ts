import { eventually } from '../../../test';
import { useQueuedSales, shopWithJobs } from '../../../test/queued-sales';

describe('Outgoing job attempts that are cut off because the process ended', () => {
  const { startShow, claim, jobs, waitForJobs, waitForStates, retryUntilStates, database } = useQueuedSales();

  /** Changes each run added from now on, as if earlier attempts had been lost. */
  const changeEachRun = (change: string): Promise<unknown> =>
    database().query(
      `CREATE OR REPLACE FUNCTION change_run() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${change}; RETURN NEW; END $$;
       CREATE TRIGGER change_run BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION change_run()`,
    );

  it('A job whose process ends at every attempt fails after 8 attempts, and the jobs after it are handled.', async () => {
    const { seen, extension } = shopWithJobs('shop');
    await startShow([extension]);
    await changeEachRun('NEW.retry_count := 1');
    await claim('ann');
    await waitForJobs('shop', 1);
    await retryUntilStates('shop', 'failed');
    expect((await jobs('shop'))[0]?.error).toBe(
      'Gave up: 8 attempts in a row ended without a result because the process ended or could not store it.',
    );
    expect(seen).toEqual([]);
    await database().query('DROP TRIGGER change_run ON pgboss.job');
    await claim('bob');
    await waitForStates('shop', 'failed', 'done');
    expect(seen.map(({ payload }) => payload.handle)).toEqual(['bob']);
  });

  it('After 7 lost attempts, jobs are tried one at a time, and do not fail if the next attempt has a result.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.order = undefined;
    control.delayMs = 1_800_000;
    await changeEachRun(`NEW.data := NEW.data || '{"lost": 7}'`);
    await claim('ann', 'bob', 'cat', 'dan');
    await eventually(
      () => jobs('shop'),
      (all) => all.length === 4 && all.every(({ error }) => error === 'The shop is busy.'),
    );
    expect(control.maxRunning).toBe(1);
    control.delayMs = null;
    control.handlingMs = 200;
    await retryUntilStates('shop', 'done', 'done', 'done', 'done');
    expect(control.maxRunning).toBe(1);
    expect(seen).toHaveLength(8);
  });
});
