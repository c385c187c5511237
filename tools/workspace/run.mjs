// Runs child processes that end with this process. Their output is shown only if they fail, unless the caller
// asks for it.
import { spawn } from 'node:child_process';
import { Refusal } from '../postgres/files.mjs';
import { identityOf } from '../processes/identity.mjs';
import { ROOT } from './root.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

// Without a listener, a signal would end this process without the exit event, and the children would keep
// running. If another listener exists, it decides when to end this process.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    if (process.listenerCount(signal) === 0) process.exit(130);
  });
}

process.on('exit', () => {
  for (const child of children) child.kill();
});

/** A child process failed; `output` is empty if it was already shown. */
export class CommandFailed extends Error {
  /**
   * @param {string} step
   * @param {string} output
   */
  constructor(step, output) {
    super(output === '' ? `${step} failed.` : `${output.trim()}\n${step} failed.`);
    this.name = 'CommandFailed';
  }
}

/**
 * @param {string} step subject of the error message, such as "The build"
 * @param {string[]} commandLine the program and its arguments
 * @param {object} [options]
 * @param {string} [options.cwd] default: the root of the clone
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {boolean} [options.showOutput] shows the output as it arrives, not only if the command fails
 * @param {boolean} [options.shell] needed on Windows for programs that are scripts
 * @param {(child: import('../processes/identity.mjs').ProcessIdentity) => void} [options.onStart]
 * @returns {Promise<void>} rejects with {@link CommandFailed} unless the exit code is 0
 */
export function run(
  step,
  [program = '', ...args],
  { cwd = ROOT, env = {}, showOutput = false, shell = false, onStart } = {},
) {
  return new Promise((resolve, reject) => {
    const outputTo = showOutput ? /** @type {const} */ ('inherit') : /** @type {const} */ ('pipe');
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', outputTo, outputTo],
      shell,
      windowsHide: true,
    });
    children.add(child);
    if (child.pid !== undefined) onStart?.(identityOf(child.pid));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part) => (output += part));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      if (code === 0) resolve();
      else reject(new CommandFailed(step, output));
    });
  });
}

/**
 * Prints why work failed, without a stack trace if the message alone explains what to do.
 * @param {unknown} error
 */
export function printFailure(error) {
  console.error(error instanceof CommandFailed || error instanceof Refusal ? error.message : error);
}

/**
 * Awaits the work. If it fails, prints why and ends this process.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function orExit(work) {
  try {
    return await work;
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}
