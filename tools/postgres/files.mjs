// Paths of the embedded PostgreSQL's files in the product's data folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../files/durable-file.mjs';

/** @typedef {{ port: number, user: string, password: string, database: string }} Connection */

export const MAJOR_VERSION = '18';
export const DATABASE = 'sellary';
export const SUPERUSER = 'sellary';

/** @param {string} dataDir */
export function filesOf(dataDir) {
  const home = path.join(dataDir, 'postgres');
  return {
    dataDir,
    home,
    cluster: path.join(home, 'cluster'),
    connection: path.join(home, 'connection.json'),
    lock: path.join(dataDir, 'postgres.lock'),
    logs: path.join(dataDir, 'logs'),
    log: path.join(dataDir, 'logs', 'postgres.log'),
    binaries: path.join(dataDir, 'runtime'),
  };
}

/** @typedef {ReturnType<typeof filesOf>} Files */

/**
 * @param {string} file
 * @returns {Connection}
 * @throws Refusal if the file is missing or damaged
 */
export function readConnection(file) {
  const connection = parseConnection(file);
  if (connection === null) {
    throw new Refusal(`${file} is missing or damaged. To repair it, run "npm start" once.`);
  }
  return connection;
}

/**
 * Returns true if the file contains a usable connection. An older release may have left an empty file here
 * after a power failure.
 * @param {string} file
 */
export const hasConnection = (file) => parseConnection(file) !== null;

/**
 * @param {string} file
 * @returns {Connection | null}
 */
function parseConnection(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    const isComplete =
      Number.isInteger(value.port) &&
      ['user', 'password', 'database'].every((name) => typeof value[name] === 'string');
    return isComplete ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {Connection} connection
 */
export function writeConnection(file, connection) {
  replaceFile(file, `${JSON.stringify(connection, null, 2)}\n`);
}

/** @param {Connection} connection */
export function urlOf({ port, user, password, database }) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Rejects non-ASCII paths on Windows, because PostgreSQL reads its paths in the system's code page and would
 * fail halfway through its setup.
 * @param {string} folder
 * @param {NodeJS.Platform} [platform]
 * @throws Refusal
 */
export function refuseUnusablePath(folder, platform = process.platform) {
  if (platform !== 'win32' || /^[ -~]*$/.test(folder)) return;
  throw new Refusal(
    `PostgreSQL on Windows cannot use the folder ${folder}, because its path contains letters other than A to Z.\n` +
      'Set DATA_DIR to a folder with plain letters, for example DATA_DIR=C:\\sellary-data.',
  );
}

/** An error that prevents a start and that the user can act on. Its message is shown as is. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'Refusal';
  }
}
