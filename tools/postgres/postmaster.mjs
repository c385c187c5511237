// One run of the PostgreSQL server: started, known to be ready, stopped; and what an earlier run may have left behind.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bornAt, nameOf } from '../processes/identity.mjs';
import { cleanEnvironment } from './cluster.mjs';

// Chosen for two to four cores. What makes a commit durable (fsync, synchronous_commit, full_page_writes) is never touched.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 5_000;

/** @typedef {import('./cluster.mjs').Workshop} Workshop */

export class Postmaster {
  /** @type {import('node:child_process').ChildProcess} */
  #child;
  #workshop;

  /**
   * @param {Workshop} workshop
   * @param {number} port
   * @param {number} log descriptor of the open log file
   */
  constructor(workshop, port, log) {
    this.#workshop = workshop;
    const { files, binaries, runner } = workshop;
    const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { command, args, options } = runner.wrap(binaries.postgres, ['-D', files.cluster, ...settings]);
    this.#child = spawn(command, args, {
      ...options,
      cwd: files.home,
      env: cleanEnvironment(),
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    /** @type {Promise<string>} resolves with the reason when the server is gone */
    this.gone = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  get pid() {
    return this.#child.pid ?? 0;
  }

  /**
   * Recovery after a crash may take long, so there is no time limit: it ends when the server accepts connections or dies.
   * @returns {Promise<boolean>} false when it died first
   */
  async becomesReady() {
    let dead = false;
    void this.gone.then(() => (dead = true));
    while (!dead) {
      const status = readPidFile(this.#workshop.files.cluster);
      if (status?.ready === true && (process.platform === 'win32' || status.pid === this.pid)) return true;
      await delay(20);
    }
    return false;
  }

  /** Clean stop: open transactions are rolled back, everything committed is on disk. */
  async stop() {
    await stopServer(this.#workshop, this.pid, () => this.#child.exitCode !== null || this.#child.signalCode !== null);
    await this.gone;
  }
}

/**
 * Ends every server process an earlier, killed run left in this data folder; returns when the folder is free.
 * @param {Workshop} workshop
 * @returns {Promise<void>}
 */
export async function endLeftovers(workshop) {
  const { cluster } = workshop.files;
  const left = readPidFile(cluster);
  if (left !== null && left.pid > 0) {
    if (belongsToCluster(left.pid, cluster)) {
      await stopServer(workshop, left.pid, () => !belongsToCluster(left.pid, cluster));
    }
  }
  // A killed postmaster's children leave by themselves, but not before their current statement ends; the new server would not start.
  const start = Date.now();
  for (let workers = serverProcessesOf(cluster); workers.length > 0; workers = serverProcessesOf(cluster)) {
    const signal = Date.now() - start < 500 ? 'SIGQUIT' : 'SIGKILL';
    for (const pid of workers) send(pid, signal);
    await delay(20);
  }
  // The number may by now belong to some other program, and PostgreSQL would take that for a running server.
  if (left !== null && !belongsToCluster(left.pid, cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * The living postmaster of a cluster, or null.
 * @param {string} cluster
 * @returns {number | null}
 */
export function postmasterOf(cluster) {
  const pid = readPidFile(cluster)?.pid ?? 0;
  return pid > 0 && belongsToCluster(pid, cluster) ? pid : null;
}

/**
 * @param {Workshop} workshop
 * @param {number} pid
 * @param {() => boolean} isGone
 */
async function stopServer({ files, binaries, runner }, pid, isGone) {
  if (process.platform === 'win32') {
    const { command, args, options } = runner.wrap(binaries.pgCtl, ['stop', '-D', files.cluster, '-m', 'fast', '-w']);
    spawnSync(command, args, { ...options, stdio: 'ignore', windowsHide: true });
    return;
  }
  for (const [signal, patience] of /** @type {const} */ ([
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ])) {
    if (isGone()) return;
    send(pid, signal);
    const deadline = Date.now() + patience;
    while (!isGone() && Date.now() < deadline) await delay(20);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
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
    // Line 1 is the process, line 8 its state; PostgreSQL pads the word to a fixed width.
    return { pid: Number(lines[0]) || 0, ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
function belongsToCluster(pid, cluster) {
  if (bornAt(pid) === null || !nameOf(pid).startsWith('postgres')) return false;
  if (process.platform !== 'linux') return true;
  return workingFolderOf(pid) === realpathSync(cluster);
}

/**
 * Server processes work inside the cluster's folder, which tells them from those of any other PostgreSQL on the machine.
 * Elsewhere than on Linux the folder cannot be asked for cheaply, and PostgreSQL's own waiting has to do.
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
