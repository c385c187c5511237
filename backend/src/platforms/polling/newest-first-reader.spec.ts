import {
  type CommentPage,
  type CommentQuery,
  NO_USAGE,
  type OpenConnection,
  PlatformError,
  type ReadComment,
} from '@sellary/extension-kit';
import {
  NEW_READING,
  NO_PROGRESS,
  NO_SINK,
  TOY_CONNECTION,
  TOY_SOURCE,
  toyComment,
  UNUSED_DISCOVERY,
} from '../../../test/toy-source';
import { Clock } from '../../kernel';
import { BroadcastWatch } from './broadcast-watch';
import { NewestFirstReader } from './newest-first-reader';
import type { ProgressStore } from './source-reader';
import type { SourceTarget } from './source-target';

const STARTED_AT = 1_795_374_000_000;
const PAGE_SIZE = 10;
const MINUTE_MS = 60_000;
const opened = { connection: TOY_CONNECTION };

class MovableClock extends Clock {
  at = STARTED_AT;

  override now(): number {
    return this.at;
  }
}

/** A broadcast whose list is newest first and honors `since`. `fail` returns a page's error, if any. */
class Platform {
  readonly comments: (ReadComment & { visibleAt: number })[] = [];
  pagesRead = 0;
  fail: (page: number, query: Pick<CommentQuery, 'after'>) => PlatformError | null = () => null;

  constructor(private readonly clock: Clock) {}

  say(id: string, writtenAt: number, visibleAt = writtenAt): void {
    this.comments.push({ ...toyComment(id, writtenAt), visibleAt });
  }

  read({ since, after }: CommentQuery): CommentPage {
    this.pagesRead += 1;
    const error = this.fail(this.pagesRead, { after });
    if (error !== null) throw error;
    const listed = this.comments
      .filter((comment) => comment.writtenAt >= since && comment.visibleAt <= this.clock.now())
      .sort((a, b) => b.writtenAt - a.writtenAt || (a.commentId < b.commentId ? 1 : -1));
    const anchor = after?.['after'];
    const from = anchor === undefined ? 0 : listed.findIndex((comment) => comment.commentId === anchor) + 1;
    const comments = listed.slice(from, from + PAGE_SIZE);
    const hasMore = from + PAGE_SIZE < listed.length;
    return {
      comments,
      next: hasMore ? { after: comments.at(-1)?.commentId ?? '' } : null,
      usage: NO_USAGE,
      skewMs: null,
      total: null,
    };
  }
}

function setUp(undecided: ReadComment[] = [], skewMs = 0) {
  const clock = new MovableClock();
  const platform = new Platform(clock);
  const stored = new Set<string>();
  const skews: number[] = [];
  const edits: string[] = [];
  const target: SourceTarget = { ...TOY_SOURCE, startedAt: STARTED_AT };
  const comments = {
    kind: 'newest-first' as const,
    ordered: false,
    unbounded: false,
    maxPageSize: PAGE_SIZE,
    missingCommentsAdvice: 'Check.',
    read: async (_: OpenConnection, query: CommentQuery) => platform.read(query),
  };
  const broadcast = async () => ({ status: 'LIVE', isOver: false, videoId: null, usage: NO_USAGE });
  const channel = {
    adapter: () => ({ label: 'Toy', comments, discover: { ...UNUSED_DISCOVERY, broadcast } }),
    intervalMs: async () => 4_000,
    mergeSources: async () => undefined,
    comments: {
      ...NO_SINK,
      submitEdits: async (_: SourceTarget, comments: ReadComment[]) =>
        void edits.push(...comments.map((comment) => comment.text)),
      submit: async (_: SourceTarget, comments: ReadComment[], submittedSkewMs: number) => {
        skews.push(submittedSkewMs);
        for (const { commentId } of comments) {
          expect(stored.has(commentId)).toBe(false);
          stored.add(commentId);
        }
      },
    },
  };
  const saved = new Map<string, ReadComment>();
  const record: ProgressStore = {
    ...NO_PROGRESS,
    countStored: async () => stored.size,
    saveUndecided: async (_, read) => read.forEach((comment) => saved.set(comment.commentId, comment)),
    deleteUndecided: async () => saved.clear(),
  };
  const reading = { ...NEW_READING, skewMs, undecided };
  const reader = new NewestFirstReader(target, reading, comments, channel, record, clock);
  /**
   * Runs cycles until the time `until`. Between cycles, the clock moves by `nextMs`, or by `afterErrorMs`
   * after an error.
   */
  const readUntil = async (until: number, afterErrorMs = 5 * MINUTE_MS): Promise<void> => {
    while (clock.at <= until) {
      const nextMs = await reader.runCycle(opened).then(
        (cycle) => cycle.nextMs,
        () => afterErrorMs,
      );
      if (nextMs === null) return;
      clock.at += nextMs;
    }
  };
  const endShow = (at: number): void => {
    clock.at = at;
    reader.target = { ...target, status: 'ended', endedAt: at };
  };
  return { clock, platform, stored, skews, edits, saved, readUntil, endShow, reader };
}
const throttled = new PlatformError('throttled', 'too many calls');

