import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SourceHealth, SourceProblem } from '@sellary/contracts';
import { UNAVAILABLE, errorResponse } from '../../../../../testing/api';
import { ConsoleBench } from '../../../../../testing/console-bench';
import { IGNORED_CLICKS_MS } from '../../../ui/misclick-guard';
import { Sounds } from '../../sounds/sounds';
import { aParsedReview } from '../../../../../testing/wire';

describe('Needs you', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    localStorage.clear();
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  const FACEBOOK = {
    id: 'source-1',
    platform: 'facebook',
    connectionId: 'page-1',
    liveId: '2000001',
    liveUrl: null,
  };
  const SOURCE = { id: 'source-1', lagMs: 900, lastCommentAt: null };
  const ENDED = { ...SOURCE, state: 'ended', endedAt: '2026-11-22T20:14:00.000Z' } as const;
  const LIVE_ENDED: SourceHealth = { ...ENDED, problem: 'LIVE_ENDED' };
  const SUCCESSOR = { liveId: '2000002', title: 'Sunday sale 2', status: 'LIVE', startedAt: null };
  const heartbeat = async (...sources: SourceHealth[]): Promise<void> => {
    bench.socket.sendHeartbeat('show-1', { lastSeq: bench.server.events.length, sources });
    await bench.advance(600);
  };
  const entries = () => [...bench.page.querySelectorAll('app-needs-you [data-need]')];

  it('Reviews, unknown numbers, and sources with a problem are counted in the tab, the title, and the icon.', async () => {
    const icon = document.head.appendChild(document.createElement('link'));
    icon.rel = 'icon';
    icon.href = 'http://localhost/favicon.svg';
    bench.server.addReview();
    bench.server.addComment('zed', '199');
    await bench.open();
    expect(bench.button(/Needs you/).textContent?.replace(/\s+/g, ' ')).toContain('2');
    expect(document.title).toBe('(2) Friday show · Sellary');
    expect(icon.href).toContain('data:image/svg');
    bench.socket.sendHeartbeat('show-1', {
      lastSeq: bench.server.events.length,
      sources: [
        {
          id: 'source-1',
          state: 'trouble',
          lagMs: null,
          lastCommentAt: null,
          message: 'Facebook throttles us',
        },
      ],
    });
    await bench.press(/Needs you/);
    expect(document.title).toContain('(3)');
    expect(bench.text).toContain('Facebook throttles us');
    icon.remove();
  });

  it.each<[SourceProblem, string, string | null]>([
    ['CONNECTION_EXPIRED', 'Facebook: sign-in expired', 'Open Connections'],
    ['PERMISSION_MISSING', 'Facebook: permission missing', 'Open Connections'],
    ['LIVE_GONE', 'Facebook: broadcast gone', null],
    ['PLATFORM_ERROR', 'Facebook: request refused', null],
    ['COMMENTS_MISSING', 'Facebook: comments missing', 'Open Connections'],
    ['CLOCK_WAS_AHEAD', 'Facebook: not counting yet', null],
  ])(
    'A source with a problem (%s) appears in the strip and in Needs you, with a link if a page can fix it.',
    async (problem, title, linkText) => {
      bench.server.show.sources = [
        { id: 'source-1', platform: 'facebook', connectionId: null, liveId: '2000001', liveUrl: null },
      ];
      await bench.open('owner');
      await heartbeat({ ...SOURCE, state: 'trouble', message: 'Message of the platform.', problem });
      await bench.press(/Needs you/);
      const chip = bench.page.querySelector('ul[aria-label="Sources"] li');
      expect([chip?.textContent?.trim(), chip?.getAttribute('title')]).toEqual([
        expect.stringContaining(title),
        'Message of the platform.',
      ]);
      const entry = bench.page.querySelector('app-needs-you [data-need]');
      expect(entry?.textContent).toContain(title);
      expect(entry?.querySelector('a')?.textContent?.replace(' in a new tab', '') ?? null).toBe(linkText);
    },
  );

  it('An ended broadcast turns the strip amber, and one press switches to the new broadcast.', async () => {
    bench.server.show.sources = [FACEBOOK];
    await bench.open();
    await heartbeat({ ...LIVE_ENDED, successor: SUCCESSOR });
    await bench.press(/Needs you/);
    expect(bench.page.querySelector('app-health-strip header')?.className).toContain('bg-warn-ground');
    expect(bench.page.querySelector('ul[aria-label="Sources"]')?.textContent).toContain('ended at');
    expect(entries().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Facebook: broadcast ended at'),
    ]);
    expect(bench.text).toContain('“Sunday sale 2” is running.');
    await bench.press(/Use new broadcast/);
    const call = bench.http.expectOne('/api/shows/show-1/sources');
    expect([call.request.method, call.request.body]).toEqual([
      'POST',
      { platform: 'facebook', connectionId: 'page-1', liveId: '2000002' },
    ]);
    call.flush(bench.server.show);
    await heartbeat(ENDED);
    expect(bench.page.querySelector('app-health-strip header')?.className).not.toContain('bg-warn-ground');
  });

  it('The problem sound stops when the problem is dismissed, and plays again for the next problem.', async () => {
    const sound = jest.spyOn(TestBed.inject(Sounds), 'play');
    const sounds = (): number => sound.mock.calls.filter(([name]) => name === 'problem').length;
    bench.server.show.sources = [FACEBOOK];
    await bench.open();
    await heartbeat(LIVE_ENDED);
    expect(sounds()).toBe(1);
    await bench.press(/Needs you/);
    await bench.press(/^Dismiss/);
    for (let seconds = 0; seconds < 60; seconds += 2) {
      await heartbeat(LIVE_ENDED);
      await bench.advance(1_400);
    }
    expect([sounds(), entries().length]).toEqual([1, 0]);
    await heartbeat({ ...SOURCE, state: 'trouble', problem: 'CONNECTION_EXPIRED' });
    expect([sounds(), entries().length]).toEqual([2, 1]);
  });

  it('Sources of one platform are numbered, and those with a problem come first.', async () => {
    bench.server.show.sources = [FACEBOOK, { ...FACEBOOK, id: 'source-2' }];
    await bench.open();
    await heartbeat(
      { ...SOURCE, state: 'live' },
      { ...SOURCE, id: 'source-2', state: 'trouble', problem: 'NO_CONNECTION' },
    );
    const chips = [...bench.page.querySelectorAll('ul[aria-label="Sources"] li')];
    expect(chips.map(({ textContent }) => textContent?.trim())).toEqual([
      'Facebook 2: not connected',
      'Facebook 1: delivering',
    ]);
    await bench.press(/Needs you/);
    expect(entries()[0]?.textContent).toContain('Facebook 2: not connected');
  });

  it('The age of the last comment is shown in seconds if it is less than one minute, and in minutes otherwise.', async () => {
    bench.server.show.sources = [FACEBOOK];
    await bench.open();
    const ageAfter = async (ms: number): Promise<string | undefined> => {
      const lastCommentAt = new Date(Date.now() - ms).toISOString();
      await heartbeat({ ...SOURCE, state: 'live', lastCommentAt });
      return /last comment .+ ago/.exec(bench.text)?.[0];
    };
    expect(await ageAfter(41_000)).toBe('last comment 41 s ago');
    expect(await ageAfter(190_000)).toBe('last comment 3 min ago');
  });

  it('A click on a source with a problem opens the list of sources, which shows the full advice for that source.', async () => {
    bench.server.show.sources = [FACEBOOK];
    await bench.open();
    await heartbeat({ ...SOURCE, state: 'trouble', message: 'Reconnect it.', problem: 'CONNECTION_EXPIRED' });
    await bench.press(/Needs you/);
    entries()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await bench.advance(300);
    await bench.answer(({ url }) => url === '/api/connections', { connections: [], nextCursor: null });
    expect(document.querySelector('app-sources-dialog')?.textContent).toContain('Reconnect it.');
  });

  it("The explanation of a silent source includes the platform's comment count.", async () => {
    bench.server.show.sources = [FACEBOOK];
    await bench.open();
    await heartbeat({ ...SOURCE, state: 'trouble', problem: 'SILENT', countedSince: 4 });
    await bench.press(/Needs you/);
    expect(entries()[0]?.textContent).toContain('The platform counts 4 more that did not arrive.');
    expect(bench.button(/Choose broadcast/)).toBeTruthy();
  });

  it('An operator who cannot connect an account sees who can.', async () => {
    bench.server.show.sources = [
      { id: 'source-1', platform: 'instagram', connectionId: null, liveId: '1799', liveUrl: null },
    ];
    await bench.open('operator');
    await heartbeat({ ...SOURCE, state: 'trouble', message: 'Gone.', problem: 'NO_CONNECTION' });
    await bench.press(/Needs you/);
    expect(bench.text).toContain('Only owners and admins can connect the account');
    expect(bench.text).not.toContain('Open Connections');
  });

  it('Flagged claims that share a row cannot be dismissed together.', async () => {
    for (let i = 0; i < 5; i++) {
      bench.server.addComment(`flag${i}`, '101');
      const claim = bench.server.activeClaims.at(-1);
      bench.server.flag(claim?.id ?? '', 'Look at this');
    }
    await bench.open();
    await bench.press(/Needs you/);
    expect(bench.text).toContain('5 flagged claims');
    expect(bench.page.querySelector('app-needs-you [aria-label^="Dismiss"]')).toBeNull();
  });

  it('A hundred single comments share one row, which unfolds in place and draws only the visible rows.', async () => {
    for (let i = 0; i < 100; i++) bench.server.addReview();
    await bench.open();
    await bench.press(/Needs you/);
    const drawnRows = (): number => bench.page.querySelectorAll('app-needs-you [data-need]').length;
    expect([drawnRows(), bench.text]).toEqual([
      1,
      expect.stringContaining('100 comments to review one by one'),
    ]);
    await bench.click(bench.page.querySelector<HTMLElement>('app-needs-you [role=row]'));
    expect(drawnRows()).toBeGreaterThan(5);
    expect(drawnRows()).toBeLessThan(30);
  });

  it('An unknown number is dismissed for all operators, and Undo brings it back.', async () => {
    bench.server.addComment('zed', '199');
    await bench.open();
    await bench.press(/Needs you/);
    await bench.press(/Dismiss: @zed wants #199/);
    const expectRequest = (dismissed: boolean): TestRequest => {
      const request = bench.http.expectOne('/api/shows/show-1/dismissed-numbers');
      expect(request.request.body).toEqual({ itemNumbers: ['199'], dismissed });
      return request;
    };
    expectRequest(true).flush(bench.server.dismissNumbers([{ itemNumber: '199', claims: 1 }]));
    await bench.send();
    expect(bench.text).toContain('Number 199 dismissed. The claims keep their places.');
    await bench.press(/Undo: Number 199/);
    expectRequest(false).flush(bench.server.dismissNumbers([]));
    await bench.send();
    expect(bench.button(/Add item/)).toBeDefined();
  });

  it('The Undo key brings back a dismissed number and does not undo the act before it.', async () => {
    bench.server.addComment('zed', '199');
    await bench.open();
    await bench.press(/^\s*101/);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    await bench.press(/Release @ivy/);
    await bench.answer(`/api/claims/${claim?.id}/release`, {
      claim: { ...claim, status: 'released' },
      promoted: null,
      actSeq: 9,
    });
    await bench.press(/Needs you/);
    await bench.press(/Dismiss: @zed wants #199/);
    const url = '/api/shows/show-1/dismissed-numbers';
    bench.http.expectOne(url).flush(bench.server.dismissNumbers([{ itemNumber: '199', claims: 1 }]));
    await bench.send();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
    await bench.advance(50);
    expect(bench.http.expectOne(url).request.body).toEqual({ itemNumbers: ['199'], dismissed: false });
    bench.http.expectNone((request) => request.url.endsWith('/undo'));
  });

  it('If bringing back a dismissed number fails, the Undo key tries again.', async () => {
    bench.server.addComment('zed', '199');
    await bench.open();
    await bench.press(/Needs you/);
    await bench.press(/Dismiss: @zed wants #199/);
    const url = '/api/shows/show-1/dismissed-numbers';
    bench.http.expectOne(url).flush(bench.server.dismissNumbers([{ itemNumber: '199', claims: 1 }]));
    await bench.send();
    await bench.pressKey('u');
    bench.http.expectOne(url).flush(...errorResponse(...UNAVAILABLE));
    await bench.advance(IGNORED_CLICKS_MS);
    await bench.pressKey('u');
    bench.http.expectOne(url).flush(bench.server.dismissNumbers([]));
    await bench.send();
    await bench.advance(IGNORED_CLICKS_MS);
    await bench.pressKey('u');
    bench.http.expectNone(url);
  });

  it('A number dismissed by another operator stays hidden until it has twice as many claims.', async () => {
    bench.server.addComment('zed', '199');
    await bench.open();
    await bench.press(/Needs you/);
    expect(bench.button(/Add item 199/)).toBeDefined();
    bench.server.dismissNumbers([{ itemNumber: '199', claims: 1 }]);
    await bench.send();
    expect(bench.text).toContain('Nothing needs you');
    bench.server.addComment('zoe', '199');
    await bench.send();
    expect(bench.button(/Add item 199/)).toBeDefined();
  });

  it('A review in the drawer can be accepted, edited, and dismissed, and its row names an operator who is editing it.', async () => {
    bench.server.addReview({ parsed: aParsedReview('condition', { item: '101', word: 'sold' }) });
    await bench.open();
    await bench.press(/Needs you/);
    const [comment] = bench.server.snapshot().review;
    bench.socket.sendHeartbeat('show-1', {
      lastSeq: bench.server.events.length,
      operators: [{ id: 'user-2', name: 'Ben Operator', open: `edit:${comment?.id}` }],
    });
    await bench.advance(600);
    expect(bench.page.querySelector('app-need-row')?.textContent).toContain('Ben Operator is editing this');
    await bench.click(bench.page.querySelector<HTMLElement>('app-needs-you [role=row]'));
    const drawer = (): HTMLElement => bench.page.querySelector('app-comment-why') as HTMLElement;
    expect(bench.button(/Accept/, drawer())).toBeDefined();
    expect(bench.button(/Edit and accept/, drawer())).toBeDefined();
    await bench.press(/Dismiss/, drawer());
    await bench.answer(({ url }) => url.endsWith('/dismiss'), {
      comment: { ...comment, outcome: 'ignored' },
      actSeq: null,
    });
  });
});
