// Checks the data folder before anything depends on it, so that a disk problem is reported in plain words at
// startup and not discovered later.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { MEGABYTE, freeBytes } from '../files/disk.mjs';
import { replaceFile, syncFolder } from '../files/durable-file.mjs';
import { explainFileError } from '../files/file-errors.mjs';
import { Refusal, filesOf } from '../postgres/files.mjs';

/** An empty cluster takes about 50 MB, and the first minutes of a show as much again. */
const MIN_FREE_FIRST_START = 150 * MEGABYTE;
/** PostgreSQL crashes when it cannot write its write-ahead log. */
const MIN_FREE_LATER_START = 40 * MEGABYTE;

/**
 * Creates the data folder if it is missing, and checks that the product can use it.
 * @param {string} dataDir
 * @param {{ withDatabase: boolean }} use whether the embedded PostgreSQL will store its files there
 * @throws Refusal that explains what to do
 */
export function openDataFolder(dataDir, { withDatabase }) {
  try {
    mkdirSync(dataDir, { recursive: true });
    syncFolder(path.dirname(dataDir));
    const probe = path.join(dataDir, 'write-test');
    replaceFile(probe, 'The product can write here.\n');
    rmSync(probe);
    if (!withDatabase) return;
    if (!storesPermissions(dataDir)) throw new Refusal(noPermissionsMessage(dataDir));
    const free = freeBytes(dataDir);
    const needed = existsSync(filesOf(dataDir).home) ? MIN_FREE_LATER_START : MIN_FREE_FIRST_START;
    if (free < needed) throw new Refusal(tooFullMessage(dataDir, free, needed));
  } catch (error) {
    const explanation = explainFileError(error);
    throw explanation === null ? error : new Refusal(explanation, { cause: error });
  }
}

/**
 * Returns whether the file system stores permissions. PostgreSQL refuses a folder that others can open, and
 * some file systems show every folder as open to everyone.
 * @param {string} dataDir
 * @param {(folder: string) => number} [modeOf] mode of a folder just closed to others
 * @returns {boolean}
 */
export function storesPermissions(dataDir, modeOf = (folder) => statSync(folder).mode) {
  if (process.platform === 'win32') return true;
  const probe = mkdtempSync(path.join(dataDir, 'permission-test-'));
  try {
    chmodSync(probe, 0o700);
    return (modeOf(probe) & 0o077) === 0;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM') return false;
    throw error;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** @param {string} dataDir */
function noPermissionsMessage(dataDir) {
  return (
    `${dataDir} is on a file system that does not store folder permissions (a Windows drive under WSL, exFAT, or a network share).\n` +
    'PostgreSQL cannot store a database there. Set DATA_DIR to a folder on this system’s own disk, for example DATA_DIR=~/sellary-data.'
  );
}

/**
 * @param {string} dataDir
 * @param {number} free
 * @param {number} needed
 */
function tooFullMessage(dataDir, free, needed) {
  const inMegabytes = (/** @type {number} */ bytes) => `${Math.floor(bytes / MEGABYTE)} MB`;
  return (
    `Only ${inMegabytes(free)} is free on the disk that contains ${dataDir}; the database needs at least ${inMegabytes(needed)} to start.\n` +
    'Free some space, or set DATA_DIR to a folder on a larger disk. No confirmed data is lost.'
  );
}
