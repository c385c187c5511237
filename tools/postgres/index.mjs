// The embedded PostgreSQL: `startPostgres` starts a server for a data folder, and keeps it running until
// `stop` is called.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { identityOf } from '../processes/identity.mjs';
import { holderOf } from '../processes/lock-file.mjs';
import { Refusal, filesOf, readConnection, urlOf } from './files.mjs';
import { postmasterOf } from './postmaster.mjs';

export { Refusal } from './files.mjs';

/**
 * @typedef {object} RunningPostgres
 * @property {string} url includes the password; its role is a superuser, and its database is `sellary`
 * @property {number} port
 * @property {() => Promise<void>} stop stops the server cleanly; resolves when all processes are gone
 */

const REPLACEMENT_PAUSE_MS = 200;
const SUPERVISOR = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/**
 * Starts a data folder's PostgreSQL, and creates it first if needed. While this process lives, the server and
 * its supervisor are replaced on the same port if they are killed. When this process dies, they stop on their
 * own.
 * @param {{ dataDir: string, port?: number, viaPgCtl?: boolean, log?: (line: string) => void }} options
 * `port` defaults to the previous port, or a free one; `viaPgCtl` starts the server through pg_ctl, as
 * Windows requires
 * @returns {Promise<RunningPostgres>} rejects with a {@link Refusal} if the user must act
 */
export async function startPostgres({
  dataDir,
  port,
  viaPgCtl = process.platform === 'win32',
  log = () => undefined,
}) {
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  let supervisor = launchSupervisor({ dataDir: folder, port, viaPgCtl }, log);
  const firstRun = await supervisor.ready;
  let isStopping = false;

  const watch = () => {
    supervisor.child.on('message', (/** @type {import('./supervisor.mjs').Report} */ report) => {
      if (report.type === 'lost') log(`PostgreSQL stopped unexpectedly (${report.reason}). Restarting it.`);
      if (report.type === 'ready') log('PostgreSQL is ready again.');
    });
    supervisor.child.once('exit', () => {
      if (isStopping) return;
      log('The PostgreSQL supervisor ended unexpectedly. Starting another one.');
      // The pause limits the rate of attempts if each new supervisor exits immediately.
      setTimeout(() => {
        if (isStopping) return;
        supervisor = launchSupervisor({ dataDir: folder, port: firstRun.port, viaPgCtl }, log);
        supervisor.ready.catch((/** @type {Error} */ error) => log(error.message));
        watch();
      }, REPLACEMENT_PAUSE_MS);
    });
  };
  watch();

  return {
    url: firstRun.url,
    port: firstRun.port,
    async stop() {
      isStopping = true;
      if (supervisor.child.connected) supervisor.child.send('stop', () => undefined);
      await supervisor.exited;
    },
  };
}

/**
 * The URL of a data folder's PostgreSQL, or null if it is not running.
 * @param {string} dataDir
 * @returns {string | null}
 */
export function runningPostgres(dataDir) {
  const files = filesOf(path.resolve(dataDir));
  if (holderOf(files.lock) === null || postmasterOf(files.cluster) === null) return null;
  return urlOf(readConnection(files.connection));
}

/**
 * @param {{ dataDir: string, port: number | undefined, viaPgCtl: boolean }} options
 * @param {(line: string) => void} print
 */
function launchSupervisor({ dataDir, port, viaPgCtl }, print) {
  const files = filesOf(dataDir);
  mkdirSync(files.logs, { recursive: true });
  const logFile = openSync(path.join(files.logs, 'postgres-supervisor.log'), 'a', 0o600);
  const options = JSON.stringify({ dataDir, port, viaPgCtl, owner: identityOf() });
  const child = spawn(process.execPath, [SUPERVISOR, options], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', logFile, logFile, 'ipc'],
    cwd: dataDir,
  });
  closeSync(logFile);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Promise<{ url: string, port: number }>} */
  const ready = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.on('message', (/** @type {import('./supervisor.mjs').Report} */ report) => {
      if (report.type === 'ready') resolve(report);
      if (report.type === 'repaired') {
        print(
          `${report.file} was damaged or missing. The database has a new password, and no data was lost.`,
        );
      }
      if (report.type === 'refused') reject(new Refusal(report.message));
      if (report.type === 'failed') reject(new Error(report.message));
    });
    void exited.then(() => reject(new Error(`The PostgreSQL supervisor ended early; see ${files.logs}`)));
  });
  return { child, exited, ready };
}
