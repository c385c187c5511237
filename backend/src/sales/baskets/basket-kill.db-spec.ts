import type { BasketOutcomes, BasketRow, ShowWithItems } from '@sellary/contracts';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import {
  call,
  type CompiledBackend,
  compileBackend,
  replayDifferences,
  useCallerPerTest,
  useTestApp,
} from '../../../test';
import { baskets } from '../../../test/baskets';
import { freePort } from '../../../test/free-port';
import { BackendProcess } from '../../../test/model-check/processes';
import { Clock } from '../../kernel';
import { HoldJob } from './hold.job';

/** Number of times the process is killed. Use `KILL_ROUNDS=100` for a long run. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const WINNERS = 40;

describe('Baskets when a process is killed or its connections break at a random moment', () => {
  let compiled: CompiledBackend;
  let backend: BackendProcess;
  // Runs before the app closes, because the process uses the app's database.
  afterAll(async () => {
    await backend.kill();
    compiled.remove();
  });
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let show: ShowWithItems;
  let database: Client;

  beforeAll(async () => {
    compiled = compileBackend();
    const env = { DATABASE_URL: app.databaseUrl, DATA_DIR: tmpdir(), ...app.secrets };
    backend = new BackendProcess(compiled.main, env, await freePort());
    database = await app.connect();
  });
  beforeEach(async () => {
    show = await owner.activeShow([{ itemNumber: '1', totalQuantity: WINNERS, price: 1234 }], {
      currency: 'EUR',
    });
    for (let n = 0; n < 2 * WINNERS; n++) await owner.say(show.id, `v${n}`, 'sold 1');
  });
  const list = (query = ''): Promise<BasketRow[]> => baskets(owner).list(`show=${show.id}${query}`);
  const differences = (): Promise<string[]> => replayDifferences(app, show.id);
  const count = async (from: string, ...parameters: unknown[]): Promise<number> => {
    const { rows } = await database.query<{ n: string }>(`SELECT count(*) AS n FROM ${from}`, parameters);
    return Number(rows[0]?.n);
  };
  const countActs = (act: string): Promise<number> =>
    count("show_events WHERE show_id = $1 AND type = 'operator.act' AND payload->>'act' = $2", show.id, act);

  /** Each step is possible after the previous one, and the first is possible again after the last. */
  const STEPS = ['request', 'pay', 'pack', 'undo', 'undo', 'cancel', 'undo', 'undo'] as const;
  const countSteps = (rows: readonly { id: string }[]): Promise<number> =>
    count(
      "basket_changes WHERE basket_id = ANY($1) AND step <> 'extras'",
      rows.map(({ id }) => id),
    );
  /** Counts claims that are paid without a paid basket, or are in a paid basket without being paid. */
  const countMismatches = (): Promise<number> =>
    count(
      `claims c LEFT JOIN basket_lines l ON l.claim_id = c.id AND l.active LEFT JOIN baskets b ON b.id = l.basket_id
       WHERE c.show_id = $1 AND c.paid <> coalesce(b.state IN ('paid', 'packed', 'shipped'), false)`,
      show.id,
    );

  it(
    `A step that is sent again after a kill takes effect only once for each basket, in ${ROUNDS} rounds.`,
    async () => {
      const basketsAtStart = await list();
      expect(basketsAtStart).toHaveLength(WINNERS);
      const ids = new Set(basketsAtStart.map(({ id }) => id));
      const doneBeforeKill: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const step = STEPS[round % STEPS.length] ?? 'request';
        const openRows = (await list()).filter(({ id }) => ids.has(id));
        const refs = openRows.map(({ id, version }) => ({ id, version }));
        expect(refs).toHaveLength(WINNERS);
        const body = {
          baskets: refs,
          ...(step === 'pay' && { method: 'cash', reference: `round ${round}` }),
        };
        const before = await countSteps(refs);
        await backend.start();
        const path = `/api/baskets/${step}`;
        const request = call(backend.url, owner.session.accessToken, 'POST', path, body).catch(() => null);
        await wait(20 + Math.random() * 400);
        await backend.kill();
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
    await baskets(owner).sendStep('request', await list());
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
