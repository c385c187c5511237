import { reportFailure } from './background';

/**
 * Installs the handlers for failures that no place in the code has caught. A rejected promise has ended only its own work: it is reported, and the
 * process goes on. After an uncaught exception nothing is known about the state of the process: the returned promise resolves with it, and the
 * caller ends the process in an orderly way. Whoever started the process starts it again.
 */
export function watchForFatalErrors(): Promise<unknown> {
  process.on('unhandledRejection', (reason) => reportFailure('unhandled rejection', reason));
  return new Promise((resolve) => {
    process.on('uncaughtException', (error) => {
      reportFailure('uncaught exception', error);
      resolve(error);
    });
  });
}
