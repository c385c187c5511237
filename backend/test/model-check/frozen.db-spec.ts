import type { EmitCommentResult, ErrorBody, Show, SourceInput } from '@sellary/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Replay } from '../../src/claim-engine';
import { type Caller, type CompiledBackend, compileBackend, connectAccount, eventually, FakeGraph, newCaller } from '..';
import { BackendProcess, freePort, type OwnPostgres, startOwnPostgres } from './processes';

jest.setTimeout(180_000);

/** Maximum time for which a caller waits during any freeze, ms. */
const MAX_WAIT_MS = 8_000;
const MAX_READINESS_MS = 3_000;

describe('A frozen process', () => {
  let program: CompiledBackend;
  let folder: string;
  let postgres: OwnPostgres;
  let graph: FakeGraph;
  let [first, second]: BackendProcess[] = [];
  let owner: Caller;
  let database: Client;

  beforeAll(async () => {
    program = compileBackend();
    folder = mkdtempSync(join(tmpdir(), 'sellary-frozen-tests-'));
    postgres = await startOwnPostgres(join(folder, 'postgres'));
    graph = await new FakeGraph().start();
    const env = { ...graph.env, DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') };
    first = new BackendProcess(program.main, env, await freePort());
    second = new BackendProcess(program.main, env, await freePort());
    await first.start();
    owner = await newCaller(first.url);
    database = new Client({ connectionString: postgres.url });
    await database.connect();
  });
  afterEach(() => {
    postgres.wake();
    first?.wake();
    second?.wake();
  });
  afterAll(async () => {
    await database.end();
    await Promise.all([first?.kill(), second?.kill()]);
    await graph.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    program.remove();
  });

  /** Calls a process; rejects when it does not answer in time. */
  async function ask<T>(process: BackendProcess | undefined, method: string, path: string, body?: unknown, limitMs = MAX_WAIT_MS) {
    const answer = await fetch((process?.url ?? '') + path, {
      method,
      headers: {
        authorization: `Bearer ${owner.session.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(limitMs),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  }
  const readiness = (process: BackendProcess | undefined) => ask<ErrorBody>(process, 'GET', '/health/ready', undefined, MAX_READINESS_MS);
  const say = (process: BackendProcess | undefined, show: Show, user: string, commentId: string, limitMs = MAX_WAIT_MS) =>
    ask<EmitCommentResult & ErrorBody>(
      process,
      'POST',
      '/api/debug/emit-comment',
      { showId: show.id, userId: user, userHandle: user, text: 'sold 1', commentId },
      limitMs,
    );
  const replayOf = (show: Show) =>
    new Replay({ query: async (sql, parameters) => (await database.query(sql, parameters)).rows }, show.id).run();
  const timesStored = async (show: Show, commentId: string): Promise<number> =>
    (
      await database.query<{ times: number }>(
        'SELECT count(*)::int AS times FROM comments WHERE show_id = $1 AND platform_comment_id = $2',
        [show.id, commentId],
      )
    ).rows[0]?.times ?? 0;

  it('When a process freezes inside a transaction, another one takes over its show, and nothing is lost or doubled.', async () => {
    await second?.start();
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    expect((await say(first, show, 'carl', 'c-0')).status).toBe(200);
    // The transaction of the first process holds the show's lock and waits here, for a buyer who has another name now.
    await database.query('BEGIN');
    await database.query("SELECT id FROM buyers WHERE platform_user_id = 'carl' FOR UPDATE");
    const renamed = { showId: show.id, userId: 'carl', userHandle: 'carl the second', text: 'sold 1', commentId: 'c-1' };
    const interrupted = ask<ErrorBody>(first, 'POST', '/api/debug/emit-comment', renamed, 60_000);
    await eventually(
      async () => {
        // Inside a transaction, PostgreSQL answers from its first snapshot.
        await database.query('SELECT pg_stat_clear_snapshot()');
        return (await database.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%buyers%'")).rows
          .length;
      },
      (waiting) => waiting > 0,
    );
    first?.freeze();
    await database.query('ROLLBACK');
    expect((await say(second, show, 'dora', 'd-0', 5_000)).status).toBe(200);
    first?.wake();
    expect((await interrupted).status).toBe(503);
    await eventually(
      () => readiness(first),
      ({ status }) => status === 200,
    );
    expect((await ask(first, 'POST', '/api/debug/emit-comment', renamed)).status).toBe(200);
    expect(await Promise.all(['c-0', 'c-1', 'd-0'].map((id) => timesStored(show, id)))).toEqual([1, 1, 1]);
    expect((await replayOf(show)).differences).toEqual([]);
  });

  describe('A frozen process that reads a source', () => {
    let show: Show;
    let source: SourceInput;

    const reads = () => graph.callsTo(/\/comments/);
    const leaseOwner = async (): Promise<string | null> =>
      (
        await database.query<{ owner: string }>('SELECT owner FROM source_leases WHERE key LIKE $1 AND until > clock_timestamp()', [
          `%${show.id}%`,
        ])
      ).rows[0]?.owner ?? null;

    beforeAll(async () => {
      await second?.kill();
      const page = graph.addPage('1000099');
      const [connection] = await connectAccount(first?.url ?? '', owner, 'facebook');
      await owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, { settings: { pollIntervalSeconds: 2 } });
      const live = graph.goLive(page.id, '2000099');
      source = { platform: 'facebook', liveId: live.id, ...(connection === undefined ? {} : { connectionId: connection.id }) };
    });
    beforeEach(async () => {
      show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], { sources: [source] });
      await eventually(leaseOwner, (found) => found !== null);
    });
    afterEach(async () => {
      await ask(first, 'POST', `/api/shows/${show.id}/stop`, {});
      await database.query('UPDATE source_readings SET final_sweeps = 3');
    });

    it('Another process takes over within seconds, and the first one does not read when it resumes.', async () => {
      const before = await leaseOwner();
      await second?.start();
      first?.freeze();
      const frozenAt = Date.now();
      await eventually(leaseOwner, (found) => found !== null && found !== before);
      expect(Date.now() - frozenAt).toBeLessThan(5_000);
      const after = await leaseOwner();
      first?.wake();
      await eventually(
        () => readiness(first),
        ({ status }) => status === 200,
      );
      const count = reads().length;
      await eventually(
        () => reads().length,
        (now) => now >= count + 4,
      );
      expect(await leaseOwner()).toBe(after);
      // Every two seconds by one process; the turns of a second would fall between them.
      const times = reads()
        .slice(count)
        .map(({ at }) => at);
      expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? at)))).toBeGreaterThan(1_400);
      await second?.kill();
    });

    it('A process makes no call when it resumes after its lease has expired.', async () => {
      await eventually(
        () => reads().length,
        (count) => count > 0,
      );
      first?.freeze();
      await database.query(
        "UPDATE source_leases SET owner = gen_random_uuid(), until = clock_timestamp() + interval '1 hour' WHERE key LIKE $1",
        [`%${show.id}%`],
      );
      const asleep = reads().length;
      // Longer than a lease, so that its own clock shows the expiry.
      await database.query('SELECT pg_sleep(4)');
      first?.wake();
      await eventually(
        () => readiness(first),
        ({ status }) => status === 200,
      );
      // Two intervals of reading.
      await database.query('SELECT pg_sleep(4)');
      expect(reads().length).toBe(asleep);
      await database.query('UPDATE source_leases SET until = clock_timestamp() WHERE key LIKE $1', [`%${show.id}%`]);
      await eventually(
        () => reads().length,
        (count) => count > asleep,
      );
    });
  });
});
