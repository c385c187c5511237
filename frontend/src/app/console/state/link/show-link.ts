import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { HEARTBEAT_MS, type ShowJoinAck, type ShowHeartbeat, type ShowTellRequest } from '@sellary/contracts';
import { HealthApi } from '../../../api/health-api';
import { SessionStore } from '../../../auth/session-store';
import type { LinkListener } from './link-listener';
import { type LiveSocket, OPEN_SOCKET } from './live-socket';
import { type Moment, momentNow, msSince, sleptSince } from './moment';
import { TransportChoice } from './transport-choice';
import { onWakeUp } from './wake-up';

const ACK_TIMEOUT_MS = 5_000;
/** A connection without a heartbeat for this long is dropped, whatever the network layer reports. */
const RECONNECT_AFTER_MS = 3 * HEARTBEAT_MS;
/**
 * Maximum waits before each attempt after a failure. The last wait repeats. Each wait is randomly shortened
 * by up to half, so that consoles spread out.
 */
const RETRY_MS = [500, 1_000, 2_000, 5_000];
/**
 * Maximum age of a heartbeat that a page trusts when it comes to the front. The next one is not yet overdue.
 */
const TRUSTED_MS = 1.5 * HEARTBEAT_MS;
/**
 * A wake-up event this soon after an attempt does not start another, because several events arrive together.
 */
const MIN_ATTEMPT_MS = 1_000;

/**
 * The socket to one show's room. It rejoins after interruptions, sleep, blocked networks, ended sessions, and
 * server restarts.
 */
@Injectable()
export class ShowLink {
  private readonly session = inject(SessionStore);
  private readonly health = inject(HealthApi);
  private readonly openSocket = inject(OPEN_SOCKET);
  private readonly document = inject(DOCUMENT);
  private readonly hasJoined = signal(false);
  /** True if a heartbeat came over this connection. */
  private readonly hasHeartbeat = signal(false);
  /**
   * True if the room is joined and a heartbeat has arrived since. Only then is the page known to be up to
   * date.
   */
  readonly isConfirmed = computed(() => this.hasJoined() && this.hasHeartbeat());
  readonly heartbeat = signal<ShowHeartbeat | null>(null);
  readonly heartbeatAt = signal<Moment | null>(null);
  readonly startedAt = signal(momentNow());
  /** True if the connection uses HTTP long-polling because the network blocks WebSocket. */
  readonly isSlow = signal(false);
  /** True if the server responds to HTTP requests but no transport gets through. */
  readonly isBlocked = signal(false);

  private socket: LiveSocket | null = null;
  private listener: LinkListener | null = null;
  private transports = new TransportChoice();
  private hasEverJoined = false;
  private isJoining = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the current connection. A response over an earlier connection is ignored. */
  private connection = 0;
  private hasConnected = false;
  private attemptedAt = momentNow();
  /**
   * Time at which the attempt started, the socket connected, the room was joined, or a heartbeat arrived,
   * whichever came last. Null between attempts.
   */
  private lastMessageAt: Moment | null = null;
  private checkedAt = momentNow();
  private isSigningIn = false;
  private lastToken: string | null = null;
  private presence: ShowTellRequest | null = null;

  constructor() {
    const ending = new AbortController();
    onWakeUp(this.document, ending.signal, (networkChanged) => this.wake(networkChanged));
    inject(DestroyRef).onDestroy(() => {
      ending.abort();
      this.close();
    });
  }

