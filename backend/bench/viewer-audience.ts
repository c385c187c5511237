import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Each page polls once per interval, as the board does. */
export const POLL_MS = 5_000;
/** All pages share these connections. */
const MAX_CONNECTIONS = 500;

export interface Audience {
  url: string;
  token: string;
  pages: number;
}

/**
 * Polls as the board does. When the main thread sends a message, reports the number of responses by status.
 */
async function poll({ url, token, pages }: Audience): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
  const responses: Record<string, number> = {};
  const pollOnce = (etag: string | undefined): Promise<string | undefined> =>
    new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      };
      request(`${url}/api/viewer-pages/show`, { agent, headers }, (response) => {
        const status = String(response.statusCode);
        responses[status] = (responses[status] ?? 0) + 1;
        response.resume().once('end', () => resolve(response.headers.etag));
      })
        .once('error', () => {
          responses['failed'] = (responses['failed'] ?? 0) + 1;
          resolve(etag);
        })
        .end();
    });
  const page = async (): Promise<void> => {
    await wait(Math.random() * POLL_MS);
    let etag: string | undefined;
    for (;;) {
      const next = Date.now() + POLL_MS;
      etag = await pollOnce(etag);
      await wait(Math.max(0, next - Date.now()));
    }
  };
  for (let index = 0; index < pages; index++) void page();
  parentPort?.once('message', () => parentPort?.postMessage(responses));
  await wait(POLL_MS);
  parentPort?.postMessage('polling');
}

if (parentPort !== null) void poll(workerData as Audience);
