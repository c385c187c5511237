import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { runAfter } from '../background/background';
import { uuidV7 } from '../clock/uuid-v7';
import { SIGNAL_TRANSPORT, type SignalTransport } from './signal-transport';
import { fieldsOf } from '../json-fields';

/**
 * A signal to the other processes. It carries only ids and a position, because its receivers read the
 * database.
 */
export type ProcessSignal =
  { kind: 'ledger'; showId: string; seq: number } | { kind: 'access'; userId: string };

/**
 * Within this time, only the last signal about a show or user is sent, because a busy show would otherwise
 * send one for every transaction.
 */
const COALESCE_MS = 20;

/**
 * Signals between processes, sent after COMMIT. A lost signal delays its receivers by no more than one
 * second, because they also check regularly.
 */
@Injectable()
export class ProcessSignals implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly processId = uuidV7();
  private readonly subject = new Subject<ProcessSignal>();
  private readonly waiting = new Map<string, ProcessSignal>();
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  /** Signals from other processes; a process does not receive its own. */
  readonly receivedSignals = this.subject.asObservable();

  constructor(@Inject(SIGNAL_TRANSPORT) private readonly transport: SignalTransport) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.transport.open((text) => this.receive(text));
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.transport.close();
  }

  /** Reason why signals from other processes arrive late, and what to do about it, or null if they do not. */
  get limitation(): string | null {
    return this.transport.limitation;
  }

  send(signal: ProcessSignal): void {
    this.waiting.set(signal.kind === 'ledger' ? signal.showId : signal.userId, signal);
    this.schedule();
  }

  private schedule(): void {
    if (!this.isClosed) this.timer ??= runAfter('signals', COALESCE_MS, () => this.flush());
  }

  private async flush(): Promise<void> {
    const signals = [...this.waiting.values()];
    this.waiting.clear();
    try {
      await this.transport.send(
        signals.map((signal) => JSON.stringify({ from: this.processId, hint: signal })),
      );
    } finally {
      this.timer = null;
      if (this.waiting.size > 0) this.schedule();
    }
  }

  private receive(text: string): void {
    const signal = readSignal(text, this.processId);
    if (signal !== null) this.subject.next(signal);
  }
}

/**
 * Parses a signal from another process. Any database or Redis user can write to the channel, so
 * everything else is dropped.
 */
function readSignal(text: string, processId: string): ProcessSignal | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  const { from, hint } = fieldsOf(message);
  if (typeof from !== 'string' || from === processId) return null;
  const { kind, showId, seq, userId } = fieldsOf(hint);
  if (kind === 'ledger' && typeof showId === 'string' && typeof seq === 'number') {
    return { kind, showId, seq };
  }
  return kind === 'access' && typeof userId === 'string' ? { kind, userId } : null;
}
