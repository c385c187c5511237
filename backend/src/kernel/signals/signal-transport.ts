/** What carries texts between the processes of one installation. May lose any of them at any time, and never fails its caller: a lost hint costs a second. */
export interface SignalTransport {
  /** Connects, and goes on trying in the background where that fails. `hear` is called with every text, this process's own among them. */
  open(receive: (text: string) => void): Promise<void>;
  send(texts: string[]): Promise<void>;
  close(): Promise<void>;
  /** Why signals arrive late, for an administrator, with what to do; null when all is well. */
  readonly limitation: string | null;
}

export const SIGNAL_TRANSPORT = Symbol('HintWire');

/** The channel of both PostgreSQL and Redis. */
export const CHANNEL = 'sellary';
