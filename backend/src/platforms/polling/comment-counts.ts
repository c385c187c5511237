import { isDue } from '../adapter/is-due';

/** Minimum significant number of missing comments. The platform also counts hidden and deleted comments. */
const MIN_MISSING = 3;
/** At least half of the new comments must have arrived if there are at least this many. */
const MIN_FOR_HALF = 20;
/** Interval between checks, short enough for two checks before a silent source is reported. */
const CHECK_EVERY_MS = 30_000;
/**
 * A difference is reported only if it lasts this long, because a new comment may be counted before it is
 * listed.
 */
const CONFIRM_AFTER_MS = 15_000;
/** Longest wait after checks without a count. */
const MAX_WAIT_MS = 600_000;

/** The number of comments that the platform has counted, and the number that have arrived here. */
export interface CountedComments {
  counted: number;
  arrived: number;
}

/**
 * Compares the platform's comment count with the number of comments that arrived, because this is the only
 * sign of a list that withholds comments.
 */
export class CommentCounts {
  private firstCounts: CountedComments | null = null;
  /** Counts at the last check that found a new comment. */
  private lastArrival: CountedComments | null;
  private isSuspected = false;
  private comparedAt = Number.NEGATIVE_INFINITY;
  private waitMs = CHECK_EVERY_MS;
  /** Number of checks in a row without a count. */
  private checksWithoutCount = 0;
  /** The comments since the last arrival or the first check, if some of them are missing; otherwise null. */
  missing: CountedComments | null = null;
  /** Comments that the platform has counted since the last comment arrived; null if unknown. */
  countedSince: number | null = null;

  /** @param listsAll true if comments of any age are listed, so that an empty list means a count of 0 */
  constructor(listsAll: boolean) {
    this.lastArrival = listsAll ? { counted: 0, arrived: 0 } : null;
  }

  isDue(now: number): boolean {
    return isDue(now, this.comparedAt, this.waitMs);
  }

  /** @param counted null if the platform did not report a count, or if the call for it failed */
  compare(now: number, counted: number | null, arrived: number): void {
    this.comparedAt = now;
    if (counted === null) {
      this.missing = null;
      this.countedSince = null;
      // One call may have failed. If checks keep finding no count, the platform reports none.
      this.waitMs = Math.min(MAX_WAIT_MS, CHECK_EVERY_MS * 2 ** this.checksWithoutCount);
      this.checksWithoutCount += 1;
      return;
    }
    this.checksWithoutCount = 0;
    const counts = { counted, arrived };
    this.firstCounts ??= counts;
    if (
      this.lastArrival === null ||
      arrived > this.lastArrival.arrived ||
      counted < this.lastArrival.counted
    ) {
      this.lastArrival = counts;
    }
    const difference =
      this.silenceSince(this.lastArrival, counts) ?? this.shortfallSince(this.firstCounts, counts);
    this.missing = difference !== null && (this.isSuspected || this.missing !== null) ? difference : null;
    this.isSuspected = difference !== null;
    this.countedSince = counts === this.lastArrival ? null : Math.max(0, counted - this.lastArrival.counted);
    this.waitMs = this.isSuspected ? CONFIRM_AFTER_MS : CHECK_EVERY_MS;
  }

  private silenceSince(before: CountedComments, after: CountedComments): CountedComments | null {
    const counted = after.counted - before.counted;
    return counted >= MIN_MISSING && after.arrived === before.arrived ? { counted, arrived: 0 } : null;
  }

  private shortfallSince(before: CountedComments, after: CountedComments): CountedComments | null {
    const [counted, arrived] = [after.counted - before.counted, after.arrived - before.arrived];
    return counted >= MIN_FOR_HALF && arrived < counted / 2 ? { counted, arrived } : null;
  }
}
