// The server as a separate process, started by the launcher. The channel between the two is the lifeline:
// when the launcher dies for any reason, the channel closes and the server exits.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ type: 'ready', url: string }
 *   | { type: 'failed', message: string, code?: string, isRefusal: boolean }} ServerReport
 */

const MAX_CLOSE_MS = 15_000;
/** @type {{ close: () => Promise<void> } | null} */
let server = null;
let isClosing = false;

// The terminal sends these signals to all of its processes. Only the launcher decides when the server stops.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => undefined);
}
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('message', () => void close());
// The database stops with the launcher too, so there is nothing to finish. Everything confirmed is already
// stored.
process.on('disconnect', () => process.exit(1));

async function close() {
  if (isClosing) return;
  isClosing = true;
  setTimeout(() => {
    console.error(
      'The server did not shut down in time, so it is being stopped now. All confirmed data is stored.',
    );
    process.exit(1);
  }, MAX_CLOSE_MS).unref();
  await server?.close().catch((/** @type {unknown} */ error) => console.error(error));
  process.exit(0);
}

/** @param {ServerReport} message */
function report(message) {
  return new Promise((resolve) =>
    process.connected ? process.send?.(message, resolve) : resolve(undefined),
  );
}

try {
  const serverModule = await import(pathToFileURL(path.resolve(process.argv[2] ?? '')).href);
  server = await (serverModule.startServer ?? serverModule.default.startServer)();
  if (isClosing) await /** @type {{ close: () => Promise<void> }} */ (server).close();
  else {
    await report({
      type: 'ready',
      url: /** @type {{ url: string }} */ (/** @type {unknown} */ (server)).url,
    });
  }
} catch (error) {
  const failure = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  // An error with `problems` means that the server rejected its configuration.
  const isRefusal = 'problems' in failure;
  await report({
    type: 'failed',
    message: isRefusal ? failure.message : (failure.stack ?? failure.message),
    isRefusal,
    ...(failure.code === undefined ? {} : { code: failure.code }),
  });
  process.exit(1);
}
