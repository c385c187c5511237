import { FINAL_SCANS } from './source-readings';

/** Times of the reads after the show's end, in ms after the end. */
const FINAL_READS_AT_MS = [0, 30_000, 300_000];

/** Time until the next read after the show's end, ms; at most 0 if it is due. */
export const nextFinalReadMs = (endedAt: number, done: number, now: number): number =>
  endedAt + (FINAL_READS_AT_MS[done] ?? 0) - now;

/**
 * Number of reads that are done. A late read replaces all reads that were due before it began, but not
 * those that became due while it ran.
 */
export const finalReadsAfter = (endedAt: number, done: number, begunAt: number): number =>
  Math.max(done + 1, FINAL_READS_AT_MS.filter((at) => endedAt + at <= begunAt).length);

export const areFinalReadsDone = (done: number): boolean => done >= FINAL_SCANS;

/**
 * Time before the show's start, ms, from which comments are stored and shown. Comments held back by the
 * platform may have such a time.
 */
const BEFORE_START_MS = 10 * 60_000;

/**
 * Platform time, ms, before which comments are not needed. A show that was started while our clock was ahead
 * starts in the future.
 */
export const earliestNeeded = (startedAt: number, now: number, skewMs: number): number =>
  Math.min(startedAt, now) - BEFORE_START_MS + skewMs;
