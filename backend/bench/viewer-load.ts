import type { ViewerPageLink } from '@sellary/contracts';
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { socketLatency } from './sockets';
import { openShow, startBenchApp, type BenchApp } from './stage';
import { print } from './run';
import { type Audience, POLL_MS } from './viewer-audience';

const POLLING_PAGES = Number(process.argv[2] ?? 10_000);
const CONSOLES = 20;
const COMMENTS_PER_SECOND = 50;
const SECONDS = 15;

async function boardToken(stage: BenchApp, showId: string): Promise<string> {
  const response = await fetch(`${stage.url}/api/shows/${showId}/viewer-pages/board`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return ((await response.json()) as ViewerPageLink).link.split('/').pop() ?? '';
}

async function main(): Promise<void> {
  const stage = await startBenchApp();
  const show = await openShow(stage);
  const measure = (): ReturnType<typeof socketLatency> =>
    socketLatency(stage, show, COMMENTS_PER_SECOND, CONSOLES, SECONDS);
  // The first measurement is only a warm-up.
  await measure();
  const withoutViewers = await measure();
  const audience = new Worker(path.join(__dirname, 'viewer-audience.js'), {
    workerData: {
      url: stage.url,
      token: await boardToken(stage, show.id),
      pages: POLLING_PAGES,
    } satisfies Audience,
  });
  await once(audience, 'message');
  const withViewers = await measure();
  const report = once(audience, 'message') as Promise<[Record<string, number>]>;
  audience.postMessage('report');
  const [answers] = await report;
  await audience.terminate();
  const text = ({ p50, p99 }: typeof withoutViewers): string =>
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  print(`Comment to console, ${CONSOLES} consoles at ${COMMENTS_PER_SECOND}/s:`);
  print(`  without viewers: ${text(withoutViewers)}`);
  print(`  with ${POLLING_PAGES} pages polling every ${POLL_MS / 1000} s: ${text(withViewers)}`);
  print(
    `  p99 ratio: ${(withViewers.p99 / withoutViewers.p99).toFixed(2)}; responses by status: ${JSON.stringify(answers)}`,
  );
  await stage.close();
  process.exit(0);
}

void main();
