import type { EmitCommentResult, ErrorBody, Show } from '@sellary/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { ReplayReport } from '../../src/claim-engine';
import { type Caller, compileBackend, eventually, newCaller } from '..';
import { freePort } from '../free-port';
import { replayShow } from '../replay-show';
import { BackendProcess, type PostgresProcess, startPostgresProcess } from './processes';

/** Maximum time a caller waits, regardless of what is frozen, in ms. */
const MAX_WAIT_MS = 8_000;
const MAX_READINESS_MS = 3_000;

/**
 * Two processes of the compiled product that share a PostgreSQL server. All three can be frozen. `start`
 * starts only the first process.
 */
export class TwoProcesses {
  private constructor(
    readonly postgres: PostgresProcess,
    readonly first: BackendProcess,
    readonly second: BackendProcess,
    readonly owner: Caller,
    readonly database: Client,
    private readonly removeFiles: () => void,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<TwoProcesses> {
    const program = compileBackend();
    const folder = mkdtempSync(join(tmpdir(), 'sellary-frozen-tests-'));
    const postgres = await startPostgresProcess(join(folder, 'postgres'));
    const all = { ...env, DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') };
    const first = new BackendProcess(program.main, all, await freePort());
    const second = new BackendProcess(program.main, all, await freePort());
    await first.start();
    const owner = await newCaller(first.url);
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    return new TwoProcesses(postgres, first, second, owner, database, () => {
      rmSync(folder, { recursive: true, force: true });
      program.remove();
    });
  }

  wake(): void {
    this.postgres.wake();
    this.first.wake();
    this.second.wake();
  }

  async stop(): Promise<void> {
    await this.database.end();
    await Promise.all([this.first.kill(), this.second.kill()]);
    await this.postgres.stop();
    this.removeFiles();
  }

  /** Calls a process. Rejects if it does not respond in time. */
  async ask<T>(process: BackendProcess, method: string, path: string, body?: unknown, limitMs = MAX_WAIT_MS) {
    const response = await fetch(process.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.owner.session.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(limitMs),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  readiness(process: BackendProcess) {
    return this.ask<ErrorBody>(process, 'GET', '/health/ready', undefined, MAX_READINESS_MS);
  }

  async untilReady(process: BackendProcess): Promise<void> {
    await eventually(
      () => this.readiness(process),
      ({ status }) => status === 200,
    );
  }

  say(process: BackendProcess, show: Show, user: string, commentId: string, limitMs = MAX_WAIT_MS) {
    const comment = { showId: show.id, userId: user, userHandle: user, text: 'sold 1', commentId };
    return this.ask<EmitCommentResult & ErrorBody>(
      process,
      'POST',
      '/api/debug/emit-comment',
      comment,
      limitMs,
    );
  }

  replay(show: Show): Promise<ReplayReport> {
    return replayShow(this.database, show.id);
  }

  async timesStored(show: Show, commentId: string): Promise<number> {
    const { rows } = await this.database.query<{ times: number }>(
      'SELECT count(*)::int AS times FROM comments WHERE show_id = $1 AND platform_comment_id = $2',
      [show.id, commentId],
    );
    return rows[0]?.times ?? 0;
  }
}
