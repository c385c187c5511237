import type { Session, ShowWithItems } from '@sellary/contracts';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../test/free-port';
import { print } from './run';

/** The built product, relative to the folder with the compiled benchmarks. */
const SERVER = path.join(__dirname, '..', '..', '..', 'dist', 'main.js');
const ATTACKERS = 3;
const CONNECTIONS = 400;
const ITEMS = 40;

interface Seller {
  token: string;
  showId: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** @returns the status and body, with status 0 if there was no response */
function call(url: string, method: string, token: string | null, body?: string): Promise<[number, string]> {
  return new Promise((resolve) => {
    const headers = {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    request(url, { method, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () => resolve([response.statusCode ?? 0, Buffer.concat(parts).toString()]));
    })
      .once('error', () => resolve([0, '']))
      .end(body);
  });
}

async function post<T>(url: string, token: string | null, body: unknown): Promise<T> {
  const [status, text] = await call(url, 'POST', token, JSON.stringify(body));
  if (status >= 300) throw new Error(`POST ${url}: ${status} ${text}`);
  return JSON.parse(text) as T;
}

/** Registers a user with an active show. */
async function newSeller(url: string, name: string): Promise<Seller> {
  const { accessToken: token } = await post<Session>(`${url}/api/auth/register`, null, {
    email: `${name}@example.com`,
    password: 'bench bench bench',
    name,
  });
  const { id: showId } = await post<ShowWithItems>(`${url}/api/shows`, token, {
    name,
    sources: [{ platform: 'rehearsal' }],
  });
  const items = Array.from({ length: ITEMS }, (_, index) => ({ itemNumber: String(101 + index) }));
  await post(`${url}/api/shows/${showId}/items`, token, { items });
  await post(`${url}/api/shows/${showId}/activate`, token, {});
  return { token, showId };
}

const comments = (
  count: number,
  addedLength: number,
): { userId: string; userHandle: string; text: string }[] =>
  Array.from({ length: count }, (_, index) => ({
    userId: `viewer-${index}`,
    userHandle: `viewer${index}`,
    text: `${index % 3 === 0 ? 'so pretty' : `sold ${101 + (index % ITEMS)}`} ${'x '.repeat(addedLength / 2)}`,
  }));

/** Attacks by name. All calls of an attack start at the same time, split evenly among the attackers. */
function attacksOn(url: string, attackers: Seller[]): Record<string, () => Promise<number[]>> {
  const all = (
    count: number,
    send: (attacker: Seller, index: number) => ReturnType<typeof call>,
  ): Promise<number[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const attacker = attackers[index % attackers.length];
        return attacker === undefined ? 0 : (await send(attacker, index))[0];
      }),
    );
  const reads =
    (count: number, pathOf: (showId: string) => string): (() => Promise<number[]>) =>
    () =>
      all(count, ({ token, showId }) => call(url + pathOf(showId), 'GET', token));
  const bulk =
    (count: number, commentsEach: number, addedLength: number): (() => Promise<number[]>) =>
    () =>
      all(count, ({ token, showId }) =>
        call(
          `${url}/api/debug/bulk-comments`,
          'POST',
          token,
          JSON.stringify({ showId, comments: comments(commentsEach, addedLength) }),
        ),
      );
  const unsignedWebhook = `{"entry":${'['.repeat(50)}${']'.repeat(50)},"text":"${'y'.repeat(60_000)}"}`;
  return {
    '72 × 500 comments': bulk(72, 500, 0),
    '9 × 500 comments of 2,000 characters': bulk(9, 500, 2_000),
    '6 × 100 comments of 9,900 characters': bulk(6, 100, 9_900),
    '50 snapshots': reads(50, (show) => `/api/shows/${show}/snapshot`),
    '200 lists of comments': reads(200, (show) => `/api/shows/${show}/comments?limit=100`),
    '100 lists of claims': reads(100, (show) => `/api/shows/${show}/claims?limit=100`),
    '100 lists of ledger rows': reads(100, (show) => `/api/shows/${show}/events?limit=100`),
    '60 summaries': reads(60, (show) => `/api/shows/${show}/summary`),
    '60 lists of baskets': reads(60, () => '/api/baskets'),
    '20 exports': reads(20, (show) => `/api/shows/${show}/export?type=claims`),
    '3,000 reads of the account': reads(3_000, () => '/api/auth/me'),
    '3,000 requests without a token': () => all(3_000, () => call(`${url}/api/auth/me`, 'GET', null)),
    '400 unsigned webhooks of 60 KB': () =>
      all(400, () => call(`${url}/api/webhooks/facebook`, 'POST', null, unsignedWebhook)),
    '200 registrations': () =>
      all(200, (_, index) =>
        call(
          `${url}/api/auth/register`,
          'POST',
          null,
          JSON.stringify({ email: `new-${index}@example.com`, password: 'bench bench bench', name: 'New' }),
        ),
      ),
  };
}

/**
 * Repeats a small read as another user, in a separate process. On every message, reports the longest wait
 * since the previous one, in ms.
 */
async function watch(url: string, token: string): Promise<void> {
  let longest = 0;
  process.on('message', () => {
    process.send?.(longest);
    longest = 0;
  });
  for (;;) {
    const started = performance.now();
    await call(`${url}/api/auth/me`, 'GET', token);
    longest = Math.max(longest, performance.now() - started);
    await wait(3);
  }
}

/** The process's peak resident memory so far, in MB. Linux only. */
const peakMb = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

async function main(): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = 'only for benchmarks, on a database that is thrown away';
  const server = spawn(process.execPath, [SERVER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      JWT_SECRET: `${secret} 1`,
      JWT_REFRESH_SECRET: `${secret} 2`,
      TOKEN_ENCRYPTION_KEY: `${secret} 3`,
    },
  });
  try {
    while ((await call(`${url}/health/ready`, 'GET', null))[0] !== 200) {
      if (server.exitCode !== null) throw new Error('The server did not start.');
      await wait(200);
    }
    const [otherUser, ...attackers] = await Promise.all(
      Array.from({ length: ATTACKERS + 1 }, (_, index) => newSeller(url, `user${index}`)),
    );
    const watcher = fork(__filename, [url, otherUser?.token ?? '']);
    const takeLongestWait = async (): Promise<number> => {
      watcher.send('report');
      return ((await once(watcher, 'message')) as [number])[0];
    };
    for (const [name, attack] of Object.entries(attacksOn(url, attackers))) {
      // Discards the waits measured before the attack.
      await takeLongestWait();
      const statuses = await attack();
      const longest = await takeLongestWait();
      const failed = statuses.filter((status) => status === 0 || status >= 500).length;
      print(
        `${name}: another user waited ${longest.toFixed(0)} ms at most; ${failed} requests got a 5xx response or none`,
      );
    }
    print(`peak server memory: ${peakMb(server.pid ?? 0)} MB`);
    watcher.kill();
  } finally {
    server.kill();
  }
  process.exit(0);
}

const [url, token] = process.argv.slice(2);
if (url === undefined || token === undefined) void main();
else void watch(url, token);
