// Where everything of the embedded PostgreSQL lies under the product's data folder.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
 */
export function readConnection(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * @param {string} file
 * @param {Connection} connection
 */
export function writeConnection(file, connection) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** @param {Connection} connection */
export function urlOf({ port, user, password, database }) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** A reason not to start that the person in front of the screen can act upon; its message is shown as it is. */
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
