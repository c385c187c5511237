import { AsyncLocalStorage } from 'node:async_hooks';

const owners = new AsyncLocalStorage<string>();

/**
 * Runs work whose exceptions must not end the process, also those in timers and events that it begins: they are
 * reported under `owner`, and the process continues.
 */
export const runIsolated = <T>(owner: string, work: () => T): T => owners.run(owner, work);

/** Owner of the current work; undefined if it is the product's own. */
export const isolatedOwner = (): string | undefined => owners.getStore();
