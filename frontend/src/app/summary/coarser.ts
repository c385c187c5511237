import type { Timeline, TimelineBucket } from '@sellary/contracts';

/** How many of a timeline's own buckets become one, at widths that people use. */
const FACTORS = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];

/** The same timeline in at most `most` rows: sums of neighbouring buckets, aligned like they are to whole widths, so that rows start at round times. */
export function coarser({ bucketSeconds, buckets }: Timeline, most: number): { seconds: number; rows: TimelineBucket[] } {
  const first = buckets[0];
  if (first === undefined) return { seconds: bucketSeconds, rows: [] };
  const slotOf = (at: string, seconds: number): number => Math.floor(Date.parse(at) / 1000 / seconds);
  const rowsAt = (seconds: number): number => slotOf(buckets.at(-1)?.at ?? first.at, seconds) - slotOf(first.at, seconds) + 1;
  const factor = FACTORS.find((one) => rowsAt(bucketSeconds * one) <= most) ?? Math.ceil(buckets.length / (most - 1));
  const seconds = bucketSeconds * factor;
  const rows = new Map<number, TimelineBucket>();
  for (const bucket of buckets) {
    const slot = slotOf(bucket.at, seconds);
    const row = rows.get(slot) ?? { at: new Date(slot * seconds * 1000).toISOString(), claims: 0, comments: 0 };
    rows.set(slot, { ...row, claims: row.claims + bucket.claims, comments: row.comments + bucket.comments });
  }
  return { seconds, rows: [...rows.values()] };
}
