import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { uuidV7 } from '../clock/uuid-v7';
import { HINT_WIRE, type HintWire } from './hint-wire';

/** What one process tells the others. It carries no content: whoever hears it reads the database. */
export type Hint = { kind: 'ledger'; showId: string; seq: number } | { kind: 'access'; userId: string };

/** Hints about one show within this time become one: a busy show would otherwise send one for every transaction. */
const COALESCE_MS = 20;

/** Hints between processes, sent after COMMIT. A lost one costs a second: readers sweep by themselves. */
@Injectable()
export class Hints implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Hints');
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
    if (!this.closed) this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  private async flush(): Promise<void> {
    const hints = [...this.waiting.values()];
    this.waiting.clear();
    await this.wire.send(hints.map((hint) => JSON.stringify({ from: this.self, hint })));
    this.timer = null;
    if (this.waiting.size > 0) this.schedule();
  }

  private hear(text: string): void {
    try {
      const message = JSON.parse(text) as { from: string; hint: Hint };
      if (message.from !== this.self) this.subject.next(message.hint);
    } catch {
      this.log.warn('A hint could not be read');
    }
  }
}
