// Starts the launcher for tests, with a fake server in place of the backend.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bornAt } from '../processes/identity.mjs';
import { filesOf } from '../postgres/files.mjs';
import { serverProcessesOf } from '../postgres/postmaster.mjs';
import { inWorkspace } from '../workspace/root.mjs';

const LAUNCHER = inWorkspace('tools', 'start.mjs');
const FAKE_SERVER = inWorkspace('tools', 'testing', 'fake-server.mjs');
const TIME_LIMIT_MS = 20_000;

/**
 * @typedef {object} LaunchedProduct
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => string} output everything printed so far
 * @property {Promise<number | NodeJS.Signals | null>} ended exit code or signal, once all output has arrived
 */

/**
 * @param {{ dataDir: string, port: number, server?: string, byNpm?: boolean, log?: string }} options
 * @returns {LaunchedProduct}
 */
export function launchProduct({ dataDir, port, server = FAKE_SERVER, byNpm = false, log }) {
  const command = byNpm
    ? npmStart(dataDir, server)
    : { program: process.execPath, args: [LAUNCHER, '--server', server], cwd: process.cwd() };
  const env = {
    ...withoutRunner(process.env),
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    ...(log === undefined ? {} : { FAKE_SERVER_LOG: log }),
  };
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return {
    child,
    output: () => output,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))),
  };
}

/**
 * @param {LaunchedProduct} product
 * @returns {Promise<void>}
 */
export async function untilReady(product) {
  await until(
    () => product.output().includes('is ready:'),
    () => `ready; it printed:\n${product.output()}`,
    () => product.child.exitCode !== null,
  );
}

/**
 * @param {() => unknown} condition
 * @param {string | (() => string)} description
 * @param {() => boolean} [isImpossible]
 * @returns {Promise<void>}
 */
export async function until(condition, description, isImpossible = () => false) {
  const deadline = Date.now() + TIME_LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline || isImpossible()) {
      throw new Error(`Never happened: ${typeof description === 'string' ? description : description()}`);
    }
    await delay(20);
  }
}

/**
 * A data folder's running processes: the launcher, the server, the supervisor, PostgreSQL, and its workers.
 * @param {string} dataDir
 * @returns {number[]}
 */
export function processesOf(dataDir) {
  const foundProcesses = existsSync('/proc/self')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => pid !== process.pid && mentionsFolder(pid, dataDir) && bornAt(pid) !== null)
    : [];
  return [...new Set([...foundProcesses, ...serverProcessesOf(filesOf(dataDir).cluster)])];
}

/**
 * @param {number} pid
 * @param {string} dataDir
 */
function mentionsFolder(pid, dataDir) {
  try {
    return ['cmdline', 'environ'].some((file) =>
      readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(dataDir),
    );
  } catch {
    return false;
  }
}

/**
 * The pid of the launcher itself, as recorded in the data folder.
 * @param {string} dataDir
 * @returns {number}
 */
export function launcherOf(dataDir) {
  return JSON.parse(readFileSync(path.join(dataDir, 'instance.lock'), 'utf8')).pid;
}

/**
 * The pid of the server process that the launcher keeps running.
 * @param {string} dataDir
 * @returns {number}
 */
export function serverOf(dataDir) {
  return JSON.parse(readFileSync(path.join(dataDir, 'instance.lock'), 'utf8')).worker.pid;
}

/**
 * Writes a package whose `npm start` runs the launcher, so that npm starts it, as it does for users.
 * @param {string} dataDir
 * @param {string} server
 */
function npmStart(dataDir, server) {
  const cwd = `${dataDir}-package`;
  mkdirSync(cwd, { recursive: true });
  const start = `node "${LAUNCHER}" --server "${server}"`;
  writeFileSync(
    path.join(cwd, 'package.json'),
    JSON.stringify({ name: 'started-by-npm', version: '1.0.0', scripts: { start } }),
  );
  return { program: 'npm', args: ['start'], cwd };
}

/**
 * Removes npm's and the test runner's variables. With npm's variables, every launcher would act as if npm had
 * started it.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutRunner(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_TEST_CONTEXT'),
  );
}