  open(listener: LinkListener): void {
    this.startedAt.set(momentNow());
    this.checkedAt = momentNow();
    this.transports = new TransportChoice();
    this.hasEverJoined = false;
    this.isSigningIn = false;
    this.isSlow.set(false);
    this.isBlocked.set(false);
    this.listener = listener;
    const socket = this.openSocket((give) => void this.giveToken(give));
    this.socket = socket;
    socket.on('connect', () => {
      this.lastMessageAt = momentNow();
      this.hasConnected = true;
      this.isBlocked.set(false);
      this.transports.recordSuccess(socket.io.engine.transport.name);
      this.join();
    });
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.retry();
    });
    socket.on('connect_error', (error) => {
      // A rejection comes from the server, so the transport did get through.
      this.hasConnected = !socket.active;
      if (error.message === 'UNAUTHENTICATED') void this.signInAgain(socket);
      else this.retry();
    });
    socket.on('show.events', (message) => {
      if (message.showId === listener.showId) listener.onEvents(message.events);
    });
    socket.on('show.pulse', (heartbeat) => {
      // A heartbeat that waited in a network buffer while the device slept proves nothing.
      if (heartbeat.showId === listener.showId && !this.check()) this.receiveHeartbeat(heartbeat, socket);
    });
    this.attempt();
  }

  /** Asks for the missing events after a gap. */
  catchUp(): void {
    if (this.socket?.connected && !this.isJoining) this.join();
  }

  /**
   * Reports what this console has open. Repeats the report after every reconnect, because the server drops it
   * with the connection.
   */
  reportPresence(change: ShowTellRequest): void {
    this.presence = { ...this.presence, ...change };
    if (this.hasJoined()) this.socket?.emit('show.tell', change);
  }

  /**
   * Replaces a connection that has gone silent or dates from before the device slept.
   * @returns whether the connection was dropped
   */
  check(): boolean {
    const slept = sleptSince(this.checkedAt);
    this.checkedAt = momentNow();
    if (!this.socket || this.isSigningIn) return false;
    const isSilent = this.lastMessageAt !== null && msSince(this.lastMessageAt) >= RECONNECT_AFTER_MS;
    if (!slept && !isSilent) return false;
    if (slept) this.attempt();
    else this.retry(this.tries === 0);
    return true;
  }

  close(): void {
    this.drop();
    this.socket = null;
    this.listener = null;
  }

  private receiveHeartbeat(heartbeat: ShowHeartbeat, socket: LiveSocket): void {
    const transport = socket.io.engine.transport.name;
    this.transports.recordSuccess(transport);
    // The first heartbeat may arrive in the middle of an upgrade to WebSocket.
    if (transport === 'websocket') this.isSlow.set(false);
    else if (this.hasHeartbeat()) this.isSlow.set(true);
    this.tries = 0;
    this.heartbeat.set(heartbeat);
    this.lastMessageAt = momentNow();
    this.heartbeatAt.set(this.lastMessageAt);
    this.hasHeartbeat.set(true);
  }

  /** Reconnects if the network changed, or if the connection is neither known to work nor newly started. */
  private wake(networkChanged: boolean): void {
    if (!this.socket || this.isSigningIn) return;
    const at = this.heartbeatAt();
    const isTrusted =
      this.isConfirmed() && at !== null && msSince(at) < TRUSTED_MS && !sleptSince(this.checkedAt);
    const hasJustBegun = this.lastMessageAt !== null && msSince(this.attemptedAt) < MIN_ATTEMPT_MS;
    if (!networkChanged && (isTrusted || hasJustBegun)) return;
    this.tries = 0;
    this.attempt();
  }

  private attempt(): void {
    this.drop();
    const { socket } = this;
    if (!socket) return;
    this.lastMessageAt = this.attemptedAt = this.checkedAt = momentNow();
    socket.io.opts.transports = this.transports.next;
    socket.connect();
  }

  /**
   * Drops the connection and tries again, over another transport if this one did not get through. Waits
   * first, unless `atOnce` is true.
   */
  private retry(atOnce = false): void {
    const { hasConnected } = this;
    this.drop();
    if (!hasConnected) {
      this.transports.recordFailure();
      if (this.transports.isExhausted) void this.checkBlocked();
    }
    if (!atOnce) return this.attemptLater();
    this.tries += 1;
    this.attempt();
  }

  private attemptLater(): void {
    const wait = RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)] ?? 0;
    this.timer = setTimeout(() => this.attempt(), wait * (1 - Math.random() / 2));
  }

  /**
   * Closes the connection, so that there is never a second connection and nothing from the old connection
   * reaches this page.
   */
  private drop(): void {
    clearTimeout(this.timer);
    this.connection += 1;
    this.lastMessageAt = null;
    this.hasConnected = false;
    this.isJoining = false;
    this.hasJoined.set(false);
    this.hasHeartbeat.set(false);
    this.socket?.disconnect();
  }

  private async checkBlocked(): Promise<void> {
    const { socket } = this;
    const answers = await this.health.isResponding();
    if (this.socket === socket) this.isBlocked.set(answers && this.transports.isExhausted);
  }

  private async giveToken(give: (data: object) => void): Promise<void> {
    const { connection } = this;
    const token = await this.session.token();
    if (connection !== this.connection) return;
    this.lastToken = token;
    give({ token });
  }

  private join(): void {
    const { socket, listener, connection } = this;
    if (!socket || !listener) return;
    this.isJoining = true;
    // A callback, not a promise, because events that follow the response must not be handled before it.
    socket
      .timeout(ACK_TIMEOUT_MS)
      .emit(
        'show.join',
        { showId: listener.showId, afterSeq: listener.lastSeq() },
        (failure: Error | null, answer: ShowJoinAck) => {
          if (connection !== this.connection) return;
          this.isJoining = false;
          // The server may be overloaded or frozen. A new attempt is better than a room that was never
          // joined.
          if (failure) this.retry();
          else if (answer.ok) this.onJoined(listener, answer, socket);
          else this.onRefusedJoin(listener, answer.error, socket);
        },
      );
  }

  private onJoined(
    listener: LinkListener,
    answer: Extract<ShowJoinAck, { ok: true }>,
    socket: LiveSocket,
  ): void {
    this.lastMessageAt = momentNow();
    listener.onJoined(answer, this.hasEverJoined);
    this.hasEverJoined = true;
    this.hasJoined.set(true);
    if (this.presence?.showId === listener.showId) socket.emit('show.tell', this.presence);
  }

  private onRefusedJoin(
    listener: LinkListener,
    { code, message }: { code: string; message: string },
    socket: LiveSocket,
  ): void {
    if (code === 'NOT_FOUND' || code === 'FORBIDDEN') {
      this.close();
      listener.onRefused(message);
    } else if (code === 'UNAUTHENTICATED') void this.signInAgain(socket);
    else this.retry();
  }

  private async signInAgain(socket: LiveSocket): Promise<void> {
    this.drop();
    this.isSigningIn = true;
    const outcome = await this.session.renew(this.lastToken);
    if (outcome === 'ended') await this.session.signedInAgain();
    if (this.socket !== socket) return;
    this.isSigningIn = false;
    this.attemptLater();
  }
}
