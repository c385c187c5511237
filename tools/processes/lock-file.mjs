// A lock that still works after a kill -9 of its holder: the file identifies the holder, and exactly one
// process can take over a dead holder's lock.
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, isAlive } from './identity.mjs';

/** @typedef {import('./identity.mjs').ProcessIdentity} ProcessIdentity */
/** @typedef {ProcessIdentity & Record<string, unknown>} Holder */

/** A lock file younger than this may be unreadable only because it is still being written. */
const MAX_WRITE_MS = 5_000;

export class LockFile {
  /** @type {Holder} */
  #holder;

  /**
   * @param {string} file
   * @param {Holder} holder
   */
  constructor(file, holder) {
    this.file = file;
    this.#holder = holder;
  }

  /** @param {Record<string, unknown>} details */
  update(details) {
    this.#holder = { ...this.#holder, ...details };
    const temporary = writeTemporary(this.file, this.#holder);
    renameSync(temporary, this.file);
  }

  release() {
    const holder = readHolder(this.file);
    if (holder !== null && holder.pid === this.#holder.pid && holder.born === this.#holder.born) {
      rmSync(this.file, { force: true });
    }
  }
}

/**
 * Tries once to acquire the lock. Returns the lock or its live holder (pid 0 if the file cannot be read).
 * @param {string} file
 * @param {Record<string, unknown>} details information about the holder for other processes to read
 * @returns {{ lock: LockFile, holder?: undefined } | { lock?: undefined, holder: Holder }}
 */
export function tryLock(file, details) {
  mkdirSync(path.dirname(file), { recursive: true });
  /** @type {Holder} */
  const newHolder = { ...details, ...identityOf() };
  const temporary = writeTemporary(file, newHolder);
  try {
    if (createAtomically(temporary, file)) return { lock: new LockFile(file, newHolder) };
    const holder = readHolder(file);
    if (holder === null ? !isStale(file) : isHeld(holder)) return { holder: holder ?? { pid: 0, born: '' } };
    // Two processes may have read the same dead holder. Without this second lock, the slower process would
    // remove the faster one's lock.
    const takeover = `${file}.takeover`;
    if (!createAtomically(temporary, takeover)) {
      const other = readHolder(takeover);
      if (other === null ? isStale(takeover) : !isAlive(other)) rmSync(takeover, { force: true });
      return { holder: other ?? { pid: 0, born: '' } };
    }
    try {
      const current = readHolder(file);
      if (current !== null && isHeld(current)) return { holder: current };
      renameSync(temporary, file);
      return { lock: new LockFile(file, newHolder) };
    } finally {
      rmSync(takeover, { force: true });
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Waits for the lock while `mayWait` allows it for the current holder.
 * @param {string} file
 * @param {Record<string, unknown>} details
 * @param {(holder: Holder, waitedMs: number) => boolean} mayWait
 * @returns {Promise<{ lock: LockFile, holder?: undefined } | { lock?: undefined, holder: Holder }>}
 */
export async function waitForLock(file, details, mayWait) {
  const start = Date.now();
  for (;;) {
    const attempt = tryLock(file, details);
    if (attempt.lock !== undefined) return attempt;
    const isBeingWritten = attempt.holder.pid === 0 && Date.now() - start < MAX_WRITE_MS * 2;
    if (!isBeingWritten && !mayWait(attempt.holder, Date.now() - start)) return attempt;
    await delay(50);
  }
}

/**
 * Returns the lock's current holder, or null if no running process holds it.
 * @param {string} file
 * @returns {Holder | null}
 */
export function holderOf(file) {
  const holder = readHolder(file);
  return holder !== null && isHeld(holder) ? holder : null;
}

/**
 * A killed holder may have left a worker that is still writing (an installation, for example), so the lock is
 * free only when both are gone.
 * @param {Holder} holder
 */
function isHeld(holder) {
  const worker = /** @type {ProcessIdentity | undefined} */ (holder['worker']);
  return isAlive(holder) || (worker !== undefined && worker !== null && isAlive(worker));
}

/**
 * @param {string} file
 * @returns {Holder | null}
 */
function readHolder(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value?.pid === 'number' && typeof value.born === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > MAX_WRITE_MS;
  } catch {
    return true;
  }
}

/**
 * @param {string} file
 * @param {Holder} content
 */
function writeTemporary(file, content) {
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(temporary, JSON.stringify(content), { mode: 0o600 });
  return temporary;
}

/**
 * Creates `file` atomically; returns false if it already exists.
 * @param {string} temporary
 * @param {string} file
 */
function createAtomically(temporary, file) {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
  }
  // Some shared and removable disks do not support hard links.
  try {
    copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}
