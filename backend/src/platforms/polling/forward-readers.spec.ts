import {
  type CursorPage,
  type CursorQuery,
  type OpenConnection,
  PlatformError,
  type ReadComment,
  type StreamBatch,
  type StreamQuery,
} from '@sellary/extension-kit';
import {
  NEW_READING,
  NO_PROGRESS,
  NO_SINK,
  TOY_CONNECTION,
  TOY_SOURCE,
  toyComment,
} from '../../../test/toy-source';
import { Clock } from '../../kernel';
import { BroadcastWatch } from './broadcast-watch';
import { CursorReader } from './cursor-reader';
import type { ProgressStore, ReadingCycle } from './source-reader';
import type { SourceTarget } from './source-target';
import { StreamReader } from './stream-reader';

const opened = { connection: TOY_CONNECTION };
const comment = (commentId: string): ReadComment => toyComment(commentId, Date.now());
const page = (ids: string[], cursor: string | null, extra: Partial<CursorPage> = {}): CursorPage => ({
  comments: ids.map(comment),
  cursor,
  nextPollMs: 3_000,
  ...extra,
});

/** A show that stores comments and cursors in memory. */
function createShow(cursor: string | null = null) {
  const log: string[] = [];
  const database = { cursor, fails: false };
  const target = { ...TOY_SOURCE, startedAt: Date.now() };
  const channel = {
    adapter: () => ({ label: 'Toy', comments: { kind: 'cursor' as const, next: jest.fn() } }),
    intervalMs: async () => 4_000,
    mergeSources: async () => undefined,
    comments: {
      ...NO_SINK,
      submit: async (_: SourceTarget, comments: ReadComment[]) => {
        if (database.fails) throw new Error('no database');
        log.push(...comments.map(({ commentId }) => commentId));
      },
    },
  };
  const record: ProgressStore = {
    ...NO_PROGRESS,
    recordFinalScans: async (_, count) => void log.push(`final ${count}`),
    saveCursor: async (_, next) => {
      database.cursor = next;
      log.push(`cursor ${next}`);
    },
  };
  return { log, database, target, reading: { ...NEW_READING, cursor }, channel, record };
}

function cursorReader(next: (query: CursorQuery) => CursorPage, cursor: string | null = null) {
  const show = createShow(cursor);
  const pages = {
    kind: 'cursor' as const,
    next: async (_: OpenConnection, query: CursorQuery) => next(query),
  };
  const reader = new CursorReader(show.target, show.reading, pages, show.channel, show.record, new Clock());
  return { ...show, reader, cycle: (): Promise<ReadingCycle> => reader.runCycle(opened) };
}

describe('Reading forward from a cursor', () => {
  it("A page's comments are stored before its cursor, and the next page is read when the platform allows it.", async () => {
    const { log, cycle } = cursorReader(() => page(['a', 'b'], '2'));
    expect((await cycle()).nextMs).toBe(3_000);
    expect(log).toEqual(['a', 'b', 'cursor 2']);
  });

  it('A cycle reads at most 10 pages, and the next cycle follows soon if more pages are available.', async () => {
    let calls = 0;
    const { cycle } = cursorReader(() => page([`c${calls}`], String((calls += 1)), { nextPollMs: 0 }));
    expect((await cycle()).nextMs).toBe(250);
    expect(calls).toBe(10);
  });

  it('A cycle ends at a page with neither comments nor a new cursor.', async () => {
    let calls = 0;
    const { cycle } = cursorReader(() => {
      calls += 1;
      return page([], 'same', { nextPollMs: 0 });
    }, 'same');
    expect([(await cycle()).nextMs, calls]).toEqual([4_000, 1]);
  });

  it('Nothing is read if the show already reads the broadcast under its other id.', async () => {
    const { log, cycle } = cursorReader(() => page(['a'], '2'));
    jest.spyOn(BroadcastWatch.prototype, 'check').mockResolvedValue(false);
    await cycle();
    expect(log).toEqual([]);
  });

  it('The cursor does not move while comments cannot be stored.', async () => {
    const { database, log, cycle } = cursorReader(({ cursor }) => page([`from ${cursor}`], '9'), '1');
    database.fails = true;
    await expect(cycle()).rejects.toThrow('no database');
    expect(database.cursor).toBe('1');
    database.fails = false;
    await cycle();
    expect(log).toEqual(['from 1', 'cursor 9']);
  });

  it('Reading starts over if the platform no longer knows the cursor, and the cycle reports the lost place.', async () => {
    const { log, cycle } = cursorReader(({ cursor }) => {
      if (cursor === 'old') throw new PlatformError('rejected', 'Unknown cursor.');
      return page(['a'], 'new');
    }, 'old');
    expect(await cycle()).toMatchObject({ hasLostPlace: true });
    expect(log).toEqual(['a', 'cursor new']);
  });

  it('The stored cursor is kept if reading from the beginning also fails.', async () => {
    const { database, cycle } = cursorReader(() => {
      throw new PlatformError('not-found', 'Gone.');
    }, 'old');
    await expect(cycle()).rejects.toThrow('Gone.');
    expect(database.cursor).toBe('old');
  });

  it('The end of the broadcast is reported.', async () => {
    const { cycle, reader } = cursorReader(() => page([], '1', { ended: true }));
    expect(reader.isOver).toBe(false);
    await cycle();
    expect(reader.isOver).toBe(true);
  });

  it("A read after the show's end counts as a final scan even if the comments are gone, and another scan follows.", async () => {
    const { log, target, cycle } = cursorReader(() => {
      throw new PlatformError('not-found', 'Gone.');
    });
    target.status = 'ended';
    target.endedAt = Date.now();
    expect((await cycle()).nextMs).toBeGreaterThan(20_000);
    expect(log).toEqual(['final 1']);
  });
});

