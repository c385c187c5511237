/** Minimum number of missing comments that is significant: hidden and deleted ones are counted, too. */
const MIN_MISSING = 3;
/** From this many new comments, at least half must have arrived. */
const MIN_FOR_HALF = 20;
/** Two checks fit into the time after which a silent source is reported. */
const CHECK_EVERY_MS = 30_000;
/**
 * A difference is reported if it persists for this time, because a new comment may be counted before it is
 * listed.
 */
const CONFIRM_AFTER_MS = 15_000;
/** Wait after the platform reports no count. */
const WITHOUT_COUNT_MS = 600_000;

/** The number of comments that the platform counts, and the number that arrived here. */
export interface CountedComments {
  counted: number;
  arrived: number;
}

/**
 * Compares the platform's count of comments with the number that arrived, because a list that withholds
 * comments gives no other sign.
 */
export class CommentCounts {
  private firstCounts: CountedComments | null = null;
  /** Counts at the last check that found a new comment. */
  private lastArrival: CountedComments | null;
  private isSuspected = false;
  private dueAt = 0;
  /** Comments since the last arrival or the first check; null if none are missing. */
  missing: CountedComments | null = null;
  /** Comments that the platform counted since the last one arrived; null if unknown. */
  countedSince: number | null = null;

  /** @param listsAll true if comments of any age are listed, so that an empty list must have the count 0 */
  constructor(listsAll: boolean) {
    this.lastArrival = listsAll ? { counted: 0, arrived: 0 } : null;
  }

  isDue(now: number): boolean {
    return now >= this.dueAt;
  }

  /** @param counted null if the platform did not report a count */
  compare(now: number, counted: number | null, arrived: number): void {
    if (counted === null) {
      this.countedSince = null;
      this.dueAt = now + WITHOUT_COUNT_MS;
      return;
    }
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
    this.dueAt = now + (this.isSuspected ? CONFIRM_AFTER_MS : CHECK_EVERY_MS);
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
