import type { Timeline, TimelineBucket } from '@sellary/contracts';

/**
 * Possible numbers of buckets in one row, chosen so that a row covers a familiar duration, such as 5 minutes.
 */
const FACTORS = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];

/** Merges neighboring buckets into at most `maxRows` rows that start at round times. */
export function coarserTimeline(
  { bucketSeconds, buckets }: Timeline,
  maxRows: number,
): { seconds: number; rows: TimelineBucket[] } {
  const first = buckets[0];
  if (first === undefined) return { seconds: bucketSeconds, rows: [] };
  const slotOf = (at: string, seconds: number): number => Math.floor(Date.parse(at) / 1000 / seconds);
  const rowCount = (seconds: number): number =>
    slotOf(buckets.at(-1)?.at ?? first.at, seconds) - slotOf(first.at, seconds) + 1;
  const factor =
    FACTORS.find((candidate) => rowCount(bucketSeconds * candidate) <= maxRows) ??
    // One row is reserved for buckets before the first round time.
    Math.ceil(buckets.length / (maxRows - 1));
  const seconds = bucketSeconds * factor;
  const rows = new Map<number, TimelineBucket>();
  for (const bucket of buckets) {
    const slot = slotOf(bucket.at, seconds);
    const row = rows.get(slot) ?? {
      at: new Date(slot * seconds * 1000).toISOString(),
      claims: 0,
      comments: 0,
    };
    rows.set(slot, { ...row, claims: row.claims + bucket.claims, comments: row.comments + bucket.comments });
  }
  return { seconds, rows: [...rows.values()] };
}
