import type { Timeline } from '@sellary/contracts';
import { coarserTimeline } from './coarser-timeline';

const START = Date.parse('2026-11-23T20:01:00.000Z');

/** Buckets of one minute; the nth has n claims and 2n comments. */
function minutes(count: number, from = START): Timeline {
  const buckets = Array.from({ length: count }, (_, n) => ({
    at: new Date(from + n * 60_000).toISOString(),
    claims: n,
    comments: 2 * n,
  }));
  return { bucketSeconds: 60, buckets, outside: { claims: 0, comments: 0 } };
}

describe('coarser timeline', () => {
  it('A timeline that fits keeps its buckets.', () => {
    const { seconds, rows } = coarserTimeline(minutes(24), 24);
    expect([seconds, rows]).toEqual([60, minutes(24).buckets]);
  });

  it('Merged rows start at round times and keep every claim and comment.', () => {
    const { seconds, rows } = coarserTimeline(minutes(97), 24);
    expect(seconds).toBe(300);
    expect(rows.slice(0, 3).map(({ at, claims }) => [at.slice(11, 16), claims])).toEqual([
      ['20:00', 0 + 1 + 2 + 3],
      ['20:05', 4 + 5 + 6 + 7 + 8],
      ['20:10', 9 + 10 + 11 + 12 + 13],
    ]);
    expect(rows.reduce((sum, { claims }) => sum + claims, 0)).toBe((96 * 97) / 2);
    expect(rows.reduce((sum, { comments }) => sum + comments, 0)).toBe(96 * 97);
  });

  it.each([1, 25, 100, 199, 200])('A timeline with %i buckets gets at most 24 rows.', (count) => {
    expect(coarserTimeline(minutes(count), 24).rows.length).toBeLessThanOrEqual(24);
  });

  it('A timeline without buckets gets no rows.', () => {
    expect(coarserTimeline(minutes(0), 24).rows).toEqual([]);
  });
});
