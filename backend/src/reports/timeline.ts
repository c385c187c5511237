import type { Timeline, TimelineBucket } from '@sellary/contracts';

export const MAX_BUCKETS = 200;
/** Widths that are easy to read on an axis, in seconds. */
const WIDTHS = [10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400];

/** First and last ms, both inclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

const bucketCount = ({ from, to }: TimeRange, width: number): number =>
  Math.floor(to / 1000 / width) - Math.floor(from / 1000 / width) + 1;

/**
 * The smallest width, in seconds, that divides the period into at most MAX_BUCKETS buckets, or whole days if
 * one day is too small.
 */
export function bucketWidth(range: TimeRange): number {
  const smallest = WIDTHS.find((width) => bucketCount(range, width) <= MAX_BUCKETS);
  return smallest ?? 86_400 * Math.ceil((range.to - range.from) / 86_400_000 / (MAX_BUCKETS - 1));
}

export interface SlotCounts {
  /** Bucket number: seconds since the epoch, divided by the width. */
  slot: number;
  claims: number;
  comments: number;
}

/**
 * Puts the counts on a timeline. Empty buckets fill gaps, and slots outside the range are counted separately.
 * @param range null if the show never began
 */
export function timelineOf(range: TimeRange | null, width: number, counts: SlotCounts[]): Timeline {
  const outside = { claims: 0, comments: 0 };
  const buckets: TimelineBucket[] = [];
  const first = range === null ? 0 : Math.floor(range.from / 1000 / width);
  for (let index = 0; range !== null && index < bucketCount(range, width); index += 1) {
    buckets.push({ at: new Date((first + index) * width * 1000).toISOString(), claims: 0, comments: 0 });
  }
  for (const { slot, claims, comments } of counts) {
    const target = buckets[slot - first] ?? outside;
    target.claims += claims;
    target.comments += comments;
  }
  return { bucketSeconds: width, buckets, outside };
}
