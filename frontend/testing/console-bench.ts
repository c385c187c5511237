import { TestBed } from '@angular/core/testing';
import type { PreviewRequest, PreviewResult, ResolvePreview, ResolveRequest, Role } from '@sellary/contracts';
import { SessionStore } from '../src/app/auth/session-store';
import { Console } from '../src/app/console/console';
import { OPEN_SOCKET } from '../src/app/console/state/link/live-socket';
import { IGNORED_CLICKS_MS } from '../src/app/ui/misclick-guard';
import { ApiBench } from './api-bench';
import { FakeSocket } from './fake-socket';
import { ScriptedShow } from './scripted-show';
import { aSession } from './session';

export const SHOW = 'show-1';
export const PREVIEW_URL = `/api/shows/${SHOW}/review/preview`;

/** The real console on a scripted show, with a socket and a clock that the test controls. */
export class ConsoleBench extends ApiBench {
  readonly socket: FakeSocket;
  readonly server = new ScriptedShow();
  /** Number of ledger rows that the console has received. */
  sentCount = 0;
  /** Id of the claim in the link to the console. */
  linkedClaimId: string | undefined;

  constructor() {
    const socket = new FakeSocket();
    super({ provide: OPEN_SOCKET, useValue: () => socket.asSocket });
    this.socket = socket;
  }

  get text(): string {
    return (this.page.textContent ?? '').replace(/\s+/g, ' ');
  }

  async advance(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
  }

  async render(): Promise<void> {
    await this.advance(50);
  }

  /** Adds one item with one unit: @ivy has it, and @rita waits. */
  addItemWithTwoClaims(): void {
    this.server.addItem('101', 1);
    this.server.addComment('ivy', '101');
    this.server.addComment('rita', '101');
  }

  async start(): Promise<void> {
    this.fixture = TestBed.createComponent(Console);
    this.fixture.componentRef.setInput('id', SHOW);
    this.fixture.componentRef.setInput('claim', this.linkedClaimId);
    await this.advance(50);
  }

  /** Signs in, answers the snapshot, joins the show, and sends the first heartbeat. */
  async open(role: Role = 'operator'): Promise<void> {
    TestBed.inject(SessionStore).begin(aSession({ role }));
    await this.start();
    await this.answerSnapshot();
    await this.sendHeartbeat();
  }

  async answerSnapshot(): Promise<void> {
    this.http.expectOne(`/api/shows/${SHOW}/snapshot`).flush(this.server.snapshot());
    this.sentCount = this.server.events.length;
    await this.advance(50);
  }

  async sendHeartbeat(): Promise<void> {
    this.socket.sendHeartbeat(SHOW, { lastSeq: this.server.events.length });
    await this.advance(600);
  }

  /** Answers the next preview call. @returns the call's requests */
  async answerPreview(...previews: (ResolvePreview | null)[]): Promise<ResolveRequest[]> {
    await this.advance(1_200);
    const call = this.http.expectOne(PREVIEW_URL);
    const result: PreviewResult = { lastSeq: this.server.events.length, previews };
    call.flush(result);
    await this.advance(50);
    return (call.request.body as PreviewRequest).requests;
  }

  /** Sends the ledger rows that the console has not received yet. */
  async send(): Promise<void> {
    this.socket.sendEvents(SHOW, this.takeUnsent());
    await this.advance(300);
  }

  /** Returns the rows that the console has not received, and marks them as sent. */
  takeUnsent() {
    const events = this.server.events.slice(this.sentCount);
    this.sentCount = this.server.events.length;
    return events;
  }

  button(name: RegExp, within: ParentNode = this.page): HTMLButtonElement {
    const found = [...within.querySelectorAll('button')].find((element) =>
      name.test(`${element.getAttribute('aria-label') ?? ''} ${element.textContent}`),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }

  /** Presses a key, and waits until it can no longer be the first of a scanned code. */
  async pressKey(key: string, on: EventTarget = document): Promise<void> {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.advance(50);
  }

  /** Presses a button after a wait, like a user who first looks at the screen. */
  async press(name: RegExp, within?: ParentNode): Promise<void> {
    await this.advance(IGNORED_CLICKS_MS);
    // jsdom has no layout, so every button is at (0, 0), where the pointer rests.
    document.dispatchEvent(new MouseEvent('pointerdown', { clientX: 0, clientY: 0 }));
    this.button(name, within).click();
    await this.advance(50);
  }
}
