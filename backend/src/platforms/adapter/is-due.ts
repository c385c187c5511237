/**
 * True if an interval is over, or the clock was set back since it began. Without the second case, a corrected
 * clock would make the wait as long as the correction.
 */
export const isDue = (now: number, since: number, intervalMs: number): boolean =>
  now < since || now - since >= intervalMs;
