import type { Response } from 'express';
import { EventEmitter } from 'node:events';
import { Subject } from 'rxjs';
import { Clock, type LedgerFeed, type ProcessSignals, type Transactions } from '../kernel';
import type { OpenedPage, OpenedPages } from './opened-pages';
import { ShowStreams } from './show-streams';
import type { ViewerShowFacts } from './viewer-show';
import { ViewerShowCache } from './viewer-show-cache';

const PAGE: OpenedPage = { showId: 'show-1', kind: 'overlay', names: 'none' };

class FakeResponse extends EventEmitter {
  text = '';
  readonly writableLength = 0;
  writeHead(): void {
    // This test does not check the headers.
  }
  write(part: string | Buffer): void {
    this.text += part.toString();
  }
  end(): void {
    this.emit('close');
  }
}

describe('Streams of viewer pages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('A change is sent within 2 seconds, even if a poll read the show just before the change.', async () => {
    const facts: ViewerShowFacts = {
      name: 'first name',
      status: 'active',
      currency: null,
      currentId: null,
      items: [],
      winners: [],
    };
    const appendedRows = new Subject<{ showId: string }>();
    const shows = new ViewerShowCache(
      { snapshot: () => Promise.resolve({ ...facts }) } as unknown as Transactions,
      { appendedRows } as unknown as LedgerFeed,
      { receivedSignals: new Subject() } as unknown as ProcessSignals,
      new Clock(),
    );
    const pages = { find: () => Promise.resolve(PAGE) } as unknown as OpenedPages;
    const streams = new ShowStreams(pages, shows);
    shows.onApplicationBootstrap();
    streams.onApplicationBootstrap();
    const viewer = new FakeResponse();
    await streams.open('token', PAGE, viewer as unknown as Response);
    expect(viewer.text).toContain('first name');

    await jest.advanceTimersByTimeAsync(2_000);
    const rename = (name: string): void => {
      facts.name = name;
      appendedRows.next({ showId: PAGE.showId });
    };
    rename('second name');
    await jest.advanceTimersByTimeAsync(900);
    await shows.body(PAGE);
    rename('third name');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(viewer.text).toContain('third name');
    streams.onApplicationShutdown();
    shows.onApplicationShutdown();
  });
});
