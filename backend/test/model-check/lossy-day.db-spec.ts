import type { Connection, ConnectionList, Show, ShowWithItems } from '@sellary/contracts';
import { type Simulator, startSimulator } from '@sellary/simulator';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type Caller,
  type CompiledBackend,
  compileBackend,
  createDatabase,
  dropDatabase,
  newCaller,
  signIn,
} from '..';
import { setLossyFaults } from './lossy-faults';
import { LOSSY_ITEMS, type LossyPlan, planLossyDay, viewerCommentOf } from './lossy-plan';
import { freePort } from '../free-port';
import { replayShow } from '../replay-show';
import { BackendProcess } from './processes';
import { auditShow, type GetJson, readEvents } from './show-audit';
import { Witness } from './witness';

/** LOSSY_COMMENTS=10000 LOSSY_KILLS=5 runs the full trial (`npm run lossy-trial`). */
const COMMENTS = Number(process.env['LOSSY_COMMENTS'] ?? 600);
const KILLS = Number(process.env['LOSSY_KILLS'] ?? 2);
/** Speed of the platform's and the product's clocks, relative to the wall clock. */
const SPEED = Number(process.env['LOSSY_SPEED'] ?? 12);
const SEED = Number(process.env['LOSSY_SEED'] ?? 7);
const COMMENTS_PER_SECOND = COMMENTS > 2_000 ? 8 : 5;
/** Maximum duration of the scans after the show's end, in platform time. */
const MAX_FINAL_SCANS_MS = 15 * 60_000;
const TIME_LIMIT_MS = 120_000 + ((COMMENTS / COMMENTS_PER_SECOND) * 1_000 + MAX_FINAL_SCANS_MS) / SPEED;
/** A delivered comment is stored within one polling cycle, which takes at most this long in platform time. */
const MAX_READING_CYCLE_MS = 20_000;
const TICK_MS = 20;
const CHANGE_EVERY_MS = 8_000;
const PAGE = '1000001';

