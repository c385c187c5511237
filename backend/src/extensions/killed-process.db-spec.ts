import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { call, type CompiledBackend, compileBackend, eventually, useCaller, useTestApp } from '../../test';
import { freePort } from '../../test/free-port';
import { BackendProcess } from '../../test/model-check/processes';
import { WebhookReceiver } from '../../test/webhook-receiver';

/** Number of times the process is killed. For a long run, use `KILL_ROUNDS=100`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const CLAIMS_PER_ROUND = 6;
/**
 * Approximate time in which a round's claims are handled and sent. The process is killed at a random moment
 * within this time.
 */
const MAX_WAIT_MS = 400;
const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';

describe('A process killed while it handles and sends events', () => {
  const shop = new WebhookReceiver();
  let compiled: CompiledBackend;
  let backend: BackendProcess;
  let database: Client;

  // Runs before the app closes, because the process uses the app's database.
  afterAll(async () => {
    await backend.kill();
    shop.stop();
    compiled.remove();
  });
  const app = useTestApp();
  const owner = useCaller(app);

  beforeAll(async () => {
    await shop.start();
    compiled = compileBackend();
    database = await app.connect();
    const env = {
      DATABASE_URL: app.databaseUrl,
      DATA_DIR: tmpdir(),
      EXTENSIONS: compiled.compileExtension('outgoing-webhooks'),
      OUTGOING_WEBHOOKS_ALLOWED_NETWORKS: '127.0.0.1',
      ...app.secrets,
    };
    backend = new BackendProcess(compiled.main, env, await freePort());
  });

  /** Makes a killed process's runs look timed out, so that they restart immediately. */
  const timeOutRuns = () =>
    database.query("UPDATE pgboss.job SET started_on = now() - interval '1 hour' WHERE state = 'active'");

  it(
    `After ${ROUNDS} kills, every event has arrived, each with exactly one webhook id.`,
    async () => {
      await backend.start();
      const endpoint = { url: shop.url(), eventTypes: ['claim.created'] };
      const added = await call(backend.url, owner.session.accessToken, 'POST', ENDPOINTS, endpoint);
      expect(added.status).toBe(201);
      const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 9_999 }]);
      for (let round = 0; round < ROUNDS; round++) {
        if (round > 0) await backend.start();
        await timeOutRuns();
        const before = shop.received.length;
        const allClaimed = (async () => {
          for (let n = 0; n < CLAIMS_PER_ROUND; n++) await owner.say(show.id, `v-${round}-${n}`, 'sold 1');
        })();
        // Waits until the process has sent the first event of the round.
        await eventually(
          () => shop.received.length,
          (count) => count > before,
        );
        await wait(Math.random() * MAX_WAIT_MS);
        await backend.kill();
        await allClaimed;
      }
      await backend.start();
      await timeOutRuns();
      const count = ROUNDS * CLAIMS_PER_ROUND;
      await eventually(
        () => new Set(shop.received.map(({ id }) => id)).size,
        (ids) => ids >= count,
      );
      const bodies = new Map<string, string>();
      for (const { id, body } of shop.received) {
        expect(bodies.get(id) ?? body).toBe(body);
        bodies.set(id, body);
      }
      const seqs = [...bodies.values()].map(
        (body) => (JSON.parse(body) as { data: { seq: number } }).data.seq,
      );
      expect(bodies.size).toBe(count);
      expect(new Set(seqs).size).toBe(count);
    },
    120_000 + ROUNDS * 20_000,
  );
});
