import { bucketWidth, timelineOf, MAX_BUCKETS } from './timeline';

const timeOf = (iso: string): number => Date.parse(iso);

describe('Show timelines', () => {
  it.each([
    [0, 10],
    [1_800, 10],
    [2_100, 15],
    [2 * 3_600, 60],
    [24 * 3_600, 600],
    [400 * 86_400, 3 * 86_400],
  ])('A timeline of %i seconds has buckets of %i seconds, at most 200 of them.', (seconds, width) => {
    for (const shift of [0, 1, 9_999, 86_399_999]) {
      const range = {
        from: timeOf('2026-03-01T10:00:00.000Z') + shift,
        to: timeOf('2026-03-01T10:00:00.000Z') + shift + seconds * 1000,
      };
      expect(bucketWidth(range)).toBe(width);
      expect(timelineOf(range, width, []).buckets.length).toBeLessThanOrEqual(MAX_BUCKETS);
    }
  });

  it('The timeline has no gaps, and counts claims and comments outside it separately.', () => {
    const range = { from: timeOf('2026-03-01T10:00:05.000Z'), to: timeOf('2026-03-01T10:00:30.000Z') };
    const slot = timeOf('2026-03-01T10:00:00.000Z') / 10_000;
    const counts = [
      { slot: slot - 1, claims: 0, comments: 4 },
      { slot, claims: 1, comments: 2 },
      { slot: slot + 3, claims: 3, comments: 3 },
      { slot: slot + 900, claims: 1, comments: 0 },
    ];
    expect(timelineOf(range, 10, counts)).toEqual({
      bucketSeconds: 10,
      buckets: [
        { at: '2026-03-01T10:00:00.000Z', claims: 1, comments: 2 },
        { at: '2026-03-01T10:00:10.000Z', claims: 0, comments: 0 },
        { at: '2026-03-01T10:00:20.000Z', claims: 0, comments: 0 },
        { at: '2026-03-01T10:00:30.000Z', claims: 3, comments: 3 },
      ],
      outside: { claims: 1, comments: 4 },
    });
  });

  it('The timeline of a show that never began is empty.', () => {
    expect(timelineOf(null, 10, [])).toEqual({
      bucketSeconds: 10,
      buckets: [],
      outside: { claims: 0, comments: 0 },
    });
  });
});
