import { reportFailure } from './background';
import { isolatedOwner } from './isolation';

/** Maximum duration of the shutdown, after which the process exits immediately. */
const MAX_CLOSE_MS = 10_000;

/**
 * Installs handlers for failures that no other code has caught. A rejected promise ends only its own work, so
 * it is reported and the process continues. After an uncaught exception, the state of the process is unknown,
 * so it shuts down cleanly with exit code 1, and its supervisor restarts it. An exception in isolated work is
 * only reported.
 */
export function endOnFatalError(close: () => Promise<void>): void {
  process.on('unhandledRejection', (reason) => reportFailure('unhandled rejection', reason));
  let isEnding = false;
  process.on('uncaughtException', (error) => {
    const owner = isolatedOwner();
    reportFailure(owner ?? 'uncaught exception', error);
    if (owner !== undefined || isEnding) return;
    isEnding = true;
    const end = (): never => process.exit(1);
    setTimeout(end, MAX_CLOSE_MS);
    close().then(end, end);
  });
}
