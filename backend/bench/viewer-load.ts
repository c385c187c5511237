import type { ViewerPageLink } from '@sellary/contracts';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { socketLatency } from './sockets';
import { openedShow, openStage, type Stage } from './stage';

/** Pages that poll, each every 5 s, over connections that they share. */
const PAGES = Number(process.argv[2] ?? 10_000);
const POLL_MS = 5_000;
const CONNECTIONS = 500;
const CONSOLES = 20;
const COMMENTS_PER_SECOND = 50;
const SECONDS = 15;

interface Audience {
  url: string;
  token: string;
  pages: number;
}

/** Polls as the board does, until it is asked for its report. */
async function poll({ url, token, pages }: Audience): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const answers: Record<string, number> = {};
  const once = (etag: string | undefined): Promise<string | undefined> =>
    new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      };
      request(`${url}/api/viewer-pages/show`, { agent, headers }, (answer) => {
        const status = String(answer.statusCode);
        answers[status] = (answers[status] ?? 0) + 1;
        answer.resume().once('end', () => resolve(answer.headers.etag));
      })
        .once('error', () => {
          answers['failed'] = (answers['failed'] ?? 0) + 1;
          resolve(etag);
        })
        .end();
    });
  const page = async (): Promise<void> => {
    await wait(Math.random() * POLL_MS);
    let etag: string | undefined;
    for (;;) {
      const next = Date.now() + POLL_MS;
      etag = await once(etag);
      await wait(Math.max(0, next - Date.now()));
    }
  };
  for (let index = 0; index < pages; index++) void page();
  parentPort?.once('message', () => parentPort?.postMessage(answers));
  await wait(POLL_MS);
  parentPort?.postMessage('polling');
}

async function board(stage: Stage, showId: string): Promise<string> {
  const response = await fetch(`${stage.url}/api/shows/${showId}/viewer-pages/board`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return ((await response.json()) as ViewerPageLink).link.split('/').pop() ?? '';
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const stage = await openStage();
  const show = await openedShow(stage);
  const measure = (): ReturnType<typeof socketLatency> =>
    socketLatency(stage, show, COMMENTS_PER_SECOND, CONSOLES, SECONDS);
  await measure();
  const alone = await measure();
  const audience = new Worker(__filename, {
    workerData: { url: stage.url, token: await board(stage, show.id), pages: PAGES } satisfies Audience,
  });
  await once(audience, 'message');
  const watched = await measure();
  const report = once(audience, 'message') as Promise<[Record<string, number>]>;
  audience.postMessage('report');
  const [answers] = await report;
  await audience.terminate();
  const text = ({ p50, p99 }: typeof alone): string => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  print(`Comment to console, ${CONSOLES} consoles at ${COMMENTS_PER_SECOND}/s:`);
  print(`  without viewers: ${text(alone)}`);
  print(`  with ${PAGES} pages that poll every ${POLL_MS / 1000} s: ${text(watched)}`);
  print(
    `  ratio of p99: ${(watched.p99 / alone.p99).toFixed(2)}; answers by status: ${JSON.stringify(answers)}`,
  );
  await stage.close();
  process.exit(0);
}

if (isMainThread) void main();
else void poll(workerData as Audience);
