import { CommentCounts } from './comment-counts';

const MINUTE_MS = 60_000;

/** The missing comments after each due check, given `[theirs, ours]` for each. */
function missingAfter(counts: CommentCounts, ...seen: [theirs: number | null, ours: number][]) {
  let now = 0;
  return seen.map(([theirs, ours]) => {
    while (!counts.isDue(now)) now += 1_000;
    counts.compare(now, theirs, ours);
    return counts.missing;
  });
}

describe('The count of comments', () => {
  it('A count that grows while no comment arrives is reported at the second check.', () => {
    expect(missingAfter(new CommentCounts(false), [100, 40], [128, 40], [130, 40])).toEqual([
      null,
      null,
      { counted: 30, arrived: 0 },
    ]);
  });

  it('The count of an empty list is reported even if it does not grow.', () => {
    expect(missingAfter(new CommentCounts(true), [8, 0], [8, 0])).toEqual([null, { counted: 8, arrived: 0 }]);
  });

  it('Comments from before the show do not count if only later ones are listed.', () => {
    expect(missingAfter(new CommentCounts(false), [500, 0], [500, 0], [502, 0])).toEqual([null, null, null]);
  });

  it('The count may be ahead for a moment.', () => {
    expect(missingAfter(new CommentCounts(false), [0, 0], [5, 0], [6, 6])).toEqual([null, null, null]);
  });

  it('The count may include hidden, filtered, or deleted comments.', () => {
    expect(missingAfter(new CommentCounts(false), [0, 0], [40, 22], [80, 41], [120, 62])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('A count is reported while less than half of its comments have arrived.', () => {
    const found = missingAfter(new CommentCounts(false), [0, 0], [60, 10], [80, 20], [90, 90]);
    expect(found).toEqual([null, null, { counted: 80, arrived: 20 }, null]);
  });

  it('The count is requested every 30 seconds, sooner after a difference, and seldom if the platform does not report it.', () => {
    const dueAfter = (...seen: [number | null, number][]): number => {
      const counts = new CommentCounts(false);
      for (const [theirs, ours] of seen) counts.compare(0, theirs, ours);
      let now = 0;
      while (!counts.isDue(now)) now += 1_000;
      return now;
    };
    expect([dueAfter([9, 9]), dueAfter([0, 0], [9, 0]), dueAfter([null, 0])]).toEqual([
      MINUTE_MS / 2,
      MINUTE_MS / 4,
      10 * MINUTE_MS,
    ]);
  });

  it('The count since the last comment is known from the second check on.', () => {
    const counts = new CommentCounts(false);
    const since = [
      [10, 10],
      [12, 12],
      [12, 12],
      [13, 12],
      [14, 14],
      [null, 14],
    ].map(([theirs, ours]) => {
      counts.compare(0, theirs ?? null, ours ?? 0);
      return counts.countedSince;
    });
    expect(since).toEqual([null, null, 0, 1, null, null]);
  });
});
