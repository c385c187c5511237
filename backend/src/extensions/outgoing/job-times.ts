/** A failed attempt is the last if it ends later than this after its job was enqueued or sent again. */
export const RETRY_FOR_MS = 26 * 3_600_000;
/** Attempts that each job has, even if the product was stopped until its time was over. */
const MIN_ATTEMPTS = 3;
/** Attempts after which a job is given up before its time: its handler ends the process each time. */
export const MAX_ATTEMPTS = 200;
/** After these pauses, the last one repeats. */
const PAUSES_MS = [5_000, 30_000, 120_000, 300_000, 600_000, 900_000] as const;
const MAX_DELAY_MS = 3_600_000;

/** Pause after the failed attempt with this number, from 1. `asked`: pause that the receiver asks for. */
export const pauseMs = (attempt: number, asked: number | null): number =>
  asked === null
    ? (PAUSES_MS[Math.min(attempt, PAUSES_MS.length) - 1] ?? PAUSES_MS[0])
    : Math.min(MAX_DELAY_MS, Math.max(0, asked));

/** True if no attempt follows the failed one with this number. */
export const isLast = (attempt: number, now: number, retryUntil: Date): boolean =>
  attempt >= MIN_ATTEMPTS && now >= retryUntil.getTime();
