import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Reply, type Streaming } from './reply';

interface ListeningServer {
  port: number;
  close(): Promise<void>;
}

/** `broken`: a fault has already handled the connection, so nothing more is sent. */
export type ServerResult = Reply | Streaming | 'broken';

/**
 * A plain HTTP server on one address.
 * @throws the listening error, for example EADDRINUSE
 */
export async function listen(
  host: string,
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<ServerResult>,
): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    answer(request, response).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, failure(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

function send(response: ServerResponse, answer: ServerResult): void {
  if (answer === 'broken' || response.destroyed) return;
  if (!(answer instanceof Reply)) {
    answer.write(response);
    return;
  }
  response
    .writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
    .end(answer.body);
}

/** Returns a response for an error in the simulator itself, which must not look like a platform fault. */
function failure(error: unknown): Reply {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Reply(
    500,
    { 'content-type': 'text/plain; charset=utf-8' },
    `The simulator itself failed.\n${text}\n`,
  );
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
