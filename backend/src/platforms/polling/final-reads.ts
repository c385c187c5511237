import { FINAL_SCANS } from './source-readings';

/** Times of the final reads, in ms after the show's end. */
const FINAL_READS_AT_MS = [0, 30_000, 300_000];

/** Time until the next final read, ms; 0 or less if it is due. */
export const nextFinalReadMs = (endedAt: number, done: number, now: number): number =>
  endedAt + (FINAL_READS_AT_MS[done] ?? 0) - now;

/**
 * Number of completed final reads. A late read replaces all reads due before it began, but not reads that
 * became due while it was running.
 */
export const finalReadsAfter = (endedAt: number, done: number, begunAt: number): number =>
  Math.max(done + 1, FINAL_READS_AT_MS.filter((at) => endedAt + at <= begunAt).length);

export const areFinalReadsDone = (done: number): boolean => done >= FINAL_SCANS;

/**
 * Period before the show's start, ms, from which comments are also stored and shown. Comments held back by
 * the platform may have such an early timestamp.
 */
const BEFORE_START_MS = 10 * 60_000;

/**
 * Earliest platform time for which comments are needed, ms. If our clock was ahead when the show started, the
 * start time is in the future.
 */
export const earliestNeeded = (startedAt: number, now: number, skewMs: number): number =>
  Math.min(startedAt, now) - BEFORE_START_MS + skewMs;
