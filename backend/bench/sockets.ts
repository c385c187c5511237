import { REALTIME_PATH, type ShowEventsMessage } from '@sellary/contracts';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openLoop } from './latency';
import type { BenchApp } from './stage';
import { quantile } from './workload';

interface ConsoleOptions {
  url: string;
  token: string;
  showId: string;
  count: number;
}

/**
 * Measures the time from a comment's arrival until a console's socket delivers it, across all consoles, in
 * ms. The consoles run in a separate thread.
 */
export async function socketLatency(
  stage: BenchApp,
  show: { id: string; liveId: string },
  rate: number,
  count: number,
  seconds: number,
) {
  const worker = new Worker(__filename, {
    workerData: { url: stage.url, token: stage.token, showId: show.id, count } satisfies ConsoleOptions,
  });
  await once(worker, 'message');
  await openLoop(stage.intake, show, rate, seconds);
  const report = once(worker, 'message') as Promise<[number[]]>;
  worker.postMessage('report');
  const [latencies] = await report;
  await worker.terminate();
  return {
    consoles: count,
    rate,
    deliveries: latencies.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

async function listen({ url, token, showId, count }: ConsoleOptions): Promise<void> {
  const latencies: number[] = [];
  const sockets = Array.from({ length: count }, () =>
    io(url, { path: REALTIME_PATH, transports: ['websocket'], auth: { token }, forceNew: true }),
  );
  for (const socket of sockets) {
    socket.on('show.events', (message: ShowEventsMessage) => {
      const now = Date.now();
      for (const event of message.events) {
        if (event.type === 'comment.received') {
          latencies.push(now - Date.parse(event.data.comment.receivedAt));
        }
      }
    });
  }
  await Promise.all(
    sockets.map(
      async (socket) => void (await new Promise<void>((resolve) => socket.once('connect', resolve))),
    ),
  );
  await Promise.all(sockets.map((socket) => socket.emitWithAck('show.join', { showId })));
  // After the last comment is decided, messages may still be in transit.
  parentPort?.on('message', () => setTimeout(() => parentPort?.postMessage(latencies), 500));
  parentPort?.postMessage('ready');
}

if (!isMainThread) void listen(workerData as ConsoleOptions);
