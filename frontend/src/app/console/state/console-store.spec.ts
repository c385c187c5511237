import type { HttpParams } from '@angular/common/http';
import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ShowJoinAck } from '@sellary/contracts';
import { errorResponse } from '../../../../testing/api';
import { ConsoleBench, SHOW } from '../../../../testing/console-bench';
import { aClaim, aComment, aShow } from '../../../../testing/wire';
import { ConsoleStore } from './console-store';
import { ShowLink } from './link/show-link';
import { RenderScheduler } from './render-scheduler';

describe('the console store', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  /** Reconnects after too many missed events, so that the console loads a new snapshot. */
  async function missTooMuch(): Promise<void> {
    bench.socket.answers = [{ ok: true, lastSeq: bench.server.events.length, events: [], truncated: true }];
    bench.socket.dropConnection();
    bench.socket.connect();
    await bench.advance(50);
  }

  it('Events that arrive while a snapshot is loading do not cause another request, and are applied after it has loaded.', async () => {
    await bench.open();
    bench.server.addChatter();
    bench.takeUnsent();
    await missTooMuch();
    const truncated: ShowJoinAck = { ok: true, lastSeq: 0, events: [], truncated: true };
    bench.socket.answers = [truncated, truncated];
    const calls = bench.http.match(`/api/shows/${SHOW}/snapshot`);
    const snapshot = bench.server.snapshot();
    bench.server.addComment('ann', '101');
    const later = bench.server.events.slice(bench.sentCount);
    await bench.send();
    await bench.sendHeartbeat();
    await bench.advance(2_000);
    bench.http.expectNone(`/api/shows/${SHOW}/snapshot`);
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: later, truncated: false },
    ];
    calls[0]?.flush(snapshot);
    await bench.advance(300);
    expect(bench.socket.joins.at(-1)).toEqual({ showId: SHOW, afterSeq: snapshot.lastSeq });
    expect(bench.text).toContain('4 comments in');
  });

  it('A late snapshot of another show is ignored.', async () => {
    const providers = [ConsoleStore, RenderScheduler, ShowLink];
    const injector = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
    const store = injector.get(ConsoleStore);
    void store.open(SHOW);
    void store.open('show-2');
    const show = aShow({ id: 'show-2' });
    bench.http.expectOne('/api/shows/show-2/snapshot').flush({ ...bench.server.snapshot(), show });
    await bench.advance(10);
    bench.http.expectOne(`/api/shows/${SHOW}/snapshot`).flush(bench.server.snapshot());
    await bench.advance(10);
    expect(store.state()?.show.id).toBe('show-2');
    injector.destroy();
  });

  it('After a new snapshot, Undo still finds the latest act.', async () => {
    await bench.open();
    bench.http.match(({ url }) => url.endsWith('/events'));
    await missTooMuch();
    await bench.answerSnapshot();
    const by = { kind: 'person', id: 'user-1', name: 'Ann' };
    const data = { act: 'item_withdrawn', batch: 1, undoable: true, input: { itemId: 'item-101' } };
    const act = { seq: 2, type: 'operator.act', at: new Date().toISOString(), by, data };
    bench.http.expectOne(({ url }) => url.endsWith('/events')).flush({ events: [act], lastSeq: 2 });
    await bench.advance(600);
    await bench.sendHeartbeat();
    await bench.pressKey('u');
    bench.http.expectOne(`/api/shows/${SHOW}/acts/2/undo`);
  });

  it('A viewer who is erased disappears from the claims and the drawer, even if no new claim arrives.', async () => {
    await bench.open();
    await bench.click(bench.page.querySelector<HTMLElement>('app-comment-stream [role=row]'));
    await bench.press(/^\s*@rita\s*$/, bench.page.querySelector('app-drawer-panel') ?? undefined);
    expect(bench.page.querySelector('#drawer-title')?.textContent).toBe('@rita');
    for (const { buyer } of [...bench.server.activeClaims, ...bench.server.allComments]) {
      if (buyer.id === 'buyer-rita') buyer.handle = 'Erased viewer';
    }
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'viewer.erased',
      at: new Date().toISOString(),
      data: { buyerId: 'buyer-rita', comments: 1, claims: 1 },
    });
    await bench.send();
    await bench.answerSnapshot();
    await bench.advance(300);
    expect(bench.text).not.toContain('@rita');
    expect(bench.page.querySelector('app-claim-feed')?.textContent).toContain('Erased viewer');
  });

  it('If a page of older comments fails to load, the console tries the page again.', async () => {
    for (let i = 0; i < 450; i++) bench.server.addChatter();
    await bench.open();
    bench.http
      .expectOne(({ url }) => url.endsWith('/comments'))
      .flush({ comments: bench.server.allComments.slice(0, 200), nextCursor: 'older' });
    await bench.advance(10);
    const isOlderPage = ({ params }: { params: HttpParams }) => params.get('cursor') === 'older';
    bench.http.expectOne(isOlderPage).flush(...errorResponse(503, 'UNAVAILABLE', 'Busy.'));
    await bench.advance(1_000);
    bench.http.expectNone(isOlderPage);
    await bench.advance(5_000);
    bench.http
      .expectOne(isOlderPage)
      .flush({ comments: bench.server.allComments.slice(200), nextCursor: null });
    await bench.advance(10);
    expect(bench.text).toContain('450 chatter ·0 unaccounted for');
  });

  it('If the show is deleted, the console says so.', async () => {
    await bench.open();
    bench.socket.answers = [{ ok: false, error: { code: 'NOT_FOUND', message: 'There is no such show.' } }];
    bench.socket.dropConnection();
    bench.socket.connect();
    await bench.advance(50);
    expect(bench.text).toContain('The console could not be loaded');
    expect(bench.page.querySelector('app-claim-feed')).toBeNull();
  });

  it('After a viewer is erased, the history of an item is read again.', async () => {
    await bench.open();
    await bench.press(/^\s*101/);
    const isHistory = ({ url }: { url: string }): boolean => url.endsWith('/items/item-101/claims');
    const ended = aClaim('gone', { itemId: 'item-101', status: 'released' });
    await bench.answer(isHistory, { claims: [ended], nextCursor: null });
    const history = (): string => bench.page.querySelector('app-item-timeline')?.textContent ?? '';
    expect(history()).toContain('@gone');
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'viewer.erased',
      at: new Date().toISOString(),
      data: { buyerId: 'buyer-gone', comments: 0, claims: 1 },
    });
    await bench.send();
    await bench.answerSnapshot();
    await bench.advance(300);
    expect(history()).not.toContain('@gone');
    bench.http.expectOne(isHistory);
  });

  it('After a viewer is erased, the search results are read again.', async () => {
    for (let i = 0; i < 250; i++) bench.server.addChatter();
    await bench.open();
    const field = bench.page.querySelector<HTMLInputElement>('app-comment-stream input');
    const isSearch = ({ params }: { params: HttpParams }): boolean => params.get('q') === 'gone';
    await bench.enter(field, 'gone');
    await bench.advance(500);
    await bench.answer(isSearch, { comments: [aComment('gone')], nextCursor: null });
    const found = (): string => bench.page.querySelector('app-comment-stream')?.textContent ?? '';
    expect(found()).toContain('@gone');
    await missTooMuch();
    await bench.answerSnapshot();
    await bench.advance(50);
    expect(found()).not.toContain('@gone');
    await bench.advance(500);
    bench.http.expectOne(isSearch);
  });
});