describe('Reading a stream', () => {
  function streamReader(open: (query: StreamQuery) => AsyncGenerator<StreamBatch>) {
    const show = createShow();
    const source = { kind: 'stream' as const, open: (_: OpenConnection, query: StreamQuery) => open(query) };
    const { target, reading, channel, record } = show;
    const reader = new StreamReader(target, reading, source, channel, record, new Clock());
    return { ...show, reader, cycle: (): Promise<ReadingCycle> => reader.runCycle(opened) };
  }

  it('An ended stream is reopened from the stored cursor.', async () => {
    const cursors: unknown[] = [];
    const { log, cycle } = streamReader(async function* ({ cursor }) {
      cursors.push(cursor);
      yield { comments: [comment(`after ${cursor}`)], cursor: 'one' };
    });
    await expect(cycle()).rejects.toMatchObject({ kind: 'transient' });
    await expect(cycle()).rejects.toMatchObject({ kind: 'transient' });
    expect([cursors, log]).toEqual([
      [null, 'one'],
      ['after null', 'cursor one', 'after one'],
    ]);
  });

  it('No stream is opened if the show already reads the broadcast under its other id.', async () => {
    const open = jest.fn();
    const { cycle } = streamReader(open);
    jest.spyOn(BroadcastWatch.prototype, 'check').mockResolvedValue(false);
    await cycle();
    expect(open).not.toHaveBeenCalled();
  });

  it('The next batch is not read until the previous batch is stored.', async () => {
    let batches = 0;
    const { database, cycle } = streamReader(async function* () {
      batches += 1;
      yield { comments: [comment('a')] };
      batches += 1;
      yield { comments: [comment('b')] };
    });
    database.fails = true;
    await expect(cycle()).rejects.toThrow('no database');
    expect(batches).toBe(1);
  });

  it('A stream stays open through cycles without comments, and is aborted when the reader is closed.', async () => {
    let openCount = 0;
    let signal: AbortSignal | undefined;
    const { cycle, reader } = streamReader(async function* (query) {
      openCount += 1;
      signal = query.signal;
      await new Promise(() => undefined);
      yield { comments: [] };
    });
    expect([(await cycle()).nextMs, (await cycle()).nextMs, openCount]).toEqual([0, 0, 1]);
    await reader.close();
    expect(signal?.aborted).toBe(true);
  });

  it('A cycle ends even if batches arrive without a pause.', async () => {
    const { cycle, reader } = streamReader(async function* () {
      const until = Date.now() + 3_000;
      while (Date.now() < until) yield { comments: [] };
    });
    expect((await cycle()).nextMs).toBe(0);
    await reader.close();
  });

  it('After the broadcast ends, the reader reports the end and checks less often.', async () => {
    const { cycle, reader } = streamReader(async function* () {
      yield { comments: [], ended: true };
    });
    expect([await cycle(), reader.isOver]).toEqual([expect.objectContaining({ nextMs: 8_000 }), true]);
  });
});
