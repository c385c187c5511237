import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@sellary/contracts';
import { FakeSocket } from '../../../testing/fake-socket';
import { ScriptedShow } from '../../../testing/scripted-show';
import { aSession } from '../../../testing/session';
import { aClaim } from '../../../testing/wire';
import { apiErrors } from '../api/api-errors';
import { SessionStore } from '../auth/session-store';
import { Console } from './console';
import { OPEN_SOCKET } from './link/show-link';

const SHOW = 'show-1';

describe('the console', () => {
  let http: HttpTestingController;
  let socket: FakeSocket;
  let server: ScriptedShow;
  let fixture: ComponentFixture<Console>;
  let page: HTMLElement;

  beforeEach(() => {
    jest.useFakeTimers();
    socket = new FakeSocket();
    server = new ScriptedShow();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiErrors])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: OPEN_SOCKET, useValue: () => socket.asSocket },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms).then(() => undefined);

  async function open(role: Role = 'operator'): Promise<void> {
    const signedIn = TestBed.inject(SessionStore).login({ email: 'ann@example.com', password: 'correct horse' });
    http.expectOne('/api/auth/login').flush(aSession({ role }));
    await signedIn;
    fixture = TestBed.createComponent(Console);
    fixture.componentRef.setInput('id', SHOW);
    page = fixture.nativeElement as HTMLElement;
    await pass(50);
    http.expectOne(`/api/shows/${SHOW}/snapshot`).flush(server.snapshot());
    await pass(50);
    socket.pulse(SHOW, { lastSeq: server.events.length });
    await pass(600);
  }

  /** Whatever the server has written that the console has not been sent yet. */
  let sent = 0;
  async function send(): Promise<void> {
    const events = server.events.slice(sent);
    sent = server.events.length;
    socket.events(SHOW, events);
    await pass(300);
  }
  function stock(): void {
    server.addItem('101', 1);
    server.comment('ivy', '101');
    server.comment('rita', '101');
    sent = server.events.length;
  }

  const text = (): string => (page.textContent ?? '').replace(/\s+/g, ' ');
  function button(name: RegExp): HTMLButtonElement {
    const found = [...page.querySelectorAll('button')].find((one) =>
      name.test(`${one.getAttribute('aria-label') ?? ''} ${one.textContent}`),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }

  it('joins behind its snapshot and shows what comes after', async () => {
    stock();
    await open();
    expect(socket.joins).toEqual([{ showId: SHOW, afterSeq: server.events.length }]);
    expect(text()).toContain('2 comments in');
    server.comment('tess', '101');
    await send();
    expect(text()).toContain('3 comments in');
    expect(text()).toContain('@tess');
    expect(text()).toContain('Waiting #2');
    expect(text()).toContain('0 unaccounted');
  });

  it('keeps a row as it was and says in a second badge how the claim stands now', async () => {
    stock();
    await open();
    const winner = server.activeClaims.find(({ status }) => status === 'winner');
    server.comment('tess', '101');
    server.end(winner?.id ?? '', 'passed');
    await send();
    const tess = [...page.querySelectorAll('app-claim-row')].find((row) => row.textContent?.includes('@tess'));
    expect(tess?.textContent?.replace(/\s+/g, ' ')).toMatch(/Waiting #2\s*now\s*Waiting #1/);
  });

  it('asks again for what is missing when a message skips rows', async () => {
    stock();
    await open();
    for (const viewer of ['ann', 'bea']) server.comment(viewer, '101');
    const missing = server.events.slice(sent);
    socket.answers = [{ ok: true, lastSeq: server.events.length, events: missing, truncated: false }];
    socket.events(SHOW, missing.slice(2));
    await pass(700);
    expect(socket.joins).toHaveLength(2);
    expect(socket.joins[1]).toEqual({ showId: SHOW, afterSeq: sent });
    expect(text()).toContain('4 comments in');
  });

  it('catches up after a cut, once, and leaves a divider that says so', async () => {
    stock();
    await open();
    socket.cut();
    await pass(600);
    expect(text()).toContain('Reconnecting');
    server.comment('ann', '101');
    const missed = server.events.slice(sent);
    socket.answers = [{ ok: true, lastSeq: server.events.length, events: missed, truncated: false }];
    socket.connect();
    await pass(300);
    socket.pulse(SHOW, { lastSeq: server.events.length });
    await pass(600);
    expect(text()).toContain('Caught up: 1 comment, 1 claim');
    expect(text()).toContain('3 comments in');
    expect(text()).toContain('In step');
  });

  it('reads the snapshot again when too much was missed', async () => {
    stock();
    await open();
    server.comment('ann', '101');
    socket.answers = [{ ok: true, lastSeq: server.events.length, events: [], truncated: true }];
    socket.cut();
    socket.connect();
    await pass(50);
    http.expectOne(`/api/shows/${SHOW}/snapshot`).flush(server.snapshot());
    await pass(300);
    expect(text()).toContain('3 comments in');
    expect(socket.joins.at(-1)).toEqual({ showId: SHOW, afterSeq: server.events.length });
  });

  it('is never green without word from the server, and holds acts back meanwhile', async () => {
    stock();
    await open();
    expect(text()).toContain('In step');
    expect(button(/Pause/).disabled).toBe(false);
    await pass(6_000);
    expect(text()).toContain('No word from the server for 6 s. What you see may be old');
    expect(button(/Pause/).disabled).toBe(true);
    socket.pulse(SHOW, { lastSeq: server.events.length });
    await pass(600);
    expect(text()).toContain('In step');
    expect(button(/Pause/).disabled).toBe(false);
  });

  it('catches up when a pulse knows of rows that never came', async () => {
    stock();
    await open();
    server.chat();
    socket.answers = [{ ok: true, lastSeq: server.events.length, events: server.events.slice(sent), truncated: false }];
    socket.pulse(SHOW, { lastSeq: server.events.length });
    await pass(2_500);
    expect(socket.joins).toHaveLength(2);
    expect(text()).toContain('3 comments in');
  });

  it('renews the token when the socket is refused, and connects again', async () => {
    stock();
    await open();
    socket.refuse('UNAUTHENTICATED');
    await pass(10);
    http.expectOne('/api/auth/refresh').flush(aSession({ accessToken: 'token-2' }));
    await pass(1_000);
    expect(socket.connected).toBe(true);
    expect(socket.joins).toHaveLength(2);
  });

  describe('acts', () => {
    async function openItem(): Promise<void> {
      button(/^\s*101/).click();
      await pass(50);
    }

    it('releases by claim id, waits for the server, shows it only when the ledger says so, and offers undo', async () => {
      stock();
      await open();
      await openItem();
      const claim = server.activeClaims.find(({ status }) => status === 'winner');
      button(/Release @ivy/).click();
      button(/Release @ivy/).click();
      await pass(50);
      expect(button(/Release @ivy/).disabled).toBe(true);
      const request = http.expectOne(`/api/claims/${claim?.id}/release`);
      request.flush({ claim: { ...claim, status: 'released' }, promoted: aClaim('x', { buyer: { ...aClaim('rita').buyer } }), actSeq: 9 });
      await pass(50);
      expect(page.querySelector('app-item-detail')?.textContent).toContain('@ivy');
      server.end(claim?.id ?? '', 'released');
      await send();
      expect(page.querySelector('app-item-detail')?.textContent).not.toContain('@ivy');
      const undo = [...document.querySelectorAll<HTMLButtonElement>('mat-snack-bar-container button')].find(({ textContent }) =>
        textContent?.includes('Undo'),
      );
      undo?.click();
      await pass(50);
      http.expectOne(`/api/shows/${SHOW}/acts/9/undo`).flush({ claims: [], actSeq: 12 });
    });

    it('keeps a refused act beside its item, in the server’s words', async () => {
      stock();
      await open();
      await openItem();
      button(/One unit more/).click();
      await pass(50);
      const request = http.expectOne(`/api/shows/${SHOW}/items/item-101`);
      expect(request.request.body).toEqual({ totalQuantity: 2 });
      request.flush({ error: { code: 'INVALID_TRANSITION', message: 'The show has ended.' } }, { status: 409, statusText: '' });
      await pass(50);
      expect(page.querySelector('app-item-detail [role=alert]')?.textContent).toContain('Not changed: The show has ended.');
      expect(button(/One unit more/).disabled).toBe(false);
    });

    it('adds an unmatched number as an item from Needs you', async () => {
      stock();
      server.comment('zed', '199');
      sent = server.events.length;
      await open();
      button(/Needs you/).click();
      await pass(50);
      expect(text()).toContain('1 claim');
      button(/Add item/).click();
      await pass(50);
      const request = http.expectOne(`/api/shows/${SHOW}/items`);
      expect(request.request.body).toEqual({ items: [{ itemNumber: '199' }] });
      request.flush({ items: [] });
      server.addItem('199', 1);
      await send();
      expect(text()).toContain('Nothing needs you');
    });

    it('asks before ending a show, and Enter goes on selling', async () => {
      stock();
      await open();
      button(/More/).click();
      await pass(50);
      [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')]
        .find(({ textContent }) => textContent?.includes('End show'))
        ?.click();
      await pass(500);
      expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('1 person waiting');
      expect(document.activeElement?.textContent).toContain('Keep selling');
      (document.activeElement as HTMLButtonElement).click();
      await pass(500);
      http.expectNone(`/api/shows/${SHOW}/stop`);
    });

    it('offers viewers nothing to press', async () => {
      stock();
      await open('viewer');
      expect(() => button(/Pause/)).toThrow();
      await openItem();
      expect(() => button(/Release/)).toThrow();
    });
  });

  describe('saying something as a viewer', () => {
    async function say(): Promise<void> {
      stock();
      await open();
      page.querySelector('app-viewer-voice form')?.dispatchEvent(new Event('submit'));
      await pass(50);
    }

    it('tells what the engine made of it', async () => {
      await say();
      const request = http.expectOne('/api/debug/emit-comment');
      expect(request.request.body).toMatchObject({
        showId: SHOW,
        userHandle: 'ivy',
        text: 'sold 101',
        platform: 'rehearsal',
        liveId: 'live-1',
      });
      request.flush({ outcome: 'duplicate_user', claims: [] });
      await pass(50);
      expect(page.querySelector('app-viewer-voice')?.textContent).toContain('Duplicate');
    });

    it('is gone where the server does not know it', async () => {
      await say();
      http
        .expectOne('/api/debug/emit-comment')
        .flush({ error: { code: 'NOT_FOUND', message: 'There is nothing here.' } }, { status: 404, statusText: '' });
      await pass(50);
      expect(page.querySelector('app-viewer-voice form')).toBeNull();
    });
  });

  it('says that the console could not open, and opens on trying again', async () => {
    fixture = TestBed.createComponent(Console);
    fixture.componentRef.setInput('id', SHOW);
    page = fixture.nativeElement as HTMLElement;
    await pass(50);
    http
      .expectOne(`/api/shows/${SHOW}/snapshot`)
      .flush({ error: { code: 'UNAVAILABLE', message: 'The database is away.' } }, { status: 503, statusText: '' });
    await pass(50);
    expect(text()).toContain('The database is away.');
    button(/Try again/).click();
    await pass(50);
    http.expectOne(`/api/shows/${SHOW}/snapshot`).flush(server.snapshot());
    await pass(50);
    expect(page.querySelector('app-health-strip')).not.toBeNull();
  });
});
