import { AsyncLocalStorage } from 'node:async_hooks';

const owners = new AsyncLocalStorage<string>();

/**
 * Runs work that must not end the process, for an owner. Timers and events that it begins belong to the owner
 * as well: an exception in them is reported under `owner`, and the process continues.
 */
export const isolated = <T>(owner: string, work: () => T): T => owners.run(owner, work);

/** Owner of the current work; undefined if it is the product's own. */
export const isolatedOwner = (): string | undefined => owners.getStore();
