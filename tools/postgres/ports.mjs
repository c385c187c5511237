import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

// Below every system's range for outgoing connections, because any client may take a port from that range at
// any time.
const MIN_PORT = 15_000;
const MAX_PORT = 25_000;

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    // Any other error is not about the port (no IPv6, for example), and the server's own message is better.
    probe.once('error', (error) =>
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE'),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port free on both IPv4 and IPv6, so that `localhost` always reaches the same program.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(MIN_PORT, MAX_PORT);
    if ((await isFree(port)) && (await isFree(port, '::1'))) return port;
  }
}
