// Keeps the server running: a server process that ends unexpectedly is restarted, immediately the first time
// and then after growing pauses.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../postgres/files.mjs';
import { ROOT } from '../workspace/root.mjs';

const SERVER_PROCESS = fileURLToPath(new URL('./server-process.mjs', import.meta.url));
/** A server that ran this long started correctly, so its exit counts as a first failure. */
const STABLE_MS = 60_000;
const MAX_PAUSE_MS = 30_000;
/** Longer than the server process's own time limit. */
const MAX_CLOSE_MS = 17_000;

/** @typedef {import('./server-process.mjs').ServerReport} ServerReport */
/**
 * @typedef {{ child: import('node:child_process').ChildProcess, started: Promise<string>, ended:
 * Promise<string> }} Run
 */

export class ServerKeeper {
  /** @type {Run | null} */
  #run = null;
  #stopRequest = new AbortController();
  #serverModule;
  #onStart;

  /**
   * @param {string} serverModule file that exports `startServer`
   * @param {(pid: number) => void} onStart called with each server process's pid
   */
  constructor(serverModule, onStart) {
    this.#serverModule = path.resolve(serverModule);
    this.#onStart = onStart;
  }

  /**
   * Starts the server and keeps it running until {@link stop}.
   * @returns {Promise<string>} the server's address
   * @throws Refusal if the very first start fails for a reason that the user must fix
   */
  async start() {
    this.#run = this.#spawn();
    const url = await this.#run.started;
    // A restarted server listens at the same address, even if the system chose the port.
    process.env['PORT'] = new URL(url).port || process.env['PORT'];
    void this.#keepRunning();
    return url;
  }

  /** Stops the server: cleanly, or by force if that takes too long. */
  async stop() {
    this.#stopRequest.abort();
    const run = this.#run;
    if (run === null) return;
    if (run.child.connected) run.child.send('stop', () => undefined);
    const timer = setTimeout(() => run.child.kill('SIGKILL'), MAX_CLOSE_MS);
    await run.ended;
    clearTimeout(timer);
  }

  async #keepRunning() {
    for (let failures = 0; ;) {
      const startedAt = Date.now();
      const reason = await /** @type {Run} */ (this.#run).ended;
      if (this.#stopRequest.signal.aborted) return;
      failures = Date.now() - startedAt > STABLE_MS ? 1 : failures + 1;
      const pauseMs = failures === 1 ? 0 : Math.min(MAX_PAUSE_MS, 500 * 2 ** (failures - 2));
      console.error(
        `The server stopped unexpectedly (${reason}). ${pauseMs === 0 ? 'Starting it again.' : `Starting it again in ${pauseMs / 1000} s.`}`,
      );
      await delay(pauseMs, undefined, { signal: this.#stopRequest.signal }).catch(() => undefined);
      if (this.#stopRequest.signal.aborted) return;
      this.#run = this.#spawn();
      this.#run.started.then(
        () => console.log('The server is ready again.'),
        (/** @type {Error} */ error) => console.error(error.message),
      );
    }
  }

  /** @returns {Run} */
  #spawn() {
    const child = spawn(process.execPath, [SERVER_PROCESS, this.#serverModule], {
      cwd: ROOT,
      env: process.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      windowsHide: true,
    });
    if (child.pid !== undefined) this.#onStart(child.pid);
    /** @type {Promise<string>} */
    const ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    /** @type {Promise<string>} */
    const started = new Promise((resolve, reject) => {
      child.on('message', (/** @type {ServerReport} */ report) => {
        if (report.type === 'ready') resolve(report.url);
        else reject(errorFromReport(report));
      });
      void ended.then((reason) => reject(new Error(`The server ended before it was ready (${reason}).`)));
    });
    return { child, started, ended };
  }
}

/** @param {Extract<ServerReport, { type: 'failed' }>} report */
function errorFromReport({ message, code, isRefusal }) {
  return isRefusal ? new Refusal(message) : Object.assign(new Error(message), { code });
}
