const SLOTS = 256;
const times = new Float64Array(SLOTS).fill(Number.NaN);
const texts = new Array<string>(SLOTS).fill('');

/**
 * ISO-8601 text of milliseconds since the epoch. Recent texts are cached, because `Date` needs more than a
 * microsecond to format a time, and a batch has few different times, close together.
 */
export function isoTime(ms: number): string {
  const slot = ms & (SLOTS - 1);
  if (times[slot] !== ms) {
    texts[slot] = new Date(ms).toISOString();
    times[slot] = ms;
  }
  return texts[slot] ?? '';
}
