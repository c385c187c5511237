import { CommentCounts } from './comment-counts';

const MINUTE_MS = 60_000;

/** Returns the missing comments after each due check, given each check's counted and arrived comments. */
function missingAfter(counts: CommentCounts, ...checks: [counted: number | null, arrived: number][]) {
  let now = 0;
  return checks.map(([counted, arrived]) => {
    while (!counts.isDue(now)) now += 1_000;
    counts.compare(now, counted, arrived);
    return counts.missing;
  });
}

describe('Comment counts', () => {
  it('A count that grows while no comments arrive is reported when the next check confirms it.', () => {
    expect(missingAfter(new CommentCounts(false), [100, 40], [128, 40], [130, 40])).toEqual([
      null,
      null,
      { counted: 30, arrived: 0 },
    ]);
  });

  it('A count is reported if the list is empty, even if the count does not grow.', () => {
    expect(missingAfter(new CommentCounts(true), [8, 0], [8, 0])).toEqual([null, { counted: 8, arrived: 0 }]);
  });

  it('Comments from before the show are not missing if the platform lists only later comments.', () => {
    expect(missingAfter(new CommentCounts(false), [500, 0], [500, 0], [502, 0])).toEqual([null, null, null]);
  });

  it('A count that exceeds the arrived comments at only one check is not reported.', () => {
    expect(missingAfter(new CommentCounts(false), [0, 0], [5, 0], [6, 6])).toEqual([null, null, null]);
  });

  it('A count is not reported if the difference may be hidden, filtered, or deleted comments.', () => {
    expect(missingAfter(new CommentCounts(false), [0, 0], [40, 22], [80, 41], [120, 62])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('A count is reported while fewer than half of its comments have arrived.', () => {
    const found = missingAfter(new CommentCounts(false), [0, 0], [60, 10], [80, 20], [90, 90]);
    expect(found).toEqual([null, null, { counted: 80, arrived: 20 }, null]);
  });

  it('The count is requested every 30 seconds, sooner after a difference, and rarely if the platform keeps reporting no count.', () => {
    const dueAfter = (...checks: [number | null, number][]): number => {
      const counts = new CommentCounts(false);
      for (const [counted, arrived] of checks) counts.compare(0, counted, arrived);
      let now = 0;
      while (!counts.isDue(now)) now += 1_000;
      return now;
    };
    const noCount: [null, number] = [null, 0];
    expect([dueAfter([9, 9]), dueAfter([0, 0], [9, 0])]).toEqual([MINUTE_MS / 2, MINUTE_MS / 4]);
    expect([
      dueAfter(noCount),
      dueAfter(noCount, noCount),
      dueAfter(noCount, [9, 9], noCount),
      dueAfter(...Array<[null, number]>(9).fill(noCount)),
    ]).toEqual([MINUTE_MS / 2, MINUTE_MS, MINUTE_MS / 2, 10 * MINUTE_MS]);
  });

  it('Comments are no longer reported as missing if their count is unknown.', () => {
    expect(missingAfter(new CommentCounts(true), [8, 0], [8, 0], [null, 0])).toEqual([
      null,
      { counted: 8, arrived: 0 },
      null,
    ]);
  });

  it('The number counted since the last comment is unknown at the check that finds the comment, and known at the next check.', () => {
    const counts = new CommentCounts(false);
    const since = [
      [10, 10],
      [12, 12],
      [12, 12],
      [13, 12],
      [14, 14],
      [null, 14],
    ].map(([counted, arrived]) => {
      counts.compare(0, counted ?? null, arrived ?? 0);
      return counts.countedSince;
    });
    expect(since).toEqual([null, null, 0, 1, null, null]);
  });
});
