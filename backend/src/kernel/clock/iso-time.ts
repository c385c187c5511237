const SLOTS = 256;
const times = new Float64Array(SLOTS).fill(Number.NaN);
const texts = new Array<string>(SLOTS).fill('');

/**
 * ISO-8601 of milliseconds since the epoch. `Date` takes over a microsecond to write one, and those of a
 * batch of comments are few and near.
 */
export function isoTime(ms: number): string {
  const slot = ms & (SLOTS - 1);
  if (times[slot] !== ms) {
    texts[slot] = new Date(ms).toISOString();
    times[slot] = ms;
  }
  return texts[slot] ?? '';
}
