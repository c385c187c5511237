import { UNAVAILABLE } from '../../../testing/api';
import { ConsoleBench, SHOW } from '../../../testing/console-bench';
import { aSession } from '../../../testing/session';

describe('the console', () => {
  let bench: ConsoleBench;
  beforeEach(() => (bench = new ConsoleBench()));
  afterEach(() => bench.close());

  it('The console joins the show after it loads the snapshot, and shows later events.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    expect(bench.socket.joins).toEqual([{ showId: SHOW, afterSeq: bench.server.events.length }]);
    expect(bench.text).toContain('2 comments in');
    bench.server.addComment('tess', '101');
    await bench.send();
    expect(bench.text).toContain('3 comments in');
    expect(bench.text).toContain('@tess');
    expect(bench.text).toContain('Waiting #2');
    expect(bench.text).toContain('0 unaccounted for');
  });

  it('A row shows its first status and the current one, unless only the position in line has changed.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    const winner = bench.server.activeClaims.find(({ status }) => status === 'winner');
    const waiting = bench.server.activeClaims.find(({ status }) => status === 'waitlist');
    const tess = (): string =>
      [...bench.page.querySelectorAll('app-claim-row')]
        .find((row) => row.textContent?.includes('@tess'))
        ?.textContent?.replace(/\s+/g, ' ') ?? '';
    bench.server.addComment('tess', '101');
    bench.server.endClaim(winner?.id ?? '', 'passed');
    await bench.send();
    expect(tess()).toMatch(/sold 101\s*Waiting #1/);
    expect(tess()).not.toContain('#2');
    bench.server.endClaim(waiting?.id ?? '', 'passed');
    await bench.send();
    expect(tess()).toMatch(/sold 101\s*Promoted\s/);
    const rows = [...bench.page.querySelectorAll('app-claim-row')].map((row) =>
      row.textContent?.replace(/\s+/g, ' '),
    );
    expect(rows.some((row) => /@tess.*Waiting #2 now\s*Won/.test(row ?? ''))).toBe(true);
  });

  it("A hidden viewer's handle appears nowhere, even if the viewer wins the current item.", async () => {
    bench.addItemWithTwoClaims();
    for (const { buyer } of [...bench.server.activeClaims, ...bench.server.allComments]) {
      buyer.hidden ||= buyer.handle === '@ivy';
    }
    bench.server.show.nowShowingItemId = 'item-101';
    await bench.open();
    for (const panel of ['app-now-line', 'app-claim-feed', 'app-comment-stream']) {
      expect(bench.page.querySelector(panel)?.textContent).toContain('Hidden viewer');
    }
    await bench.press(/Release Hidden viewer from #101/);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    await bench.answer(`/api/claims/${claim?.id}/release`, {
      claim: { ...claim, status: 'released' },
      actSeq: 9,
    });
    expect(document.body.textContent).toContain('Hidden viewer released from #101');
    expect(document.body.innerHTML).not.toContain('@ivy');
  });

  it('During a burst of claims, the console offers to switch to the item, unless that item was showing a moment ago.', async () => {
    for (const number of ['101', '102', '103']) bench.server.addItem(number, 1);
    bench.server.show.nowShowingItemId = 'item-101';
    await bench.open();
    const offered = (): boolean => bench.page.querySelector('[aria-label^="Switch to"]') !== null;
    const burst = async (number: string, viewerPrefix: string): Promise<void> => {
      for (let i = 0; i < 6; i++) bench.server.addComment(`${viewerPrefix}${i}`, number);
      await bench.send();
      await bench.advance(600);
    };
    await burst('102', 'a');
    expect(offered()).toBe(true);
    bench.server.showItem('103');
    await bench.send();
    expect(offered()).toBe(false);
    await burst('101', 'b');
    expect(offered()).toBe(false);
    await burst('102', 'c');
    expect(offered()).toBe(true);
    await bench.advance(30_000);
    await bench.sendHeartbeat();
    await burst('101', 'd');
    expect(bench.page.querySelector('[aria-label="Switch to #101"]')).not.toBeNull();
  });

  it('Claims that are received twice because of a gap count only once toward a burst.', async () => {
    for (const number of ['101', '102']) bench.server.addItem(number, 1);
    bench.server.show.nowShowingItemId = 'item-101';
    await bench.open();
    for (let i = 0; i < 4; i++) bench.server.addComment(`a${i}`, '102');
    const missing = bench.takeUnsent();
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: missing, truncated: false },
    ];
    bench.socket.sendEvents(SHOW, missing.slice(1));
    await bench.advance(1_300);
    expect(bench.text).toContain('4 comments in');
    expect(bench.page.querySelector('[aria-label^="Switch to"]')).toBeNull();
  });

  it('A link to a claim opens its explanation once, and later events do not open it again.', async () => {
    bench.addItemWithTwoClaims();
    bench.linkedClaimId = bench.server.activeClaims.find(({ status }) => status === 'winner')?.id;
    await bench.open();
    const title = (): string => bench.page.querySelector('#drawer-title')?.textContent ?? '';
    expect(title()).toBe('Why: @ivy on #101');
    await bench.press(/Close details/);
    bench.server.addComment('tess', '101');
    await bench.send();
    expect(title()).toBe('');
  });

  it('The console paints at most 6 times in 1.3 seconds.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    let paints = 0;
    const watch = new MutationObserver(() => paints++);
    watch.observe(bench.page.querySelector('app-proof-line') ?? bench.page, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    for (let i = 0; i < 100; i++) {
      bench.server.addChatter();
      bench.socket.sendEvents(SHOW, bench.takeUnsent());
      await bench.advance(10);
    }
    await bench.advance(300);
    watch.disconnect();
    expect(bench.text).toContain('102 comments in');
    expect(paints).toBeLessThanOrEqual(6);
  });

  it('Comments are not drawn between a click or key press and its result, but they are drawn while the operator keeps typing.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    await bench.advance(300);
    document.dispatchEvent(new Event('pointerdown'));
    bench.server.addChatter();
    bench.socket.sendEvents(SHOW, bench.takeUnsent());
    await bench.advance(100);
    expect(bench.text).toContain('2 comments in');
    await bench.advance(50);
    expect(bench.text).toContain('3 comments in');
    await bench.advance(300);
    bench.server.addChatter();
    bench.socket.sendEvents(SHOW, bench.takeUnsent());
    for (let i = 0; i < 12; i++) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
      await bench.advance(50);
    }
    expect(bench.text).toContain('4 comments in');
  });

  it('If a message skips rows, the console requests them.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    const before = bench.sentCount;
    for (const viewer of ['ann', 'bea']) bench.server.addComment(viewer, '101');
    const missing = bench.takeUnsent();
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: missing, truncated: false },
    ];
    bench.socket.sendEvents(SHOW, missing.slice(2));
    await bench.advance(700);
    expect(bench.socket.joins.slice(1)).toEqual([{ showId: SHOW, afterSeq: before }]);
    expect(bench.text).toContain('4 comments in');
  });

  it('The console catches up once after a lost connection, and a divider shows that it did.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    bench.socket.dropConnection();
    await bench.advance(600);
    expect(bench.text).toContain('Reconnecting');
    bench.server.addComment('ann', '101');
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: bench.takeUnsent(), truncated: false },
    ];
    bench.socket.connect();
    await bench.advance(300);
    await bench.sendHeartbeat();
    expect(bench.text).toContain('Caught up: 1 comment, 1 claim');
    expect(bench.text).toContain('3 comments in');
    expect(bench.text).toContain('Up to date');
  });

  it('The console loads a new snapshot if it missed too many events.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    bench.server.addComment('ann', '101');
    bench.socket.answers = [{ ok: true, lastSeq: bench.server.events.length, events: [], truncated: true }];
    bench.socket.dropConnection();
    bench.socket.connect();
    await bench.advance(50);
    await bench.answerSnapshot();
    await bench.advance(300);
    expect(bench.text).toContain('3 comments in');
    expect(bench.socket.joins.at(-1)).toEqual({ showId: SHOW, afterSeq: bench.server.events.length });
  });

  it('Without a heartbeat, the console does not show “Up to date”, and acts are paused.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    expect(bench.text).toContain('Up to date');
    expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBeNull();
    await bench.advance(6_000);
    expect(bench.text).toContain(
      'No response from the server for 6 s. This view may be out of date, so changes are paused.',
    );
    expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBe('true');
    await bench.sendHeartbeat();
    expect(bench.text).toContain('Up to date');
    expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBeNull();
  });

  it('The console catches up if a heartbeat reports rows that did not arrive.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    bench.server.addChatter();
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: bench.takeUnsent(), truncated: false },
    ];
    await bench.sendHeartbeat();
    await bench.advance(2_000);
    expect(bench.socket.joins).toHaveLength(2);
    expect(bench.text).toContain('3 comments in');
  });

  it('The console renews the token and reconnects if the server rejects the socket.', async () => {
    bench.addItemWithTwoClaims();
    await bench.open();
    bench.socket.refuse('UNAUTHENTICATED');
    await bench.advance(10);
    bench.http.expectOne('/api/auth/refresh').flush(aSession({ accessToken: 'token-2' }));
    await bench.advance(1_000);
    expect(bench.socket.connected).toBe(true);
    expect(bench.socket.joins).toHaveLength(2);
  });

  it('The console loads the comments missing from its snapshot, so that the proof line covers the whole show.', async () => {
    for (let i = 0; i < 250; i++) bench.server.addChatter();
    await bench.open();
    expect(bench.text).toContain('50 earlier');
    const page = bench.server.allComments.slice(0, 200);
    bench.http
      .expectOne(({ url, params }) => url.endsWith('/comments') && !params.has('cursor'))
      .flush({ comments: page, nextCursor: 'older' });
    await bench.advance(10);
    const rest = bench.server.allComments.slice(200);
    bench.http
      .expectOne(({ params }) => params.get('cursor') === 'older')
      .flush({ comments: rest, nextCursor: null });
    await bench.advance(10);
    expect(bench.text).toContain('250 comments in =250 chatter ·0 unaccounted for');
  });

  it('A new snapshot stops the loading of older comments that began after an earlier snapshot.', async () => {
    for (let i = 0; i < 450; i++) bench.server.addChatter();
    await bench.open();
    bench.socket.answers = [{ ok: true, lastSeq: bench.server.events.length, events: [], truncated: true }];
    bench.socket.dropConnection();
    bench.socket.connect();
    await bench.advance(50);
    await bench.answerSnapshot();
    await bench.advance(300);
    const [first, second] = bench.http.match(({ url }) => url.endsWith('/comments'));
    const page = { comments: bench.server.allComments.slice(0, 200), nextCursor: 'older' };
    first?.flush(page);
    await bench.advance(10);
    bench.http.expectNone(({ params }) => params.has('cursor'));
    second?.flush(page);
    await bench.advance(10);
    bench.http.expectOne(({ params }) => params.get('cursor') === 'older');
  });

  it('A console that fails to load shows a message, and “Try again” loads it.', async () => {
    await bench.start();
    await bench.reject(`/api/shows/${SHOW}/snapshot`, ...UNAVAILABLE);
    expect(bench.text).toContain('The database is not responding.');
    await bench.press(/Try again/);
    await bench.answerSnapshot();
    expect(bench.page.querySelector('app-health-strip')).not.toBeNull();
  });
});
