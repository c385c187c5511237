import { AsyncLocalStorage } from 'node:async_hooks';

const owners = new AsyncLocalStorage<string>();

/**
 * Marks work, and the timers and events that it starts, as isolated. Its uncaught exceptions are reported
 * under `owner` and do not end the process. An exception that `work` itself throws still reaches the caller.
 */
export const runIsolated = <T>(owner: string, work: () => T): T => owners.run(owner, work);

/** Owner of the current work, or undefined if the work is not isolated. */
export const isolatedOwner = (): string | undefined => owners.getStore();
