import { reportFailure } from './background';

/** Maximum duration of an orderly shutdown. */
const MAX_CLOSE_MS = 10_000;

/**
 * Installs the handlers for failures that no place in the code has caught. A rejected promise has ended only its own work: it is reported, and the
 * process goes on. After an uncaught exception nothing is known about the state of the process: it is closed in order and ends with exit code 1, and
 * whoever started it starts it again.
 */
export function endOnFatalError(close: () => Promise<void>): void {
  process.on('unhandledRejection', (reason) => reportFailure('unhandled rejection', reason));
  let isEnding = false;
  process.on('uncaughtException', (error) => {
    reportFailure('uncaught exception', error);
    if (isEnding) return;
    isEnding = true;
    const end = (): never => process.exit(1);
    setTimeout(end, MAX_CLOSE_MS);
    close().then(end, end);
  });
}
