import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { after } from '../background/background';
import { uuidV7 } from '../clock/uuid-v7';
import { HINT_WIRE, type HintWire } from './hint-wire';

/** What one process tells the others. It carries no content: whoever hears it reads the database. */
export type Hint = { kind: 'ledger'; showId: string; seq: number } | { kind: 'access'; userId: string };

/** Hints about one show within this time become one: a busy show would otherwise send one for every transaction. */
const COALESCE_MS = 20;

/** Hints between processes, sent after COMMIT. A lost one costs a second: readers sweep by themselves. */
@Injectable()
export class Hints implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly self = uuidV7();
  private readonly subject = new Subject<Hint>();
  private readonly waiting = new Map<string, Hint>();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  /** Hints of other processes; a process does not hear its own. */
  readonly heard = this.subject.asObservable();

  constructor(@Inject(HINT_WIRE) private readonly wire: HintWire) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.wire.open((text) => this.hear(text));
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.wire.close();
  }

  /** Why signals of other processes arrive late, and what to do; null when all is well. */
  get limitation(): string | null {
    return this.wire.limitation;
  }

  tell(hint: Hint): void {
    this.waiting.set(hint.kind === 'ledger' ? hint.showId : hint.userId, hint);
    this.schedule();
  }

  private schedule(): void {
    if (!this.closed) this.timer ??= after('hints', COALESCE_MS, () => this.flush());
  }

  private async flush(): Promise<void> {
    const hints = [...this.waiting.values()];
    this.waiting.clear();
    try {
      await this.wire.send(hints.map((hint) => JSON.stringify({ from: this.self, hint })));
    } finally {
      this.timer = null;
      if (this.waiting.size > 0) this.schedule();
    }
  }

  private hear(text: string): void {
    const hint = readHint(text, this.self);
    if (hint !== null) this.subject.next(hint);
  }
}

/** The channel is shared with whoever can reach the database or Redis: what is not a hint of another process is dropped. */
function readHint(text: string, self: string): Hint | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  const { from, hint } = fieldsOf(message);
  if (typeof from !== 'string' || from === self) return null;
  const { kind, showId, seq, userId } = fieldsOf(hint);
  if (kind === 'ledger' && typeof showId === 'string' && typeof seq === 'number') return { kind, showId, seq };
  return kind === 'access' && typeof userId === 'string' ? { kind, userId } : null;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
