// Starts one run of the PostgreSQL server, reports when it is ready, and stops it. Also ends processes left
// over from an earlier run.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bornAt, nameOf, startedAt } from '../processes/identity.mjs';
import { cleanEnvironment } from './environment.mjs';
import { writeSettings } from './settings.mjs';

const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 5_000;
/** pg_ctl returns before the server has written its pid file. */
const PID_FILE_WAIT_MS = 30_000;
const CHECK_EVERY_MS = 100;

/** @typedef {import('./cluster.mjs').ClusterContext} ClusterContext */

export class Postmaster {
  #context;
  /** @type {import('node:child_process').ChildProcess} */
  #child;
  /**
   * True once the server has been ready: a missing process then means that it ended, not that it is starting.
   */
  #wasReady = false;

  /**
   * @param {ClusterContext} context
   * @param {Record<string, string>} settings for this run, such as the port
   * @param {number} log descriptor of the open log file
   */
  constructor(context, settings, log) {
    this.#context = context;
    const { files, binaries, runner, viaPgCtl } = context;
    writeSettings(files.cluster, settings);
    const { command, args, options } = viaPgCtl
      ? runner.wrap(binaries.pgCtl, ['start', '-D', files.cluster, '-l', files.log, '-W', '-s'])
      : runner.wrap(binaries.postgres, ['-D', files.cluster]);
    this.#child = spawn(command, args, {
      ...options,
      cwd: files.home,
      env: cleanEnvironment(),
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    /** @type {Promise<string>} resolves with the reason when the child is gone */
    const childGone = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    /** @type {Promise<string>} resolves with the reason when the server is gone */
    this.exited = viaPgCtl ? childGone.then((reason) => this.#waitUntilGone(reason)) : childGone;
  }

  get pid() {
    return this.#context.viaPgCtl ? (postmasterOf(this.#context.files.cluster) ?? 0) : (this.#child.pid ?? 0);
  }

  /**
   * Watches a server started by pg_ctl. It is not our child process, so its exit is not reported to us.
   * @param {string} pgCtlEnd how pg_ctl ended
   */
  async #waitUntilGone(pgCtlEnd) {
    if (pgCtlEnd !== 'exit code 0') return `pg_ctl: ${pgCtlEnd}`;
    const deadline = Date.now() + PID_FILE_WAIT_MS;
    while (this.pid === 0 && !this.#wasReady) {
      if (Date.now() > deadline) return 'no server process was found in time';
      await delay(CHECK_EVERY_MS);
    }
    while (this.pid !== 0) await delay(CHECK_EVERY_MS);
    return 'the server process ended';
  }

