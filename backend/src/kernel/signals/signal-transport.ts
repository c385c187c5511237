import { orNullAfter } from '../background/background';

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

/** Maximum time for sending signals, in ms. */
const MAX_SEND_MS = 2_000;

/**
 * Waits until signals are sent, but not for long, because an unresponsive server must not delay later
 * signals.
 * @returns false if the time was over first
 */
export async function isSentInTime(sent: Promise<unknown>): Promise<boolean> {
  const isInTime = sent.then(() => true);
  return (await orNullAfter('signals', isInTime, MAX_SEND_MS)) ?? false;
}

export const SIGNAL_TRANSPORT = Symbol('SignalTransport');

/** Name of the channel in both PostgreSQL and Redis. */
export const CHANNEL = 'sellary';
