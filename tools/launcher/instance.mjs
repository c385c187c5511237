// One running product per data folder. The next start waits for a product that is shutting down.
import path from 'node:path';
import { isAlive } from '../processes/identity.mjs';
import { holderOf, waitForLock } from '../processes/lock-file.mjs';
import { Refusal } from '../postgres/files.mjs';

const MAX_SHUTDOWN_MS = 30_000;

/**
 * @typedef {object} InstanceDetails
 * @property {'starting' | 'running' | 'stopping'} state
 * @property {string | null} url
 * @property {import('../processes/identity.mjs').ProcessIdentity[]} ancestors processes whose death ends the
 * product
 */

/** @param {string} dataDir */
function lockOf(dataDir) {
  return path.join(dataDir, 'instance.lock');
}

/**
 * @param {string} dataDir
 * @param {import('../processes/identity.mjs').ProcessIdentity[]} ancestors
 * @returns {Promise<import('../processes/lock-file.mjs').LockFile>} rejects with a {@link Refusal} if the
 * product is already running
 */
export async function claimInstance(dataDir, ancestors) {
  let hasLogged = false;
  /** @type {InstanceDetails} */
  const details = { state: 'starting', url: null, ancestors };
  const { lock, holder } = await waitForLock(lockOf(dataDir), { ...details }, (previous, waitedMs) => {
    const { state, ancestors: previousAncestors } = /** @type {InstanceDetails} */ (
      /** @type {unknown} */ (previous)
    );
    const isEnding =
      state === 'stopping' || !isAlive(previous) || previousAncestors.some((ancestor) => !isAlive(ancestor));
    if (!isEnding || waitedMs > MAX_SHUTDOWN_MS) return false;
    if (!hasLogged) console.log(`Waiting for the previous run (process ${previous.pid}) to end …`);
    hasLogged = true;
    return true;
  });
  if (lock !== undefined) return lock;
  const { url, state } = /** @type {InstanceDetails} */ (/** @type {unknown} */ (holder));
  if (state === 'stopping') {
    throw new Refusal(`The previous run (process ${holder.pid}) is not ending. Stop it, then start again.`);
  }
  throw new Refusal(
    url === null
      ? `Sellary Live Assist is already being started (process ${holder.pid}).`
      : `Sellary Live Assist is already running at ${url} (process ${holder.pid}).`,
  );
}

/**
 * Returns true if a product is using this data folder, even if the product is still starting or is stopping.
 * @param {string} dataDir
 */
export function isProductRunning(dataDir) {
  return holderOf(lockOf(dataDir)) !== null;
}
