// `npm start` is npm → sh → node. A signal to npm may end npm and the shell without reaching us, so this
// process stops when they end.
import { bornAt, identityOf, isAlive, nameOf, parentOf } from '../processes/identity.mjs';

/** @typedef {import('../processes/identity.mjs').ProcessIdentity} ProcessIdentity */

const CHECK_EVERY_MS = 200;
const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'busybox']);

/**
 * The processes that stop this one when they end: npm and its shell, or none if npm did not start it.
 * @param {boolean} withParent whether to include the direct parent, whatever process that is
 * @returns {ProcessIdentity[]}
 */
export function ancestorsToFollow(withParent) {
  const parent = process.ppid;
  const startedByNpm = process.env['npm_lifecycle_event'] !== undefined;
  if ((!withParent && !startedByNpm) || parent <= 1 || bornAt(parent) === null) return [];
  const ancestors = [identityOf(parent)];
  const grandparent = startedByNpm && SHELLS.has(nameOf(parent)) ? parentOf(parent) : null;
  if (grandparent !== null && grandparent > 1) ancestors.push(identityOf(grandparent));
  return ancestors;
}

/**
 * @param {ProcessIdentity[]} ancestors
 * @param {() => void} onGone called once, when the first one ends
 */
export function followAncestors(ancestors, onGone) {
  if (ancestors.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === ancestors[0]?.pid && ancestors.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, CHECK_EVERY_MS);
  timer.unref();
}
