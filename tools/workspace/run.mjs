// Child processes of the preparation: they end with us, and their output is shown only if it is useful.
import { spawn } from 'node:child_process';
import { identityOf } from '../processes/identity.mjs';
import { ROOT } from './root.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// Without a listener, a signal would end this process without the exit event, and the children would keep
// running.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    if (process.listenerCount(signal) === 0) process.exit(130);
  });
}

process.on('exit', () => {
  for (const child of running) child.kill();
});

/** A child that failed; `output` is its output if it was not shown already. */
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
 * @param {string} step name of this step for users
 * @param {string[]} commandLine the program and its arguments
 * @param {object} [options]
 * @param {string} [options.cwd] default: the root of the workspace
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {boolean} [options.showOutput] show the output as it comes, instead of only when the command fails
 * @param {boolean} [options.shell] needed on Windows for programs that are scripts
 * @param {(worker: import('../processes/identity.mjs').ProcessIdentity) => void} [options.onStart]
 * @returns {Promise<void>}
 */
export function run(
  step,
  [program = '', ...args],
  { cwd = ROOT, env = {}, showOutput = false, shell = false, onStart } = {},
) {
  return new Promise((resolve, reject) => {
    const output = showOutput ? /** @type {const} */ ('inherit') : /** @type {const} */ ('pipe');
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      shell,
      windowsHide: true,
    });
    running.add(child);
    if (child.pid !== undefined) onStart?.(identityOf(child.pid));
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part) => (text += part));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new CommandFailed(step, text));
    });
  });
}

/**
 * Ends this program with the failed command's output, without a useless stack.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function orFail(work) {
  try {
    return await work;
  } catch (error) {
    console.error(
      error instanceof CommandFailed || (error instanceof Error && error.name === 'Refusal')
        ? error.message
        : error,
    );
    process.exit(1);
  }
}
