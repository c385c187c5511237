/**
 * Transports in the order of attempts. HTTP long-polling upgrades itself to WebSocket if the network allows
 * it.
 */
const WEBSOCKET_ONLY = ['websocket'];
const HTTP_FIRST = ['polling', 'websocket'];

/**
 * Chooses the transports of the next attempt: WebSocket, or HTTP long-polling if WebSocket does not get
 * through.
 */
export class TransportChoice {
  private httpFirst = false;
  private failures = 0;

  /** A new list each time, because the client changes the list that it is given. */
  get next(): string[] {
    return [...(this.httpFirst ? HTTP_FIRST : WEBSOCKET_ONLY)];
  }

  /** True if every transport has failed since one last worked. */
  get isExhausted(): boolean {
    return this.failures >= 2;
  }

  noteFailure(): void {
    this.failures += 1;
    this.httpFirst = !this.httpFirst;
  }

  /** A heartbeat arrived over this transport: the next attempt begins with what works. */
  noteSuccess(transport: string): void {
    this.failures = 0;
    this.httpFirst = transport === 'polling';
  }
}
