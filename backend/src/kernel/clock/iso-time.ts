const SLOTS = 256;
const times = new Float64Array(SLOTS).fill(Number.NaN);
const texts = new Array<string>(SLOTS).fill('');

/**
 * Formats milliseconds since the epoch as ISO 8601. Recent results are cached, because `Date` needs more than
 * a microsecond to format a time, and a batch has few distinct times, close together.
 */
export function isoTime(ms: number): string {
  const slot = ms & (SLOTS - 1);
  if (times[slot] !== ms) {
    texts[slot] = new Date(ms).toISOString();
    times[slot] = ms;
  }
  return texts[slot] ?? '';
}
