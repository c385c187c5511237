import type { BasketList, BasketOutcomes, BasketRow, ShowWithItems } from '@sellary/contracts';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type Caller, call, newCaller, startTestApp, type TestApp } from '../../../test';
import { type CompiledBackend, compileBackend } from '../../../test/compiled-backend';
import { Replay } from '../../claim-engine';
import { Clock, poolReader } from '../../kernel';
import { HoldJob } from './hold.job';

/** Number of times the process is killed. Use `KILL_ROUNDS=100` for a long run. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const WINNERS = 40;

describe('Baskets when a process is killed or its connections break at a random moment', () => {
  let compiled: CompiledBackend;
  let app: TestApp;
  let owner: Caller;
  let show: ShowWithItems;
  let database: Client;
  let child: ChildProcess | null = null;

  beforeAll(async () => {
    compiled = compileBackend();
    app = await startTestApp();
    database = await app.connect();
  });
  beforeEach(async () => {
    owner = await newCaller(app.url);
    show = await owner.activeShow([{ itemNumber: '1', totalQuantity: WINNERS, price: 1234 }], {
      currency: 'EUR',
    });
    for (let n = 0; n < 2 * WINNERS; n++) await owner.say(show.id, `v${n}`, 'sold 1');
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await app.close();
    compiled.remove();
  });

  /** @returns the address of a separate process on the same database */
  function startProcess(): Promise<string> {
    const startedProcess = spawn(process.execPath, [compiled.main], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: tmpdir(),
        PORT: '0',
        LOG_LEVEL: 'error',
        DATABASE_URL: app.databaseUrl,
        ...app.secrets,
      },
    });
    child = startedProcess;
    return new Promise((resolve, reject) => {
      startedProcess.stdout.on('data', (chunk: Buffer) => {
        const address = /listens at (\S+)/.exec(chunk.toString())?.[1];
        if (address !== undefined) resolve(address);
      });
      startedProcess.stdout.on('end', () =>
        reject(new Error('The process ended before it started listening.')),
      );
    });
  }

  async function killProcess(): Promise<void> {
    const running = child;
    if (running === null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
    child = null;
  }

  const list = async (query = ''): Promise<BasketRow[]> =>
    (await owner.call<BasketList>('GET', `/api/baskets?show=${show.id}&limit=200${query}`)).body.baskets;
  const differences = async (): Promise<string[]> =>
    (await new Replay(poolReader(app.nest.get(DataSource)), show.id).run()).differences;
  const countActs = async (act: string): Promise<number> => {
    const { rows } = await database.query<{ n: string }>(
      "SELECT count(*) AS n FROM show_events WHERE show_id = $1 AND type = 'operator.act' AND payload->>'act' = $2",
      [show.id, act],
    );
    return Number(rows[0]?.n);
  };

  /** Each step is possible after the previous one, and the first is possible again after the last. */
  const STEPS = ['request', 'pay', 'pack', 'undo', 'undo', 'cancel', 'undo', 'undo'] as const;
  const countSteps = async (baskets: readonly { id: string }[]): Promise<number> => {
    const { rows } = await database.query<{ n: string }>(
      "SELECT count(*) AS n FROM basket_changes WHERE basket_id = ANY($1) AND step <> 'extras'",
      [baskets.map(({ id }) => id)],
    );
    return Number(rows[0]?.n);
  };
  /** Counts claims that are paid without a paid basket, or are in a paid basket without being paid. */
  const countMismatches = async (): Promise<number> => {
    const { rows } = await database.query<{ n: string }>(
      `SELECT count(*) AS n FROM claims c LEFT JOIN basket_lines l ON l.claim_id = c.id AND l.active
       LEFT JOIN baskets b ON b.id = l.basket_id
       WHERE c.show_id = $1 AND c.paid <> coalesce(b.state IN ('paid', 'packed', 'shipped'), false)`,
      [show.id],
    );
    return Number(rows[0]?.n);
  };

  it(
    `A step that is sent again after a kill takes effect only once for each basket, in ${ROUNDS} rounds.`,
    async () => {
      const basketsAtStart = await list();
      expect(basketsAtStart).toHaveLength(WINNERS);
      const ids = new Set(basketsAtStart.map(({ id }) => id));
      const doneBeforeKill: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const step = STEPS[round % STEPS.length] ?? 'request';
        const baskets = (await list()).filter(({ id }) => ids.has(id));
        const refs = baskets.map(({ id, version }) => ({ id, version }));
        expect(refs).toHaveLength(WINNERS);
        const body = {
          baskets: refs,
          ...(step === 'pay' && { method: 'cash', reference: `round ${round}` }),
        };
        const before = await countSteps(refs);
        const address = await startProcess();
        const path = `/api/baskets/${step}`;
        const request = call(address, owner.session.accessToken, 'POST', path, body).catch(() => null);
        await wait(20 + Math.random() * 400);
        await killProcess();
        await request;
        doneBeforeKill.push((await countSteps(refs)) - before);
        expect([await differences(), await countMismatches()]).toEqual([[], 0]);
        const { body: done } = await owner.call<BasketOutcomes>('POST', path, body);
        expect(done.outcomes.filter(({ ok }) => !ok)).toEqual([]);
        expect(await countSteps(refs)).toBe(before + WINNERS);
        expect([await differences(), await countMismatches()]).toEqual([[], 0]);
      }
      const killsBetweenBaskets = doneBeforeKill.filter((steps) => steps > 0 && steps < WINNERS).length;
      process.stdout.write(
        `${ROUNDS} kills, ${killsBetweenBaskets} of them between two baskets of a request; ${doneBeforeKill.reduce((sum, n) => sum + n, 0)} steps were done before a kill\n`,
      );
    },
    60_000 + ROUNDS * 20_000,
  );

  it('If connections break while holds are ending, each unit is released once and goes to one waiting buyer.', async () => {
    await owner.call('PATCH', '/api/baskets/settings', { hold: { hours: 1, atEnd: 'release' } });
    const baskets = (await list()).map(({ id, version }) => ({ id, version }));
    await owner.call('POST', '/api/baskets/request', { baskets });
    const clock = jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => Date.now() + 2 * 3_600_000);
    for (let round = 0; round < 4; round++) {
      const run = app.nest.get(HoldJob).run();
      await wait(20 + Math.random() * 60);
      await database.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await run;
    }
    await app.nest.get(HoldJob).run();
    clock.mockRestore();
    expect(await countActs('release')).toBe(WINNERS);
    expect(await list('&state=expired')).toHaveLength(WINNERS);
    expect(await list('&state=open')).toHaveLength(WINNERS);
    expect(await differences()).toEqual([]);
  }, 60_000);
});
