// Every kind of stop request, as one promise.
import { followAncestors } from './ancestors.mjs';

// npm forwards a signal that the terminal has already sent to every process, so a second signal within this
// time comes from the same key press.
const SAME_REQUEST_MS = 1_000;

/**
 * @param {import('../processes/identity.mjs').ProcessIdentity[]} ancestors
 * @returns {{ requested: Promise<void>, isRequested: () => boolean }}
 */
export function listenForStop(ancestors) {
  let requestedAt = 0;
  /** @type {() => void} */
  let resolve = () => undefined;
  /** @type {Promise<void>} */
  const requested = new Promise((done) => (resolve = done));

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (requestedAt === 0) {
        requestedAt = Date.now();
        resolve();
      } else if (Date.now() - requestedAt > SAME_REQUEST_MS) {
        console.log('Stopping immediately.');
        // The database notices that this process is gone, and still stops cleanly.
        process.exit(130);
      }
    });
  }
  followAncestors(ancestors, () => {
    requestedAt ||= Date.now();
    resolve();
  });
  return { requested, isRequested: () => requestedAt !== 0 };
}
