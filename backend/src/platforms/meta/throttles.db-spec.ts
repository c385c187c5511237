import { Client } from 'pg';
import { dropDatabase, eventually, newCaller, SimulatedPlatform, startTestApp } from '../../../test';
import { readProblems, watchSources } from '../../../test/live-sources';
import { Throttles } from '../connections/throttles';
import { SourcePolling } from '../polling/source-polling';

jest.setTimeout(60_000);

describe('A platform throttle', () => {
  let platform: SimulatedPlatform;
  beforeAll(async () => (platform = await SimulatedPlatform.start()));
  beforeEach(() => platform.control.clearFaults());
  afterAll(() => platform.close());

  it('An app-level throttle applies to all sources until it ends, even after a restart.', async () => {
    const first = await startTestApp({ env: platform.env });
    const caller = await newCaller(first.url);
    const [connection] = await platform.connect(first.url, caller, 'facebook');
    const owner = connection?.externalAccountId ?? '';
    const [broadcast, other] = [
      platform.control.broadcasts.create({ owner }),
      platform.control.broadcasts.create({ owner }),
    ];
    platform.control.fault({ kind: 'graph', code: 4, path: broadcast.id, times: null });
    const sources = [{ platform: 'facebook', connectionId: connection?.id, liveId: broadcast.id }];
    const show = await caller.activeShow([], { sources });
    await eventually(
      () => readProblems(caller, show.id),
      (found) => found.length > 0,
    );
    await caller.activeShow([], {
      sources: [{ platform: 'facebook', connectionId: connection?.id, liveId: other.id }],
    });
    const refused = await caller.call('GET', `/api/connections/${connection?.id}/lives`);
    expect(refused.body).toMatchObject({
      error: { code: 'PLATFORM_ERROR', message: expect.stringContaining('throttling') },
    });
    await first.nest.close();

    platform.control.clearFaults();
    platform.control.clearRequests();
    const until = Date.now() + 4_000;
    await runSql(first.databaseUrl, 'UPDATE throttles SET until = $1', [new Date(until)]);
    const second = await startTestApp({ env: platform.env, databaseUrl: first.databaseUrl });
    const calls = await eventually(
      () => platform.callsTo(new RegExp(`/(${broadcast.id}|${other.id})/comments`)),
      (found) => new Set(found.map((call) => call.path)).size === 2,
    );
    expect(
      Math.min(...platform.control.requests().map((call) => call.at), ...calls.map((call) => call.at)),
    ).toBeGreaterThanOrEqual(until);
    await second.close();
    await dropDatabase(first.databaseUrl);
  });

  it('A throttled source reports the throttle and its end, and makes no calls before then, even if the show ends.', async () => {
    const app = await startTestApp({ env: platform.env });
    const caller = await newCaller(app.url);
    const [connection] = await platform.connect(app.url, caller, 'facebook');
    const broadcast = platform.control.broadcasts.create({ owner: connection?.externalAccountId ?? '' });
    platform.control.fault({ kind: 'graph', code: 80_001, path: '/comments', times: null });
    const sources = [{ platform: 'facebook', connectionId: connection?.id, liveId: broadcast.id }];
    const show = await caller.activeShow([], { sources });
    const [problem] = await eventually(
      () => readProblems(caller, show.id),
      (found) => found.length > 0,
    );
    expect(problem?.code).toBe('THROTTLED');
    const before = platform.callsTo(new RegExp(broadcast.id)).length;
    const console = await watchSources(app.url, caller, show.id);
    const [source] = await eventually(console.sources, (sources) => sources.length > 0);
    expect(source).toMatchObject({ state: 'trouble', message: expect.stringContaining('throttling') });
    expect(Date.parse(source?.nextTryAt ?? '')).toBeGreaterThan(Date.now() + 250_000);
    // Another process extends the throttle.
    await runSql(app.databaseUrl, 'UPDATE throttles SET until = $1', [new Date(Date.now() + 3_600_000)]);
    app.nest.get(SourcePolling).refreshAccounts([connection?.externalAccountId ?? '']);
    await eventually(
      () => Date.parse(console.sources()[0]?.nextTryAt ?? ''),
      (nextTryAt) => nextTryAt > Date.now() + 3_000_000,
    );
    console.close();
    const throttledUntil = jest.spyOn(app.nest.get(Throttles), 'throttledUntil');
    await caller.call('POST', `/api/shows/${show.id}/stop`, {});
    // Waits until the reader has checked whether it may read the remaining comments.
    await eventually(
      () => throttledUntil.mock.calls.length,
      (count) => count > 0,
    );
    throttledUntil.mockRestore();
    expect(platform.callsTo(new RegExp(broadcast.id)).length).toBe(before);
    await app.close();
  });
});

async function runSql(url: string, sql: string, parameters: unknown[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql, parameters);
  await client.end();
}
