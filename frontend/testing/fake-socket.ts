import type { ShowEvent, ShowJoinAck, ShowJoinRequest, ShowHeartbeat } from '@sellary/contracts';
import type { LiveSocket } from '../src/app/console/state/link/live-socket';

type Listener = (...args: never[]) => void;

/**
 * Replaces the socket. Records joins, answers them as configured, and lets a test send messages as the
 * server.
 */
export class FakeSocket {
  connected = false;
  active = true;
  readonly joins: ShowJoinRequest[] = [];
  answers: (ShowJoinAck | 'never')[] = [];
  private readonly listeners = new Map<string, Listener[]>();
  /** Transports that each attempt was allowed to use, in order. */
  readonly attempts: string[][] = [];
  /** Returns which of an attempt's transports connects, or null if none does. */
  workingTransport: (transports: readonly string[]) => string | null = ([first]) => first ?? null;
  readonly io = { opts: { transports: ['websocket'] }, engine: { transport: { name: 'websocket' } } };

  get asSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  connect(): void {
    this.active = true;
    const { transports } = this.io.opts;
    this.attempts.push(transports);
    const transport = this.workingTransport(transports);
    if (transport === null) {
      this.fire('connect_error', new Error('timeout'));
      return;
    }
    this.io.engine.transport.name = transport;
    this.connected = true;
    this.fire('connect');
  }

  disconnect(): void {
    this.connected = false;
  }

  timeout(): this {
    return this;
  }

  /** Presence messages that this console sent. */
  readonly sentPresence: object[] = [];

  emit(
    name: 'show.join' | 'show.tell',
    request: object,
    respond?: (failure: Error | null, answer?: ShowJoinAck) => void,
  ): void {
    if (name === 'show.tell') {
      this.sentPresence.push(request);
      return;
    }
    const join = request as ShowJoinRequest;
    this.joins.push(join);
    const answer = this.answers.shift() ?? {
      ok: true,
      lastSeq: join.afterSeq ?? 0,
      events: [],
      truncated: false,
    };
    queueMicrotask(() => (answer === 'never' ? respond?.(new Error('timeout')) : respond?.(null, answer)));
  }

  dropConnection(): void {
    this.connected = false;
    this.fire('disconnect', 'transport close');
  }

  refuse(message: string): void {
    this.connected = false;
    this.active = false;
    this.fire('connect_error', new Error(message));
  }

  sendEvents(showId: string, events: readonly ShowEvent[]): void {
    this.fire('show.events', { showId, events });
  }

  sendHeartbeat(showId: string, change: Partial<ShowHeartbeat> = {}): void {
    this.fire('show.pulse', {
      showId,
      at: new Date().toISOString(),
      lastSeq: 0,
      sources: [],
      commentsPerMinute: 0,
      blocksVersion: '',
      operators: [],
      ...change,
    });
  }

  private fire(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) {
      (listener as (...args: unknown[]) => void)(...args);
    }
  }
}
