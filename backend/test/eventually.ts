import { setTimeout as wait } from 'node:timers/promises';

const CHECK_EVERY_MS = 50;

/**
 * Calls `read` repeatedly until `check` returns true, for results that arrive later. The only time limit is
 * that of the test.
 */
export async function eventually<T>(read: () => T | Promise<T>, check: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (check(value)) return value;
    await wait(CHECK_EVERY_MS);
  }
}
