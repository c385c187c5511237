/** Minimum number of attempts at a job, even if its `retryUntil` passed while the product was stopped. */
const MIN_ATTEMPTS = 3;
/**
 * Number of consecutive attempts without a result after which a job fails, because its handler presumably
 * ends the process each time.
 */
export const MAX_LOST_ATTEMPTS = 8;
/**
 * Maximum number of attempts for which the receiver may choose a shorter pause than usual. Later pauses are
 * at least as long as after other failures.
 */
const MAX_REQUESTED_PAUSES = 20;
/** After these pauses, the last one repeats. */
const PAUSES_MS = [5_000, 30_000, 120_000, 300_000, 600_000, 900_000] as const;
const MAX_PAUSE_MS = 3_600_000;

/** Pause after failed attempt number `attempt`. `requestedMs` is the pause that the receiver asks for. */
export function pauseMs(attempt: number, requestedMs: number | null): number {
  const usualMs = PAUSES_MS[Math.min(attempt, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
  if (requestedMs === null) return usualMs;
  const minimumMs = attempt > MAX_REQUESTED_PAUSES ? usualMs : 0;
  const pause = Math.min(MAX_PAUSE_MS, Math.max(minimumMs, requestedMs));
  // An extension may compute the pause from a header that is not a number.
  return Number.isNaN(pause) ? usualMs : pause;
}

/**
 * Pause after consecutive lost attempts. 0 after the first, because a deployment may have ended the process.
 */
export const lostPauseMs = (lostAttempts: number): number =>
  lostAttempts === 1 ? 0 : pauseMs(lostAttempts - 1, null);

/** True if no attempt follows failed attempt number `attempt`. */
export const isLastAttempt = (attempt: number, now: number, retryUntil: Date): boolean =>
  attempt >= MIN_ATTEMPTS && now >= retryUntil.getTime();