  /**
   * Waits until the server accepts connections or dies, without a time limit, because crash recovery may take
   * a long time.
   * @returns {Promise<boolean>} false if it died first
   */
  async waitUntilReady() {
    let hasEnded = false;
    void this.exited.then(() => (hasEnded = true));
    while (!hasEnded) {
      const status = readPidFile(this.#context.files.cluster);
      if (status?.ready === true && status.pid === this.pid) {
        this.#wasReady = true;
        return true;
      }
      await delay(20);
    }
    return false;
  }

  /** Rolls back open transactions and stops the server, by force if it does not stop in time. */
  async stop() {
    const hasEnded = () => this.#child.exitCode !== null || this.#child.signalCode !== null;
    await stopServer(this.#context, this.pid, () => (this.#context.viaPgCtl ? this.pid === 0 : hasEnded()));
    await this.exited;
  }
}

/**
 * Ends every server process that an earlier, killed run left running in this data folder. Returns when the
 * folder is free.
 * @param {ClusterContext} context
 * @returns {Promise<void>}
 */
export async function endLeftovers(context) {
  const { cluster } = context.files;
  const previous = readPidFile(cluster);
  if (previous !== null && previous.pid > 0 && belongsToCluster(previous, cluster)) {
    await stopServer(context, previous.pid, () => !belongsToCluster(previous, cluster));
  }
  // A killed postmaster's children exit on their own, but only after their current statement. Until then, the
  // new server would not start.
  const start = Date.now();
  for (let workers = serverProcessesOf(cluster); workers.length > 0; workers = serverProcessesOf(cluster)) {
    const signal = Date.now() - start < 500 ? 'SIGQUIT' : 'SIGKILL';
    for (const pid of workers) sendSignal(pid, signal);
    await delay(20);
  }
  // The pid in the file may now belong to another program, which PostgreSQL would mistake for a running
  // server.
  if (previous !== null && !belongsToCluster(previous, cluster)) {
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  }
}

/**
 * Pid of a cluster's running postmaster, or null.
 * @param {string} cluster
 * @returns {number | null}
 */
export function postmasterOf(cluster) {
  const status = readPidFile(cluster);
  return status !== null && status.pid > 0 && belongsToCluster(status, cluster) ? status.pid : null;
}

/**
 * @param {ClusterContext} context
 * @param {number} pid
 * @param {() => boolean} isGone
 */
async function stopServer({ files, binaries, runner, viaPgCtl }, pid, isGone) {
  // Without -W, pg_ctl would wait for the pid file to be removed, but a killed server leaves it behind.
  const runPgCtl = (/** @type {string} */ mode) => {
    const pgCtlArgs = ['stop', '-D', files.cluster, '-m', mode, '-W'];
    const { command, args, options } = runner.wrap(binaries.pgCtl, pgCtlArgs);
    spawnSync(command, args, { ...options, stdio: 'ignore', windowsHide: true });
  };
  /** @type {[() => void, number][]} */
  const steps = viaPgCtl
    ? [
        [() => runPgCtl('fast'), FAST_STOP_MS],
        [() => runPgCtl('immediate'), IMMEDIATE_STOP_MS],
      ]
    : [
        [() => sendSignal(pid, 'SIGINT'), FAST_STOP_MS],
        [() => sendSignal(pid, 'SIGQUIT'), IMMEDIATE_STOP_MS],
        [() => sendSignal(pid, 'SIGKILL'), IMMEDIATE_STOP_MS],
      ];
  for (const [stop, waitMs] of steps) {
    if (isGone()) return;
    stop();
    const deadline = Date.now() + waitMs;
    while (!isGone() && Date.now() < deadline) await delay(20);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @param {string} cluster */
function readPidFile(cluster) {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    // Line 1 is the pid, line 3 the start time in seconds, and line 8 the state, which PostgreSQL pads to a
    // fixed width.
    return {
      pid: Number(lines[0]) || 0,
      startedSeconds: Number(lines[2]) || 0,
      ready: lines[7]?.trim() === 'ready',
    };
  } catch {
    return null;
  }
}

/**
 * Returns true if a running process is provably this cluster's server. A pid alone proves nothing: after a
 * power failure, it may belong to any program, even to another PostgreSQL. When in doubt, returns false,
 * because the process would be signaled.
 * @param {{ pid: number, startedSeconds: number }} pidFile content of the cluster's pid file
 * @param {string} cluster
 */
function belongsToCluster({ pid, startedSeconds }, cluster) {
  if (bornAt(pid) === null || !nameOf(pid).startsWith('postgres')) return false;
  if (process.platform === 'linux') return workingFolderOf(pid) === realpathSync(cluster);
  return startTimesMatch(startedAt(pid), startedSeconds);
}

/**
 * Returns true if a process started at about the time in the pid file. The server records its own start time
 * in whole seconds, slightly later than the start time that the system reports.
 * @param {number | null} startedAtMs
 * @param {number} recordedSeconds
 */
export function startTimesMatch(startedAtMs, recordedSeconds) {
  if (startedAtMs === null) return false;
  const difference = recordedSeconds - Math.floor(startedAtMs / 1000);
  return difference >= -1 && difference <= 3;
}

/**
 * This cluster's server processes. Unlike the processes of any other PostgreSQL on the machine, they have the
 * cluster folder as their working folder. On systems other than Linux, reading a process's working folder is
 * expensive, so the list is empty.
 * @param {string} cluster
 * @returns {number[]}
 */
export function serverProcessesOf(cluster) {
  if (process.platform !== 'linux') return [];
  if (!existsSync(cluster)) return [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolderOf(pid) === folder && nameOf(pid) === 'postgres' && bornAt(pid) !== null);
}

/** @param {number} pid */
function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
