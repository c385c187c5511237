/**
 * Carries signals, as text, between an installation's processes. It may lose signals but never makes its
 * caller fail, because a lost signal only costs a delay of up to one second.
 */
export interface SignalTransport {
  /**
   * Connects, and retries in the background if that fails. `receive` is called with the text of every signal,
   * including this process's own signals.
   */
  open(receive: (text: string) => void): Promise<void>;
  send(texts: string[]): Promise<void>;
  close(): Promise<void>;
  /** Reason why signals arrive late and what to do about it, for an administrator, or null if they do not. */
  readonly limitation: string | null;
}

export const SIGNAL_TRANSPORT = Symbol('SignalTransport');

/** Name of the channel in both PostgreSQL and Redis. */
export const CHANNEL = 'sellary';
