// Runs PostgreSQL for one data folder and for one owner, in its own session so that Ctrl-C in the owner's
// terminal does not reach it. The channel to the owner is the lifeline: when the owner dies for any reason,
// the channel closes and PostgreSQL is stopped cleanly. When PostgreSQL dies, it is restarted on the same
// port.
import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { explainFileError } from '../files/file-errors.mjs';
import { isAlive } from '../processes/identity.mjs';
import { waitForLock } from '../processes/lock-file.mjs';
import { prepareBinaries } from './binaries.mjs';
import { createCluster, hasCluster, repairConnection } from './cluster.mjs';
import {
  Refusal,
  filesOf,
  hasConnection,
  refuseUnusablePath,
  readConnection,
  urlOf,
  writeConnection,
} from './files.mjs';
import { freePort, isFree } from './ports.mjs';
import { Postmaster, endLeftovers } from './postmaster.mjs';
import { chooseRunner, exitCodeOf } from './run-as.mjs';

/**
 * @typedef {{ dataDir: string, port?: number, viaPgCtl: boolean, owner:
 * import('../processes/identity.mjs').ProcessIdentity }} SupervisorOptions
 */
/**
 * @typedef {{ type: 'ready', url: string, port: number, pid: number }
 *   | { type: 'repaired', file: string }
 *   | { type: 'lost', reason: string }
 *   | { type: 'refused', message: string }
 *   | { type: 'failed', message: string }} Report
 */

const MAX_PREVIOUS_SHUTDOWN_MS = 60_000;
const MAX_LOG_BYTES = 10 * 1024 * 1024;
const MAX_PAUSE_MS = 2_000;

/** @type {SupervisorOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');
const files = filesOf(options.dataDir);
const ending = new AbortController();
/** @type {Promise<void>} */
const endRequested = new Promise((resolve) =>
  ending.signal.addEventListener('abort', () => resolve(), { once: true }),
);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => ending.abort());
}
process.on('disconnect', () => ending.abort());
process.on('message', () => ending.abort());

/** @param {Report} message */
function report(message) {
  if (process.connected) process.send?.(message, () => undefined);
}

async function supervise() {
  mkdirSync(files.logs, { recursive: true });
  const lock = await lockFolder();
  ending.signal.addEventListener('abort', () => lock.update({ leaving: true }));
  try {
    const runner = chooseRunner(files);
    refuseUnusablePath(files.home);
    const binaries = prepareBinaries(files.binaries, (binary) => exitCodeOf(runner, binary));
    const context = { files, binaries, runner, viaPgCtl: options.viaPgCtl, ending: ending.signal };
    if (!hasCluster(files)) await createCluster(context);
    if (!hasConnection(files.connection)) {
      await endLeftovers(context);
      await repairConnection(context);
      report({ type: 'repaired', file: files.connection });
    }
    await keepRunning(context);
  } finally {
    lock.release();
  }
}

async function lockFolder() {
  const { lock, holder } = await waitForLock(
    files.lock,
    { owner: options.owner },
    ({ owner, leaving }, waitedMs) => {
      if (ending.signal.aborted || waitedMs > MAX_PREVIOUS_SHUTDOWN_MS) return false;
      // A supervisor whose owner is gone is shutting down and only needs time for a clean stop.
      return leaving === true || !isAlive(/** @type {SupervisorOptions['owner']} */ (owner));
    },
  );
  if (lock !== undefined) return lock;
  throw new Refusal(`The database in ${options.dataDir} is in use by another process (${holder.pid}).`);
}

/** @param {import('./cluster.mjs').ClusterContext} context */
async function keepRunning(context) {
  let port = await choosePort();
  let wasReady = false;
  for (let failures = 0; !ending.signal.aborted;) {
    await endLeftovers(context);
    limitLogSize();
    const log = openSync(files.log, 'a', 0o600);
    const postmaster = new Postmaster(context, { port: String(port) }, log);
    closeSync(log);
    const stopped = endRequested.then(() => postmaster.stop());
    if (await postmaster.waitUntilReady()) {
      failures = 0;
      wasReady = true;
      const connection = { ...readConnection(files.connection), port };
      writeConnection(files.connection, connection);
      report({ type: 'ready', url: urlOf(connection), port, pid: postmaster.pid });
    }
    const reason = await postmaster.exited;
    if (ending.signal.aborted) {
      await stopped;
      return;
    }
    report({ type: 'lost', reason });
    failures += 1;
    if (!wasReady) {
      if (failures >= 5) throw new Refusal(`PostgreSQL did not start (${reason}); its log is ${files.log}`);
      if (options.port === undefined && !(await isFree(port))) port = await freePort();
    }
    // The first restart is immediate; the pause grows only while attempts keep failing.
    await delay(Math.min(MAX_PAUSE_MS, failures <= 1 ? 0 : 50 * 2 ** failures), undefined, {
      signal: ending.signal,
    }).catch(() => undefined);
  }
}

async function choosePort() {
  if (options.port !== undefined) return options.port;
  const { port } = readConnection(files.connection);
  // The last run's port is kept if possible, so that programs that use it still find the database there.
  return port !== 0 && (await isFree(port)) ? port : freePort();
}

// Copied and emptied rather than renamed, because the server keeps the file open and always appends to it.
function limitLogSize() {
  try {
    if (statSync(files.log).size < MAX_LOG_BYTES) return;
    copyFileSync(files.log, `${files.log}.1`);
    truncateSync(files.log);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') rmSync(files.log, { force: true });
  }
}

setInterval(limitLogSize, 60_000).unref();

try {
  await supervise();
  process.exit(0);
} catch (error) {
  if (!ending.signal.aborted) {
    const explanation = explainFileError(error);
    const message = explanation ?? (error instanceof Error ? error.message : String(error));
    report(
      error instanceof Refusal || explanation !== null
        ? { type: 'refused', message }
        : { type: 'failed', message: error instanceof Error ? (error.stack ?? message) : message },
    );
  }
  process.exitCode = 1;
  process.disconnect?.();
  process.exit(1);
}
