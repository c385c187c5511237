/**
 * A point in time on both clocks of the device. The monotonic clock stops while the device sleeps; the wall
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

/** Ms since `then`, time asleep included. A wall clock that is set back never makes it shorter. */
export function msSince(then: Moment): number {
  const now = momentNow();
  return Math.max(0, now.monotonicMs - then.monotonicMs, now.wallMs - then.wallMs);
}

/**
 * True if the device slept since `then`. A wall clock that is set forward looks the same, which costs one
 * reconnect.
 */
export function sleptSince(then: Moment): boolean {
  const now = momentNow();
  return now.wallMs - then.wallMs - (now.monotonicMs - then.monotonicMs) > MIN_SLEEP_MS;
}
