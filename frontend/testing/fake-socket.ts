import type { ShowEvent, ShowJoinAck, ShowJoinRequest, ShowPulse } from '@sellary/contracts';
import type { LiveSocket } from '../src/app/console/link/show-link';

type Listener = (...args: never[]) => void;

/** Stands in for the socket: records joins, answers them as told, and lets a test speak as the server. */
export class FakeSocket {
  connected = false;
  active = true;
  readonly joins: ShowJoinRequest[] = [];
  answers: (ShowJoinAck | 'never')[] = [];
  private readonly listeners = new Map<string, Listener[]>();

  get asSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  connect(): void {
    this.connected = true;
    this.fire('connect');
  }

  disconnect(): void {
    this.connected = false;
  }

  timeout(): this {
    return this;
  }

  emitWithAck(_name: 'show.join', request: ShowJoinRequest): Promise<ShowJoinAck> {
    this.joins.push(request);
    const answer = this.answers.shift() ?? { ok: true, lastSeq: request.afterSeq ?? 0, events: [], truncated: false };
    return answer === 'never' ? Promise.reject(new Error('timeout')) : Promise.resolve(answer);
  }

  /** What the console has told the others. */
  readonly told: object[] = [];

  emit(_name: 'show.tell', said: object): void {
    this.told.push(said);
  }

  cut(): void {
    this.connected = false;
    this.fire('disconnect', 'transport close');
  }

  refuse(message: string): void {
    this.connected = false;
    this.active = false;
    this.fire('connect_error', new Error(message));
  }

  events(showId: string, events: readonly ShowEvent[]): void {
    this.fire('show.events', { showId, events });
  }

  pulse(showId: string, change: Partial<ShowPulse> = {}): void {
    this.fire('show.pulse', {
      showId,
      at: new Date().toISOString(),
      lastSeq: 0,
      sources: [],
      commentsPerMinute: 0,
      operators: [],
      ...change,
    });
  }

  private fire(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) (listener as (...args: unknown[]) => void)(...args);
  }
}
