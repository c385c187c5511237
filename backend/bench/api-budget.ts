import 'reflect-metadata';
import type { ConnectionList, Show, StartConnectingResult } from '@sellary/contracts';
import { type Simulator, startSimulator } from '@sellary/simulator';
import { setTimeout as wait } from 'node:timers/promises';
import { startBenchApp, type BenchApp } from './stage';

const PAGE_ID = '1000001';
const BROADCAST_ID = '2000001';
/** Long enough by default to include rare calls, such as a wider scan every minute. */
const WATCHED_MS = Number(process.argv[2] ?? 60) * 1_000;
/** Time to finish Graph API calls that were in progress when the rate limit usage changed. */
const SETTLING_MS = 10_000;

async function callServer<T>(
  stage: BenchApp,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ body: T; cookie: string }> {
  const response = await fetch(stage.url + path, {
    method,
    headers: {
      authorization: `Bearer ${stage.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { body: JSON.parse(text) as T, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Connects the simulator's pages and starts a show with one page's broadcast. */
async function beginShow(stage: BenchApp): Promise<void> {
  const { body, cookie } = await callServer<StartConnectingResult>(
    stage,
    'POST',
    '/api/connections/oauth/facebook/start',
    {},
  );
  const dialog = await fetch(body.authorizeUrl, { redirect: 'manual' });
  await fetch(dialog.headers.get('location') ?? '', { redirect: 'manual', headers: { cookie } });
  const { connections } = (await callServer<ConnectionList>(stage, 'GET', '/api/connections')).body;
  const page = connections.find((connection) => connection.externalAccountId === PAGE_ID);
  const sources = [{ platform: 'facebook', connectionId: page?.id, liveId: BROADCAST_ID }];
  const { body: show } = await callServer<Show>(stage, 'POST', '/api/shows', { sources });
  await callServer(stage, 'POST', `/api/shows/${show.id}/activate`, {});
}

/** Counts the server's Graph calls about the broadcast while this percentage of the rate limit is used. */
async function callsAt(simulator: Simulator, percent: number): Promise<{ comments: number; status: number }> {
  simulator.control.setUsage(PAGE_ID, percent);
  await wait(SETTLING_MS);
  simulator.control.clearRequests();
  await wait(WATCHED_MS);
  const calls = simulator.control.requests().filter((request) => request.path.includes(BROADCAST_ID));
  const comments = calls.filter((request) => request.path.endsWith('/comments')).length;
  return { comments, status: calls.length - comments };
}

async function main(): Promise<void> {
  const simulator = await startSimulator();
  simulator.control.switch({ dialog: 'allow', requireProof: true });
  Object.assign(process.env, {
    META_GRAPH_URL: simulator.url,
    META_DIALOG_URL: simulator.url,
    META_APP_ID: simulator.appId,
    META_APP_SECRET: simulator.appSecret,
  });
  const stage = await startBenchApp();
  await beginShow(stage);
  const perMinute = (count: number): string => ((count * 60_000) / WATCHED_MS).toFixed(1).padStart(6);
  process.stdout.write(
    `Graph API calls per minute for one Facebook source, ${WATCHED_MS / 1_000} s per measurement:\n`,
  );
  for (const percent of [1, 75, 90, 100]) {
    const { comments, status } = await callsAt(simulator, percent);
    process.stdout.write(
      `  ${String(percent).padStart(3)} % used: ${perMinute(comments + status)} (comments ${perMinute(comments)}, status ${perMinute(status)})\n`,
    );
  }
  await stage.close();
  await simulator.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
