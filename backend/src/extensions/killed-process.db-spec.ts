import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Caller, call, eventually, newCaller, startTestApp, type TestApp } from '../../test';
import { type CompiledBackend, compileBackend } from '../../test/compiled-backend';

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
  let compiled: CompiledBackend;
  let app: TestApp;
  let owner: Caller;
  let database: Client;
  let child: ChildProcess | null = null;
  const received: { id: string; body: string }[] = [];
  const shop = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ id: String(request.headers['webhook-id']), body });
      response.writeHead(204).end();
    });
  });

  beforeAll(async () => {
    compiled = compileBackend();
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    app = await startTestApp();
    database = await app.connect();
    owner = await newCaller(app.url);
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    shop.closeAllConnections();
    shop.close();
    await app.close();
    compiled.remove();
  });

  /** Starts a process that hosts the extension. @returns its address */
  function start(extension: string): Promise<string> {
    child = spawn(process.execPath, [compiled.main], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: tmpdir(),
        PORT: '0',
        LOG_LEVEL: 'error',
        DATABASE_URL: app.databaseUrl,
        EXTENSIONS: extension,
        OUTGOING_WEBHOOKS_ALLOWED_NETWORKS: '127.0.0.1',
        ...app.secrets,
      },
    });
    const { stdout } = child;
    return new Promise((resolve, reject) => {
      stdout?.on('data', (chunk: Buffer) => {
        const address = /listens at (\S+)/.exec(chunk.toString())?.[1];
        if (address !== undefined) resolve(address);
      });
      stdout?.on('end', () => reject(new Error('The process ended before it started listening.')));
    });
  }

  /** Makes a killed process's runs look timed out, so that they restart immediately. */
  const timeOutRuns = () =>
    database.query("UPDATE pgboss.job SET started_on = now() - interval '1 hour' WHERE state = 'active'");

  async function kill(): Promise<void> {
    const running = child;
    if (running === null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
    child = null;
  }

  it(
    `After ${ROUNDS} kills, every event has arrived, each with exactly one webhook id.`,
    async () => {
      const extension = compiled.compileExtension('outgoing-webhooks');
      const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
      const address = await start(extension);
      const added = await call(address, owner.session.accessToken, 'POST', ENDPOINTS, {
        url,
        eventTypes: ['claim.created'],
      });
      expect(added.status).toBe(201);
      const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 9_999 }]);
      for (let round = 0; round < ROUNDS; round++) {
        if (round > 0) await start(extension);
        await timeOutRuns();
        const before = received.length;
        const allClaimed = (async () => {
          for (let n = 0; n < CLAIMS_PER_ROUND; n++) await owner.say(show.id, `v-${round}-${n}`, 'sold 1');
        })();
        // Waits until the process has sent the first event of the round.
        await eventually(
          () => received.length,
          (count) => count > before,
        );
        await wait(Math.random() * MAX_WAIT_MS);
        await kill();
        await allClaimed;
      }
      await start(extension);
      await timeOutRuns();
      const count = ROUNDS * CLAIMS_PER_ROUND;
      await eventually(
        () => new Set(received.map(({ id }) => id)).size,
        (ids) => ids >= count,
      );
      const bodies = new Map<string, string>();
      for (const { id, body } of received) {
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