describe('A platform with many faults', () => {
  const since = Date.now();
  const clock = { now: (): number => Math.floor(since + (Date.now() - since) * SPEED) };
  let program: CompiledBackend;
  let databaseUrl: string;
  let database: Client;
  let simulator: Simulator;
  let backend: BackendProcess;
  let owner: Caller;

  beforeAll(async () => {
    program = compileBackend();
    databaseUrl = await createDatabase();
    simulator = await startSimulator({ clock, seed: SEED });
    simulator.control.switch({
      requireProof: true,
      dialog: 'allow',
      shortPages: 0.3,
      emptyPages: 0.1,
      repeatedRows: 0.05,
    });
    const env = {
      DATABASE_URL: databaseUrl,
      META_GRAPH_URL: simulator.url,
      META_DIALOG_URL: simulator.url,
      META_APP_ID: simulator.appId,
      META_APP_SECRET: simulator.appSecret,
      META_WEBHOOK_VERIFY_TOKEN: simulator.verifyToken,
      JWT_SECRET: 'a secret of the trial, long enough to be one',
      JWT_REFRESH_SECRET: 'another secret of the trial, long enough to be one',
      TOKEN_ENCRYPTION_KEY: 'a key of the trial, long enough to be one',
      NODE_OPTIONS: `--require=${resolve(__dirname, '../../../tools/testing/fast-time.cjs')}`,
      FAST_TIME: String(SPEED),
      FAST_TIME_SINCE: String(since),
    };
    backend = new BackendProcess(program.main, env, await freePort());
    await backend.start();
    owner = await newCaller(backend.url);
    database = new Client({ connectionString: databaseUrl });
    await database.connect();
  }, 120_000);
  afterAll(async () => {
    await backend.kill();
    await simulator.close();
    await database.end();
    await dropDatabase(databaseUrl);
    program.remove();
  }, 60_000);

  /** Calls the product. Signs in again when the session has ended, which happens early on the fast clock. */
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    let response = await owner.call<T>(method, path, body);
    if (response.status === 401) {
      const { user } = owner.session;
      const again = await owner.call<Caller['session']>('POST', '/api/auth/login', {
        email: user.email,
        password: 'correct horse',
      });
      owner.session.accessToken = again.body.accessToken;
      response = await owner.call<T>(method, path, body);
    }
    if (response.status >= 300) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    }
    return response.body;
  };
  const get: GetJson = (path) => call('GET', path);
  const query = async <T extends object>(sql: string, parameters: unknown[]): Promise<T[]> =>
    (await database.query<T>(sql, parameters)).rows;

  async function connectPage(): Promise<Connection> {
    const { authorizeUrl, complete } = await signIn(backend.url, owner, 'facebook');
    const dialog = await fetch(authorizeUrl, { redirect: 'manual' });
    await complete(Object.fromEntries(new URL(dialog.headers.get('location') ?? '').searchParams));
    const { connections } = await get<ConnectionList>('/api/connections');
    const page = connections.find((connection) => connection.externalAccountId === PAGE);
    if (page === undefined) throw new Error('the page is not connected');
    return page;
  }

  async function beginShow(liveId: string): Promise<ShowWithItems> {
    const page = await connectPage();
    await call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, {
      settings: { pollIntervalSeconds: 2 },
    });
    const sources = [{ platform: 'facebook', connectionId: page.id, liveId }];
    const show = await call<Show>('POST', '/api/shows', { name: 'A lossy day', sources });
    await call('POST', `/api/shows/${show.id}/items`, { items: LOSSY_ITEMS });
    return get<ShowWithItems>(`/api/shows/${show.id}`);
  }

  /** Kills and deletions during the run. */
  interface Day {
    killedAt: number[];
    /** Comments deleted after their delivery. A backend killed in between may never have stored them. */
    deletedAfterDelivery: Set<string>;
  }

  /** Runs the plan until the scans after the show's end are done. */
  async function runDay(plan: LossyPlan, showId: string, liveId: string, witness: Witness): Promise<Day> {
    const { control } = simulator;
    const day: Day = { killedAt: [], deletedAfterDelivery: new Set() };
    const todo = [
      ...plan.comments.map((comment) => ({ at: comment.at, run: () => say(comment) })),
      ...plan.throttles.map(({ at, code }) => ({
        at,
        run: () => control.fault({ kind: 'graph', code, path: '/comments' }),
      })),
      ...plan.usage.map(({ at, percent }) => ({ at, run: () => control.setUsage(PAGE, percent) })),
    ].sort((a, b) => a.at - b.at);
    const kills = [...plan.kills];
    let lastId: string | undefined;
    const say = (comment: LossyPlan['comments'][number]): void => {
      const { id } = control.broadcasts.say({
        broadcastId: liveId,
        text: comment.text,
        authorId: comment.author.id,
        authorName: comment.author.name,
        createdAt: beganAt + comment.at,
        releaseAfterMs: comment.heldMs,
        lowQuality: comment.lowQuality,
        anonymous: comment.anonymous,
        ...(comment.reply && lastId !== undefined ? { parentId: lastId } : {}),
      });
      lastId = id;
      witness.registerComment(viewerCommentOf(id, comment, beganAt + comment.at));
    };
    const beganAt = clock.now() + 12_000;
    let activated = false;
    let stopped = false;
    let changeAt = CHANGE_EVERY_MS;
    let restarting: Promise<void> | null = null;
    for (;;) {
      // Fires timers that are due, because the simulator's own timers run at wall-clock speed.
      control.advance(0);
      const now = clock.now() - beganAt;
      for (let next = todo[0]; next !== undefined && next.at <= now; next = todo[0]) {
        todo.shift();
        next.run();
      }
      if (!activated && now >= 0) {
        activated = true;
        await call('POST', `/api/shows/${showId}/activate`, {});
      }
      const kill = kills[0];
      if (kill !== undefined && kill.at <= now && restarting === null) {
        kills.shift();
        day.killedAt.push(clock.now());
        restarting = backend
          .kill()
          .then(() => delay(kill.awayMs / SPEED))
          .then(() => backend.start())
          .finally(() => (restarting = null));
      }
      if (now >= changeAt && !stopped) {
        changeAt += CHANGE_EVERY_MS;
        await changeComments(showId, liveId, day);
      }
      if (!stopped && now >= plan.stopAt && restarting === null) {
        stopped = true;
        await call('POST', `/api/shows/${showId}/stop`, {});
      }
      if (stopped && todo.length === 0) {
        const [reading] = await query<{ final_sweeps: number }>(
          'SELECT final_sweeps FROM source_readings WHERE show_id = $1',
          [showId],
        );
        if (reading?.final_sweeps === 3) return day;
        if (now > plan.stopAt + MAX_FINAL_SCANS_MS) {
          throw new Error(`the scans after the end are not done: ${JSON.stringify(reading)}`);
        }
      }
      await delay(TICK_MS);
    }
  }

  /**
   * Deletes a stored comment and up to two comments that a paging cursor may point to. Reveals the authors of
   * up to two comments.
   */
  async function changeComments(showId: string, liveId: string, day: Day): Promise<void> {
    const { broadcasts } = simulator.control;
    const [stored] = await query<{ id: string }>(
      'SELECT platform_comment_id AS id FROM comments WHERE show_id = $1 ORDER BY random() LIMIT 1',
      [showId],
    );
    if (stored !== undefined) broadcasts.delete(stored.id);
    const anonymous = broadcasts
      .comments(liveId)
      .filter((comment) => comment.anonymous && comment.servedAt !== null);
    for (const comment of anonymous.slice(-2)) broadcasts.reveal(comment.id);
    const served = broadcasts
      .comments(liveId)
      .filter((comment) => comment.servedAt !== null && comment.deletedAt === null);
    for (const anchor of [served.at(-1), served.at(-1 - Math.floor(Math.random() * 100))]) {
      if (anchor === undefined) continue;
      broadcasts.delete(anchor.id);
      day.deletedAfterDelivery.add(anchor.id);
    }
  }

  it(
    `Every comment is stored once and decided as the oracle decides it (${COMMENTS} comments, ${KILLS} kills).`,
    async () => {
      const broadcast = simulator.control.broadcasts.create({ owner: PAGE });
      const plan = planLossyDay(SEED, COMMENTS, KILLS, COMMENTS_PER_SECOND, PAGE);
      const show = await beginShow(broadcast.id);
      setLossyFaults(simulator, PAGE, `${backend.url}/api/webhooks/facebook`);
      const witness = new Witness();
      const day = await runDay(plan, show.id, broadcast.id, witness);
      const events = await readEvents(get, show.id, 0);
      witness.follow(events);
      const rows = await query<{ id: string }>(
        'SELECT platform_comment_id AS id FROM comments WHERE show_id = $1',
        [show.id],
      );
      const stored = new Set(rows.map(({ id }) => id));
      const written = simulator.control.broadcasts.comments(broadcast.id);
      const missing = written.filter(({ id }) => !stored.has(id));
      // Delivered to a backend killed before it stored them, and deleted before it could read them again.
      const deletedUnread = missing.filter(
        ({ id, servedAt, deletedAt }) =>
          deletedAt !== null &&
          day.deletedAfterDelivery.has(id) &&
          day.killedAt.some(
            (at) => servedAt !== null && servedAt <= at && at - servedAt < MAX_READING_CYCLE_MS,
          ),
      );
      const calls = simulator.control.requests();
      const summary = {
        written: written.length,
        stored: rows.length,
        missing: missing.length - deletedUnread.length,
        deletedUnread: deletedUnread.length,
        doubled: rows.length - stored.size,
        changed: events.filter((event) => event.type === 'comment.updated').length,
        claims: witness.oracle.claims.length,
        kills: day.killedAt.length,
        calls: calls.length,
        failedCalls: calls.filter(({ status }) => status !== 200).length,
        webhooks: simulator.control.webhooks().delivered,
        seconds: Math.round((Date.now() - since) / 1_000),
        speed: SPEED,
      };
      process.stdout.write(`${JSON.stringify(summary)}\n`);
      expect(missing.filter((comment) => !deletedUnread.includes(comment))).toEqual([]);
      expect(stored.size).toBe(rows.length);
      expect(day.killedAt).toHaveLength(KILLS);
      expect(witness.oracle.outcomes).toHaveLength(stored.size);
      await auditShow({ get, database, showId: show.id }, witness, null);
      expect((await replayShow(database, show.id)).differences).toEqual([]);
    },
    TIME_LIMIT_MS,
  );
});
