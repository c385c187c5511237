import type { EmitCommentResult, ErrorBody, Show } from '@sellary/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Replay } from '../../src/claim-engine';
import { type Caller, type CompiledBackend, compileBackend, eventually, FakeGraph, newCaller } from '..';
import { BackendProcess, freePort, type OwnPostgres, startOwnPostgres } from './processes';

jest.setTimeout(180_000);

/** Maximum time for which a caller waits during any freeze, ms. */
const MAX_WAIT_MS = 8_000;
const MAX_READINESS_MS = 3_000;

describe('A frozen database', () => {
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

  it('Every call is refused in bounded time with the reason, and refused comments are stored once when they are sent again.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    expect((await say(first, show, 'ann', 'before')).status).toBe(200);
    postgres.freeze();
    const ids = Array.from({ length: 10 }, (_, index) => `during-${index}`);
    const [ready, list, paused, ...comments] = await Promise.all([
      readiness(first),
      ask<ErrorBody>(first, 'GET', '/api/shows'),
      ask<ErrorBody>(first, 'POST', `/api/shows/${show.id}/pause`, {}),
      ...ids.map((id) => say(first, show, 'bob', id)),
    ]);
    expect(ready).toMatchObject({ status: 503, body: { error: { code: 'UNAVAILABLE', details: [{ field: 'database' }] } } });
    for (const answer of [list, paused, ...comments]) {
      expect(answer).toMatchObject({
        status: 503,
        body: { error: { code: 'UNAVAILABLE', message: expect.stringContaining('not responding') } },
      });
    }
    // The database is known to be silent now: callers no longer wait.
    expect((await ask<ErrorBody>(first, 'GET', '/api/shows', undefined, 1_000)).status).toBe(503);
    postgres.wake();
    await eventually(
      () => readiness(first),
      ({ status }) => status === 200,
    );
    const again = await Promise.all(ids.map((id) => say(first, show, 'bob', id)));
    expect(again.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(await Promise.all(['before', ...ids].map((id) => timesStored(show, id)))).toEqual(['before', ...ids].map(() => 1));
    expect((await replayOf(show)).differences).toEqual([]);
  });
});
