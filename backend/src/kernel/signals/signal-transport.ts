/**
 * Carries texts between the processes of one installation. It may lose any of them, and never fails its
 * caller: a lost signal costs up to one second of delay.
 */
export interface SignalTransport {
  /**
   * Connects, and retries in the background if that fails. `receive` is called with every text, including
   * this process's own.
   */
  open(receive: (text: string) => void): Promise<void>;
  send(texts: string[]): Promise<void>;
  close(): Promise<void>;
  /** Reason why signals arrive late, for an administrator, with what to do; null if they do not. */
  readonly limitation: string | null;
}

export const SIGNAL_TRANSPORT = Symbol('SignalTransport');

/** The channel of both PostgreSQL and Redis. */
export const CHANNEL = 'sellary';
