import { setTimeout as wait } from 'node:timers/promises';

const CHECK_EVERY_MS = 50;

/**
 * Calls `read` repeatedly until `check` returns true, for results that arrive later.
 * @returns the value that passed `check`
 * @throws Error with the last value after `maxMs`
 */
export async function eventually<T>(
  read: () => T | Promise<T>,
  check: (value: T) => boolean,
  maxMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + maxMs;
  for (;;) {
    const value = await read();
    if (check(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`Still waiting after ${maxMs} ms. Last: ${JSON.stringify(value)}`);
    }
    await wait(CHECK_EVERY_MS);
  }
}
