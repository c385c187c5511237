/** Minimum number of attempts of each job, even if the product was stopped until its time was over. */
const MIN_ATTEMPTS = 3;
/**
 * Number of attempts in a row without a result after which a job is given up: its handler ends the process
 * each time.
 */
export const MAX_LOST_ATTEMPTS = 8;
/**
 * Number of attempts whose pause the receiver may choose. Later pauses are at least as long as those of other
 * failures.
 */
const MAX_REQUESTED_PAUSES = 20;
/** After these pauses, the last one repeats. */
const PAUSES_MS = [5_000, 30_000, 120_000, 300_000, 600_000, 900_000] as const;
const MAX_DELAY_MS = 3_600_000;

/** Pause after the failed attempt with this number, from 1. `asked`: pause that the receiver asks for. */
export function pauseMs(attempt: number, asked: number | null): number {
  const usual = PAUSES_MS[Math.min(attempt, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
  if (asked === null) return usual;
  const shortest = attempt > MAX_REQUESTED_PAUSES ? usual : 0;
  return Math.min(MAX_DELAY_MS, Math.max(shortest, asked));
}

/** Pause after this number of attempts in a row that ended with their process; the first may be a deployment. */
export const lostPauseMs = (lost: number): number => (lost === 1 ? 0 : pauseMs(lost - 1, null));

/** True if no attempt follows the failed one with this number. */
export const isLast = (attempt: number, now: number, retryUntil: Date): boolean =>
  attempt >= MIN_ATTEMPTS && now >= retryUntil.getTime();
