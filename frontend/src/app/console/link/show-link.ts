import { DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import {
  type ClientToServerEvents,
  REALTIME_PATH,
  type ServerToClientEvents,
  type ShowEvent,
  type ShowJoinAck,
  type ShowPulse,
  type ShowTellRequest,
} from '@sellary/contracts';
import { type Socket, io } from 'socket.io-client';
import { SessionStore } from '../../auth/session-store';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** How a socket comes about; tests put one of their own here. */
export const OPEN_SOCKET = new InjectionToken<(auth: (give: (data: object) => void) => void) => LiveSocket>('OPEN_SOCKET', {
  providedIn: 'root',
  factory: () => (auth) =>
    io({
      path: REALTIME_PATH,
      transports: ['websocket'],
      auth,
      // An attempt that hangs is given up soon: an operator without word waits for it.
      timeout: 5_000,
      reconnectionDelay: 500,
      reconnectionDelayMax: 3_000,
      autoConnect: false,
    }),
});

export interface LinkListener {
  showId: string;
  /** The last ledger row this page has, asked for at every join. */
  lastSeq(): number;
  events(events: readonly ShowEvent[]): void;
  /** A join answered; `rejoined` when the room had been joined before, so that `events` are what was missed. */
  joined(answer: Extract<ShowJoinAck, { ok: true }>, rejoined: boolean): void;
  refused(message: string): void;
}

const ACK_TIMEOUT_MS = 5_000;
const RETRY_MS = [500, 1_000, 2_000, 5_000];

/** The socket to one show's room: stays joined through cuts, ended sessions and restarts of the server. */
@Injectable()
export class ShowLink {
  private readonly session = inject(SessionStore);
  private readonly openSocket = inject(OPEN_SOCKET);
  readonly joined = signal(false);
  readonly pulse = signal<ShowPulse | null>(null);
  /** `performance.now()` of the last pulse and of the start. */
  readonly pulseAt = signal<number | null>(null);
  readonly startedAt = signal(performance.now());

  private socket: LiveSocket | null = null;
  private everJoined = false;
  private joining = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private usedToken: string | null = null;
  private told: ShowTellRequest | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  open(listener: LinkListener): void {
    this.startedAt.set(performance.now());
    const socket = this.openSocket((give) => void this.session.token().then((token) => give({ token: (this.usedToken = token) })));
    this.socket = socket;
    socket.on('connect', () => void this.join(listener));
    socket.on('disconnect', (reason) => {
      this.joined.set(false);
      // The client only reconnects by itself when the server did not mean to cut it off.
      if (reason === 'io server disconnect') this.later(() => socket.connect());
    });
    socket.on('connect_error', (error) => {
      this.joined.set(false);
      if (error.message === 'UNAUTHENTICATED') void this.reconnectSignedIn(socket);
      else if (!socket.active) this.later(() => socket.connect());
    });
    socket.on('show.events', (message) => {
      if (message.showId === listener.showId) listener.events(message.events);
    });
    socket.on('show.pulse', (pulse) => {
      if (pulse.showId !== listener.showId) return;
      this.pulse.set(pulse);
      this.pulseAt.set(performance.now());
    });
    socket.connect();
  }

  /** Asks for what is missing, after a gap. */
  catchUp(listener: LinkListener): void {
    if (this.socket?.connected && !this.joining) void this.join(listener);
  }

  /** Said again after every break in the connection, because the server forgets it with the connection. */
  tell(said: ShowTellRequest): void {
    this.told = { ...this.told, ...said };
    if (this.joined()) this.socket?.emit('show.tell', said);
  }

  close(): void {
    clearTimeout(this.timer);
    this.socket?.disconnect();
    this.socket = null;
    this.joined.set(false);
  }

  private async join(listener: LinkListener): Promise<void> {
    const { socket } = this;
    if (!socket) return;
    this.joining = true;
    try {
      const answer = (await socket
        .timeout(ACK_TIMEOUT_MS)
        .emitWithAck('show.join', { showId: listener.showId, afterSeq: listener.lastSeq() })) as ShowJoinAck;
      if (this.socket !== socket) return;
      if (!answer.ok) return this.refusedJoin(listener, answer.error.code, answer.error.message);
      this.tries = 0;
      listener.joined(answer, this.everJoined);
      this.everJoined = true;
      this.joined.set(true);
      if (this.told?.showId === listener.showId) socket.emit('show.tell', this.told);
    } catch {
      // No answer in time: the server may be overwhelmed or frozen. Ask again rather than sit in a room one is not in.
      this.later(() => this.socket?.connected && void this.join(listener));
    } finally {
      this.joining = false;
    }
  }

  private refusedJoin(listener: LinkListener, code: string, message: string): void {
    if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return listener.refused(message);
    if (code === 'UNAUTHENTICATED' && this.socket) void this.reconnectSignedIn(this.socket);
    else this.later(() => void this.join(listener));
  }

  private async reconnectSignedIn(socket: LiveSocket): Promise<void> {
    const outcome = await this.session.renew(this.usedToken);
    if (outcome === 'ended') await this.session.signedInAgain();
    if (this.socket !== socket) return;
    this.later(() => {
      socket.disconnect();
      socket.connect();
    });
  }

  private later(act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)]);
  }
}
