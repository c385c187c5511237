/**
 * Transports in the order in which they are tried. HTTP long-polling upgrades itself to WebSocket if the
 * network allows it.
 */
const WEBSOCKET_ONLY = ['websocket'];
const HTTP_FIRST = ['polling', 'websocket'];

/** Chooses the transports of the next attempt: WebSocket and HTTP long-polling in turn, until one works. */
export class TransportChoice {
  private isHttpFirst = false;
  private failures = 0;

  /** A new list each time, because the client changes the list that it is given. */
  get next(): string[] {
    return [...(this.isHttpFirst ? HTTP_FIRST : WEBSOCKET_ONLY)];
  }

  /** True if every transport has failed since one last worked. */
  get isExhausted(): boolean {
    return this.failures >= 2;
  }

  recordFailure(): void {
    this.failures += 1;
    this.isHttpFirst = !this.isHttpFirst;
  }

  /** Records that this transport works, so that the next attempt begins with it. */
  recordSuccess(transport: string): void {
    this.failures = 0;
    this.isHttpFirst = transport === 'polling';
  }
}
