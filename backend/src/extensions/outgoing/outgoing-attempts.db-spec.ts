import type { ExtensionList, JobList } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { refusal, eventually, newCaller } from '../../../test';
import { useQueuedSales, shopWithJobs } from '../../../test/queued-sales';

describe('Outgoing job attempts', () => {
  const {
    startShow,
    claim,
    jobs,
    states,
    operator,
    database,
    waitForJobs,
    waitForStates,
    makeJobsDue,
    retryUntilStates,
  } = useQueuedSales();

  it("If a receiver is down for many attempts, no jobs are lost, and it receives a show's jobs in order.", async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('ann', 'bob', 'cat');
    await waitForJobs('shop', 3);
    for (let attempt = 1; attempt <= 12; attempt++) {
      await eventually(
        async () => (await makeJobsDue(), jobs('shop')),
        (found) => (found.at(-1)?.attempts ?? 0) >= attempt,
      );
    }
    expect(new Set(seen.map(({ payload }) => payload.handle))).toEqual(new Set(['ann']));
    expect((await jobs('shop')).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    control.isDown = false;
    await retryUntilStates('shop', 'done', 'done', 'done');
    const delivered = seen
      .map(({ payload }) => payload.handle)
      .filter((name, index, all) => all[index - 1] !== name);
    expect(delivered).toEqual(['ann', 'bob', 'cat']);
    const attemptsForAnn = seen.filter(({ payload }) => payload.handle === 'ann');
    expect(new Set(attemptsForAnn.map(({ id, key }) => `${id} ${key}`)).size).toBe(1);
    expect(attemptsForAnn.map(({ attempt }) => attempt)).toEqual(attemptsForAnn.map((_, index) => index + 1));
  });

  it('During a database outage, the metrics that are counted in memory can still be read.', async () => {
    const { extension } = shopWithJobs('shop');
    const app = await startShow([extension]);
    await claim('ann');
    await waitForStates('shop', 'done');
    const outage = jest.spyOn(app.nest.get(DataSource), 'query').mockRejectedValue(new Error('No database.'));
    const response = await fetch(`${app.url}/metrics`);
    outage.mockRestore();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(
      'sellary_outgoing_attempts_total{extension="shop",result="done"} 1',
    );
  });

  it('If the database cannot store a result as it is, the job is not repeated.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    control.result = 'Sent\0.';
    await startShow([extension]);
    await claim('ann');
    const [job] = await eventually(
      () => jobs('shop'),
      ([first]) => first?.state === 'done',
    );
    expect([job?.result, job?.attempts, seen.length]).toEqual(['Sent.', 1, 1]);
  });

  it('After its last retry time, a job fails, is listed, and can be resent or discarded. The next job is handled.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    const app = await startShow([extension]);
    control.isDown = true;
    await claim('ann', 'bob', 'cat');
    await waitForJobs('shop', 3);
    await database().query('UPDATE outgoing_jobs SET retry_until = now()');
    await retryUntilStates('shop', 'failed', 'failed', 'failed');
    const [cat, bob, ann] = await jobs('shop', '?state=failed');
    const counts = { waiting: 0, retrying: 0, failed: 3 };
    const { body: list } = await operator().call<ExtensionList>('GET', '/api/extensions');
    expect(list.extensions.map(({ jobs: found }) => found)).toEqual([counts]);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('sellary_outgoing_jobs{extension="shop",state="failed"} 3');
    expect(metrics).toContain('sellary_outgoing_attempts_total{extension="shop",result="failed"} 3');
    expect(metrics).toMatch(/sellary_outgoing_attempts_total\{extension="shop",result="retried"\} [1-9]/);
    expect(metrics).toContain('sellary_outgoing_oldest_seconds{extension="shop"} 0');
    expect(ann).toMatchObject({ error: 'The shop does not respond.', attempts: 3, nextAttemptAt: null });
    control.isDown = false;
    const path = (id: string | undefined, act: string): string => `/api/extensions/shop/jobs/${id}/${act}`;
    expect((await operator().call('POST', path(ann?.id, 'resend'))).status).toBe(204);
    expect((await operator().call('POST', path(bob?.id, 'discard'))).status).toBe(204);
    await waitForStates('shop', 'done', 'discarded', 'failed');
    expect(seen.at(-1)).toMatchObject({ key: ann?.key, attempt: 1 });
    const stranger = await newCaller(app.url);
    expect((await stranger.call<JobList>('GET', '/api/extensions/shop/jobs')).body.jobs).toEqual([]);
    expect((await stranger.call('POST', path(cat?.id, 'resend'))).status).toBe(404);
    expect((await operator().call('GET', '/api/extensions/other/jobs')).status).toBe(404);
    expect((await operator().call('GET', '/api/extensions/shop/jobs?state=lost')).status).toBe(400);
  });

  it('During an attempt, a job cannot be resent, and a job that is done cannot be discarded.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.handlingMs = 800;
    await claim('ann');
    await eventually(
      () => seen.length,
      (count) => count === 1,
    );
    const [job] = await jobs('shop');
    const act = (verb: string) => operator().call('POST', `/api/extensions/shop/jobs/${job?.id}/${verb}`);
    const refused = refusal(409, 'INVALID_TRANSITION');
    expect(await act('resend')).toMatchObject(refused);
    await waitForStates('shop', 'done');
    expect(await act('discard')).toMatchObject(refused);
    expect([await states('shop'), seen.length]).toEqual([['done'], 1]);
  });

  it('A job that was done after it was listed is not resent, unless the caller has seen that it is done.', async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('ann');
    await waitForJobs('shop', 1);
    const [listed] = await jobs('shop');
    control.isDown = false;
    await retryUntilStates('shop', 'done');
    const count = seen.length;
    const resend = (endedAt: string | null | undefined) =>
      operator().call('POST', `/api/extensions/shop/jobs/${listed?.id}/resend`, { endedAt });
    expect(await resend(listed?.endedAt)).toMatchObject(refusal(409, 'INVALID_TRANSITION'));
    expect([await states('shop'), seen.length]).toEqual([['done'], count]);
    const [done] = await jobs('shop');
    expect((await resend(done?.endedAt)).status).toBe(204);
    await waitForStates('shop', 'done');
    expect(seen.length).toBe(count + 1);
    expect((await resend(done?.endedAt)).status).toBe(409);
  });

  it('A job that its receiver rejects is not retried, and a delayed job waits as long as requested.', async () => {
    const { control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.isRefusing = true;
    await claim('ann');
    await waitForStates('shop', 'failed');
    expect((await jobs('shop'))[0]).toMatchObject({ attempts: 1, error: 'The shop knows no such item.' });
    control.isRefusing = false;
    control.delayMs = 1_800_000;
    await claim('bob');
    const [bob] = await eventually(
      () => jobs('shop', '?state=waiting'),
      ([job]) => job?.error === 'The shop is busy.',
    );
    const pauseMs = Date.parse(bob?.nextAttemptAt ?? '') - Date.now();
    expect(pauseMs).toBeGreaterThan(1_700_000);
    expect(pauseMs).toBeLessThanOrEqual(1_800_000);
  });

  it('A hanging attempt fails at its time limit, and does not delay other extensions.', async () => {
    const [slow, fast] = [shopWithJobs('slow'), shopWithJobs('fast')];
    await startShow([slow.extension, fast.extension]);
    slow.control.isHanging = true;
    slow.control.order = undefined;
    await claim('ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jim');
    await waitForStates('fast', ...Array<string>(10).fill('done'));
    const [last] = await eventually(
      () => jobs('slow'),
      (all) => all.every(({ error }) => error !== null),
    );
    expect(last?.error).toBe('sale took longer than 1 s.');
  });

  it("Attempts in a channel do not exceed the channel's rate.", async () => {
    const { seen, control, extension } = shopWithJobs('shop');
    await startShow([extension]);
    control.order = undefined;
    control.maxPerMinute = 20;
    await claim('ann', 'bob', 'cat');
    await waitForJobs('shop', 3);
    const { rows } = await eventually(
      () =>
        database().query<{ n: number }>(
          'SELECT (extract(epoch FROM next_at - now()))::float AS n FROM outgoing_rates',
        ),
      ({ rows: [rate] }) => (rate?.n ?? 0) > 3,
    );
    expect(rows).toHaveLength(1);
    expect(seen.length).toBeLessThan(3);
    await waitForStates('shop', 'done', 'done', 'done');
    expect(seen).toHaveLength(3);
  });
});
