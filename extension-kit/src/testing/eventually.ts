import { setTimeout as wait } from 'node:timers/promises';

const CHECK_EVERY_MS = 50;

/**
 * Calls `look` repeatedly until `check` holds, for results that arrive later.
 * @returns the value that was seen
 * @throws Error with the last value after `maxMs`
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  check: (value: T) => boolean,
  maxMs = 30_000,
): Promise<T> {
  const until = Date.now() + maxMs;
  for (;;) {
    const value = await look();
    if (check(value)) return value;
    if (Date.now() > until) {
      throw new Error(`Still waiting after ${maxMs} ms. Last: ${JSON.stringify(value)}`);
    }
    await wait(CHECK_EVERY_MS);
  }
}
