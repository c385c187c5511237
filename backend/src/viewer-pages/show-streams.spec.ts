import type { Response } from 'express';
import { EventEmitter } from 'node:events';
import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { Clock, type LedgerFeed, type ProcessSignals, type Transactions } from '../kernel';
import type { OpenedPage, OpenedPages } from './opened-pages';
import { ShowStreams } from './show-streams';
import type { ViewerShowFacts } from './viewer-show';
import { ViewerShowCache } from './viewer-show-cache';

const PAGE: OpenedPage = { showId: 'show-1', kind: 'overlay', names: 'none' };

class FakeResponse extends EventEmitter {
  text = '';
  closed = false;
  readonly writableLength = 0;
  writeHead(): void {
    // This test does not check the headers.
  }
  write(part: string | Buffer): void {
    this.text += part.toString();
  }
  end(): void {
    this.closed = true;
    this.emit('close');
  }
}

describe('Streams of viewer pages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  let facts: ViewerShowFacts;
  let readMs: number;
  let appendedRows: Subject<{ showId: string }>;
  let shows: ViewerShowCache;
  let streams: ShowStreams;

  beforeEach(() => {
    facts = {
      name: 'first name',
      status: 'active',
      currency: null,
      currentId: null,
      lastSeq: 1,
      items: [],
      winners: [],
    };
    readMs = 0;
    appendedRows = new Subject();
    const snapshot = async (): Promise<ViewerShowFacts> => {
      const read = { ...facts };
      await new Promise((resolve) => setTimeout(resolve, readMs));
      return read;
    };
    shows = new ViewerShowCache(
      {
        query: () => Promise.resolve([{ id: PAGE.showId, last_seq: facts.lastSeq }]),
      } as unknown as DataSource,
      { snapshot } as unknown as Transactions,
      { appendedRows } as unknown as LedgerFeed,
      { receivedSignals: new Subject() } as unknown as ProcessSignals,
      new Clock(),
    );
    streams = new ShowStreams({ find: () => Promise.resolve(PAGE) } as unknown as OpenedPages, shows);
    shows.onApplicationBootstrap();
    streams.onApplicationBootstrap();
  });
  afterEach(() => {
    streams.beforeApplicationShutdown();
    shows.onApplicationShutdown();
  });

  const open = async (viewer = new FakeResponse()): Promise<FakeResponse> => {
    const opening = streams.open('token', PAGE, viewer as unknown as Response);
    await jest.advanceTimersByTimeAsync(0);
    await opening;
    return viewer;
  };
  const rename = (name: string, isSignaled = true): void => {
    facts = { ...facts, name, lastSeq: facts.lastSeq + 1 };
    if (isSignaled) appendedRows.next({ showId: PAGE.showId });
  };

  it('A change is sent within 2 seconds, even if a poll read the show just before the change.', async () => {
    const viewer = await open();
    expect(viewer.text).toContain('first name');

    await jest.advanceTimersByTimeAsync(2_000);
    rename('second name');
    await jest.advanceTimersByTimeAsync(900);
    const poll = shows.body(PAGE);
    await jest.advanceTimersByTimeAsync(0);
    await poll;
    rename('third name');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(viewer.text).toContain('third name');
  });

  it('A change is sent soon even if its signal is lost.', async () => {
    const viewer = await open();
    rename('second name', false);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(viewer.text).toContain('second name');
  });

  it('A change during a slow read is sent soon after the read.', async () => {
    const viewer = await open();
    await jest.advanceTimersByTimeAsync(2_000);
    readMs = 3_000;
    rename('second name');
    await jest.advanceTimersByTimeAsync(1_500);
    // The regular check finds no change.
    facts = { ...facts, lastSeq: 0 };
    rename('third name');
    readMs = 0;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(viewer.text).toContain('third name');
  });

  it('A viewer who disconnects during the link lookup does not count toward the maximum number of streams.', async () => {
    const gone = new FakeResponse();
    gone.end();
    for (let count = 0; count < 1_000; count += 1) {
      await streams.open('token', PAGE, gone as unknown as Response);
    }
    expect((await open()).text).toContain('first name');
  });
});