describe('A newest-first reader', () => {
  it('The later final scans run even if the first one lasts until they are due.', async () => {
    const { platform, stored, readUntil, endShow } = setUp();
    for (let n = 0; n < 40; n++) platform.say(`c${n}`, STARTED_AT + n * 1_000);
    const endAt = STARTED_AT + MINUTE_MS;
    platform.say('late', endAt - 5_000, endAt + 80_000);
    endShow(endAt);
    platform.fail = (page) => (page === 2 ? throttled : null);
    await readUntil(endAt + 20 * MINUTE_MS);
    expect(stored.size).toBe(41);
  });

  it("Reading continues after the show's end even if one response reports that the comments are gone.", async () => {
    const { platform, stored, readUntil, endShow } = setUp();
    platform.say('a', STARTED_AT);
    endShow(STARTED_AT + MINUTE_MS);
    platform.fail = (page) => (page === 1 ? new PlatformError('not-found', 'no such object') : null);
    await readUntil(STARTED_AT + 10 * MINUTE_MS);
    expect([...stored]).toEqual(['a']);
  });

  it('Delayed comments that appear during a long throttle are found.', async () => {
    const { clock, platform, stored, readUntil } = setUp();
    // With this many comments, scans of recent comments read back only slightly past the watermark.
    for (let n = 0; n < 1_200; n++) platform.say(`c${n}`, STARTED_AT + n * 100);
    clock.at = STARTED_AT + MINUTE_MS;
    await readUntil(STARTED_AT + 2 * MINUTE_MS);
    const writtenAt = STARTED_AT + 2 * MINUTE_MS - 50_000;
    platform.say('late', writtenAt, writtenAt + 90_000);
    platform.say('new', STARTED_AT + 4 * MINUTE_MS);
    const pagesBefore = platform.pagesRead;
    platform.fail = (page) => (page === pagesBefore + 1 ? throttled : null);
    await readUntil(clock.at, 40 * MINUTE_MS);
    await readUntil(clock.at + 3 * MINUTE_MS);
    expect([stored.has('late'), stored.has('new')]).toEqual([true, true]);
  });

  it('If a wider scan keeps failing, recent comments are read at the usual interval, and the failure is reported.', async () => {
    const { clock, platform, stored, readUntil, reader } = setUp();
    for (let n = 0; n < 25; n++) platform.say(`c${n}`, STARTED_AT + n * 1_000);
    clock.at = STARTED_AT + 5 * MINUTE_MS;
    platform.say('recent', clock.at);
    await readUntil(clock.at);
    // Only the wider scan reads a second page.
    platform.fail = (_, { after }) => (after === null ? null : new PlatformError('transient', 'reset'));
    platform.say('new', clock.at + 2 * MINUTE_MS);
    const pagesBefore = platform.pagesRead;
    await readUntil(clock.at + 3 * MINUTE_MS, 500);
    expect([stored.has('new'), reader.notice.problem]).toEqual([true, 'UNREACHABLE']);
    expect(platform.pagesRead - pagesBefore).toBeLessThan(150);
    platform.fail = () => null;
    await readUntil(clock.at + MINUTE_MS);
    expect(reader.notice.problem).toBeNull();
  });

  it('The undecided comments of a stalled scan are saved for the next process.', async () => {
    const { clock, platform, stored, saved, readUntil } = setUp();
    for (let n = 0; n < 25; n++) platform.say(`c${String(n).padStart(2, '0')}`, STARTED_AT + n * 1_000);
    clock.at = STARTED_AT + MINUTE_MS;
    platform.fail = (page) => (page === 3 ? throttled : null);
    await readUntil(clock.at);
    expect([stored.size, saved.size]).toEqual([0, 20]);

    const next = setUp([...saved.values()]);
    for (const { commentId, writtenAt } of platform.comments.slice(0, 10)) {
      next.platform.say(commentId, writtenAt);
    }
    next.clock.at = clock.at;
    await next.readUntil(clock.at);
    expect([next.stored.size, next.saved.size]).toEqual([25, 0]);
  });

  it('An edit is reported only once.', async () => {
    const { clock, platform, edits, readUntil } = setUp();
    platform.say('a', STARTED_AT);
    await readUntil(clock.at + 10_000);
    for (const comment of platform.comments) comment.text = 'sold 12';
    await readUntil(clock.at + 10_000);
    expect(edits).toEqual(['sold 12']);
  });

  it('A comment with a future timestamp does not make the reader skip later comments.', async () => {
    const { clock, platform, stored, readUntil } = setUp();
    platform.say('from the future', STARTED_AT + 3_600_000, 0);
    await readUntil(STARTED_AT + 10_000);
    platform.say('now', clock.at);
    await readUntil(clock.at + 10_000);
    expect([...stored].sort()).toEqual(['from the future', 'now']);
  });

  describe('A reader that holds comments', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it("A stalled scan's comments are decided after three seconds, oldest first, and the scan continues.", async () => {
      const { clock, platform, stored, saved, readUntil } = setUp();
      for (let n = 0; n < 25; n++) platform.say(`c${String(n).padStart(2, '0')}`, STARTED_AT + n * 1_000);
      clock.at = STARTED_AT + MINUTE_MS;
      platform.fail = (page) => (page === 2 ? new PlatformError('transient', 'reset') : null);
      await readUntil(clock.at);
      await jest.advanceTimersByTimeAsync(2_900);
      expect([stored.size, saved.size]).toEqual([0, 10]);
      await jest.advanceTimersByTimeAsync(200);
      expect([...stored]).toEqual(['c15', 'c16', 'c17', 'c18', 'c19', 'c20', 'c21', 'c22', 'c23', 'c24']);
      expect(saved.size).toBe(0);
      await readUntil(clock.at);
      expect(stored.size).toBe(25);
    });

    it.each([3_000, -60 * MINUTE_MS])(
      'Comments that an earlier process read are decided with its clock skew even if this process cannot read any (clock moved by %d ms).',
      async (ms) => {
        const { platform } = setUp();
        platform.say('left over', STARTED_AT);
        const next = setUp(platform.comments, 30_000);
        next.clock.at += ms;
        await jest.advanceTimersByTimeAsync(3_100);
        expect([[...next.stored], next.skews]).toEqual([['left over'], [30_000]]);
      },
    );

    it("`decideIfStalled` decides a scan's comments only if the scan is stalled.", async () => {
      const { clock, platform, stored, readUntil, reader } = setUp();
      for (let n = 0; n < 25; n++) platform.say(`c${n}`, STARTED_AT + n * 1_000);
      platform.fail = (page) => (page === 2 ? new PlatformError('transient', 'reset') : null);
      clock.at = STARTED_AT + MINUTE_MS;
      await reader.decideIfStalled();
      await readUntil(clock.at);
      await reader.decideIfStalled();
      expect(stored.size).toBe(10);
    });

    it('Held comments are decided when the reader is closed.', async () => {
      const { clock, platform, stored, readUntil, reader } = setUp();
      for (let n = 0; n < 15; n++) platform.say(`c${n}`, STARTED_AT + n * 1_000);
      platform.fail = (page) => (page === 2 ? throttled : null);
      clock.at = STARTED_AT + MINUTE_MS;
      await readUntil(clock.at);
      await reader.close();
      expect(stored.size).toBe(10);
    });
  });

  it('Nothing is read if the show already reads the broadcast under its other id.', async () => {
    const { platform, reader } = setUp();
    jest.spyOn(BroadcastWatch.prototype, 'check').mockResolvedValue(false);
    await reader.runCycle(opened);
    expect(platform.pagesRead).toBe(0);
  });

  it('The reader requests a smaller page if the platform rejects a page as too large.', async () => {
    const { clock, platform, stored, readUntil } = setUp();
    platform.say('a', STARTED_AT);
    platform.fail = (page) =>
      page === 1 ? new PlatformError('too-large', 'reduce the amount of data') : null;
    await readUntil(clock.at);
    expect([platform.pagesRead, stored.size]).toEqual([2, 1]);
  });
});
