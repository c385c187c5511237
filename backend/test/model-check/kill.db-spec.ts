import type { Session, Show } from '@sellary/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type CompiledBackend, compileBackend, eventually, newCaller } from '..';
import { Crowd, CROWD_ITEMS } from './crowd';
import type { Call } from './wave-requests';
import { freePort } from '../free-port';
import { replayShow } from '../replay-show';
import { BackendProcess, type PostgresProcess, startPostgresProcess } from './processes';
import { auditShow, getJsonWith, readEvents } from './show-audit';
import { Operator } from './operator';
import { Witness } from './witness';

/** KILL_ROUNDS=40 runs the full trial. The test suite runs only a few rounds. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 4);
const TIME_LIMIT_MS = 120_000 + ROUNDS * 15_000;

describe('A process killed at any moment', () => {
  let program: CompiledBackend;
  let folder: string;
  let postgres: PostgresProcess;
  let backend: BackendProcess;
  let session: Session;

  const call: Call = async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${session.accessToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const response = await fetch(backend.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: JSON.parse((await response.text()) || '{}') };
  };
  const get = getJsonWith(call);

  beforeAll(async () => {
    program = compileBackend();
    folder = mkdtempSync(join(tmpdir(), 'sellary-kill-tests-'));
    postgres = await startPostgresProcess(join(folder, 'postgres'));
    backend = new BackendProcess(
      program.main,
      { DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') },
      await freePort(),
    );
    await backend.start();
    ({ session } = await newCaller(backend.url));
  }, 120_000);
  afterAll(async () => {
    await backend.kill();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    program.remove();
  }, 60_000);

  async function openShow(fairnessWindowSeconds: number) {
    const { body: show } = await call<Show>('POST', '/api/shows', {
      name: 'Under fire',
      sources: [{ platform: 'rehearsal' }],
      fairnessWindowSeconds,
    });
    const items = Array.from({ length: CROWD_ITEMS }, (_, index) => ({
      itemNumber: String(index + 1),
      totalQuantity: 1 + (index % 3),
    }));
    await call('POST', `/api/shows/${show.id}/items`, { items });
    await call('POST', `/api/shows/${show.id}/activate`, {});
    const witness = new Witness();
    return { showId: show.id, witness, crowd: new Crowd(call, show.id, witness) };
  }

  async function storedIds(showId: string): Promise<Set<string>> {
    return withDatabase(async (database) => {
      const { rows } = await database.query<{ id: string }>(
        'SELECT platform_comment_id AS id FROM comments WHERE show_id = $1',
        [showId],
      );
      return new Set(rows.map(({ id }) => id));
    });
  }

  async function withDatabase<T>(work: (database: Client) => Promise<T>): Promise<T> {
    const database = new Client({ connectionString: postgres.url });
    database.on('error', () => undefined);
    await database.connect();
    try {
      return await work(database);
    } finally {
      await database.end();
    }
  }

  /**
   * Runs rounds of comments and acts, each ended by `interrupt`. Checks that all acknowledged comments are
   * stored, and that no comment is stored twice after a redelivery.
   */
  async function runRounds(
    interrupt: (round: number) => Promise<void>,
    fairnessWindowSeconds = 0,
  ): Promise<{ crowd: Crowd; summary: Record<string, number> }> {
    const { showId, witness, crowd } = await openShow(fairnessWindowSeconds);
    const operators = [new Operator(call, showId), new Operator(call, showId)];
    let lost = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let isRunning = true;
      crowd.start();
      const working = Promise.all(operators.map((operator) => operator.work(() => isRunning)));
      await delay(100 + Math.random() * 500);
      try {
        await interrupt(round);
      } finally {
        isRunning = false;
        await crowd.stop();
      }
      const ids = await storedIds(showId);
      lost += crowd.acknowledged().filter(({ comment }) => !ids.has(comment.commentId)).length;
      await crowd.redeliver();
      await working;
    }
    await eventually(
      () => get<Show>(`/api/shows/${showId}`),
      ({ stats }) => stats.pending === 0,
    );
    const events = await readEvents(get, showId, 0);
    witness.follow(events);
    const { outcomes, claims } = witness.oracle;
    const firstOutcomes = new Map(outcomes.map(({ commentId, first }) => [commentId, first]));
    const missing = crowd.sent.filter(({ comment }) => !firstOutcomes.has(comment.commentId)).length;
    const contradicted = crowd.sent.filter(({ comment, outcomes }) =>
      outcomes.some((outcome) => outcome !== 'duplicate' && outcome !== firstOutcomes.get(comment.commentId)),
    );
    const decidedTwice = crowd.sent.filter(
      ({ outcomes }) => outcomes.filter((outcome) => outcome !== 'duplicate').length > 1,
    );
    const doubled = outcomes.length - firstOutcomes.size;
    await withDatabase(async (database) => {
      await auditShow({ get, database, showId }, witness, null);
      expect((await replayShow(database, showId)).differences).toEqual([]);
    });
    const summary = {
      rounds: ROUNDS,
      sent: crowd.sent.length,
      claims: claims.length,
      rows: events.length,
      resolved: witness.oracle.reviews.filter(({ resolved }) => resolved !== null).length,
      undone: witness.acts.filter(({ act }) => act.act === 'undo').length,
      brokenConnections: crowd.brokenConnections,
      unavailable: crowd.unavailable,
      lost: lost + missing,
      doubled,
    };
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    expect({ lost, missing, doubled, contradicted, decidedTwice }).toEqual({
      lost: 0,
      missing: 0,
      doubled: 0,
      contradicted: [],
      decidedTwice: [],
    });
    return { crowd, summary };
  }

  it.each([0, 1])(
    `A killed backend does not lose a comment or store one twice, with a fairness window of %i s (${ROUNDS} rounds).`,
    async (seconds) => {
      const { crowd, summary } = await runRounds(async () => {
        await backend.kill();
        await backend.start();
      }, seconds);
      expect(crowd.surprises).toEqual([]);
      // If no connection broke, the kills had no effect.
      expect(summary['brokenConnections']).toBeGreaterThan(0);
    },
    TIME_LIMIT_MS,
  );

  it(
    `The backend survives a PostgreSQL crash, reports the outage, and does not lose a comment or store one twice (${ROUNDS} rounds).`,
    async () => {
      const { crowd, summary } = await runRounds(async (round) => {
        process.kill(round % 2 === 0 ? postgres.pid() : await servingProcess(), 'SIGKILL');
        await delay(100);
        while (!(await backend.ready())) {
          if (!backend.alive) throw new Error('the backend went down with the database');
          await delay(25);
        }
      });
      expect(backend.alive).toBe(true);
      expect(crowd.surprises).toEqual([]);
      expect(crowd.brokenConnections).toBe(0);
      expect(summary['unavailable']).toBeGreaterThan(0);
    },
    TIME_LIMIT_MS,
  );

  /** A PostgreSQL process that serves the backend. If one is killed, PostgreSQL restarts all of them. */
  async function servingProcess(): Promise<number> {
    return withDatabase(async (database) => {
      const { rows } = await database.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'sellary' ORDER BY state <> 'active', random() LIMIT 1",
      );
      return rows[0]?.pid ?? postgres.pid();
    });
  }
});
