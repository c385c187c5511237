/**
 * A point in time on both of the device's clocks. The monotonic clock stops while the device sleeps; the wall
 * clock can be set.
 */
export interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** A larger drift between the clocks means that the device slept. */
const MIN_SLEEP_MS = 2_000;

export function momentNow(): Moment {
  return { monotonicMs: performance.now(), wallMs: Date.now() };
}

/**
 * Ms since `then`, including time asleep. Setting the wall clock back cannot make it shorter than the
 * monotonic time.
 */
export function msSince(then: Moment): number {
  const now = momentNow();
  return Math.max(0, now.monotonicMs - then.monotonicMs, now.wallMs - then.wallMs);
}

/**
 * True if the device slept since `then`. Setting the wall clock forward looks the same, which costs one
 * reconnect.
 */
export function sleptSince(then: Moment): boolean {
  const now = momentNow();
  return now.wallMs - then.wallMs - (now.monotonicMs - then.monotonicMs) > MIN_SLEEP_MS;
}
