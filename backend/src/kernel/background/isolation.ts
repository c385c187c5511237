import { AsyncLocalStorage } from 'node:async_hooks';

const owners = new AsyncLocalStorage<string>();

/**
 * Runs work whose exceptions must not end the process, including those in timers and events that it starts:
 * they are reported under `owner`, and the process continues.
 */
export const runIsolated = <T>(owner: string, work: () => T): T => owners.run(owner, work);

/** Owner of the current work; undefined if the work is not isolated. */
export const isolatedOwner = (): string | undefined => owners.getStore();
