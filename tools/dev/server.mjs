import { spawn } from 'node:child_process';
import { ROOT, inWorkspace } from '../workspace/root.mjs';

/**
 * Runs the compiled backend as a separate process, and replaces it on request. Only one process runs at a
 * time, and only the last of several requests takes effect.
 */
export class RestartingServer {
  /** @type {import('node:child_process').ChildProcess | null} */
  #child = null;
  /** @type {Promise<void>} */
  #queue = Promise.resolve();
  #requestCount = 0;

  /** @param {NodeJS.ProcessEnv} env */
  constructor(env) {
    this.env = env;
  }

  restart() {
    const request = (this.#requestCount += 1);
    this.#queue = this.#queue.then(async () => {
      // Contracts and backend are often compiled together, so one restart is enough for both.
      if (request !== this.#requestCount) return;
      await this.#end();
      this.#child = spawn(
        process.execPath,
        ['--enable-source-maps', inWorkspace('backend', 'dist', 'main.js')],
        {
          cwd: ROOT,
          env: { ...process.env, ...this.env },
          stdio: ['ignore', 'inherit', 'inherit'],
        },
      );
      this.#child.once('exit', (code) => {
        if (code !== 0 && code !== null) {
          console.log('The server exited. It restarts on the next change.');
        }
      });
    });
    return this.#queue;
  }

  stop() {
    this.#requestCount += 1;
    this.#queue = this.#queue.then(() => this.#end());
    return this.#queue;
  }

  async #end() {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exited;
  }
}
