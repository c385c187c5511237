/**
 * Minimum number of missing comments that is significant: hidden, filtered, and deleted ones are counted too.
 */
const MIN_MISSING = 3;
/** Minimum number of new comments of which half must have arrived. */
const MIN_FOR_SHARE = 20;
/** Two checks fit into the time after which a silent source is reported. */
const CHECK_EVERY_MS = 30_000;
/**
 * A difference is reported if it persists for this time, because a new comment may be counted before it is
 * listed.
 */
const CONFIRM_AFTER_MS = 15_000;
/** Wait after the platform reports no count. */
const WITHOUT_COUNT_MS = 600_000;

/** The platform's count and the comments that arrived here, over the same time. */
export interface MissingComments {
  counted: number;
  arrived: number;
}

interface Counts {
  theirs: number;
  ours: number;
}

/**
 * Compares the platform's count of comments with the number that arrived, because a list that withholds
 * comments gives no other sign.
 */
export class CommentCounts {
  private first: Counts | null = null;
  /** Counts at the last check that found a new comment. */
  private arriving: Counts | null;
  private suspected = false;
  private dueAt = 0;
  missing: MissingComments | null = null;
  /** Comments that the platform counted since the last one arrived; null if unknown. */
  countedSince: number | null = null;

  /** `listsAll`: the platform lists comments of any age, so an empty list is wrong if the count is not 0. */
  constructor(listsAll: boolean) {
    this.arriving = listsAll ? { theirs: 0, ours: 0 } : null;
  }

  isDue(now: number): boolean {
    return now >= this.dueAt;
  }

  /** `theirs`: null if the platform did not report it. */
  compare(now: number, theirs: number | null, ours: number): void {
    if (theirs === null) {
      this.countedSince = null;
      this.dueAt = now + WITHOUT_COUNT_MS;
      return;
    }
    const counts = { theirs, ours };
    this.first ??= counts;
    if (this.arriving === null || ours > this.arriving.ours || theirs < this.arriving.theirs) {
      this.arriving = counts;
    }
    const found = this.silence(counts) ?? this.shortfall(counts);
    this.missing = found !== null && (this.suspected || this.missing !== null) ? found : null;
    this.suspected = found !== null;
    this.countedSince = counts === this.arriving ? null : Math.max(0, theirs - this.arriving.theirs);
    this.dueAt = now + (this.suspected ? CONFIRM_AFTER_MS : CHECK_EVERY_MS);
  }

  private silence({ theirs, ours }: Counts): MissingComments | null {
    const counted = theirs - (this.arriving?.theirs ?? theirs);
    return counted >= MIN_MISSING && ours === this.arriving?.ours ? { counted, arrived: 0 } : null;
  }

  private shortfall({ theirs, ours }: Counts): MissingComments | null {
    const [counted, arrived] = [theirs - (this.first?.theirs ?? theirs), ours - (this.first?.ours ?? ours)];
    return counted >= MIN_FOR_SHARE && arrived < counted / 2 ? { counted, arrived } : null;
  }
}
