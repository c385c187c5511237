import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { uuidV7 } from '../clock/uuid-v7';

/** What one process tells the others. It carries no content: whoever hears it reads the database. */
export type Hint = { kind: 'ledger'; showId: string; seq: number } | { kind: 'access'; userId: string };

const CHANNEL = 'sellary';
const RECONNECT_MS = 1_000;
/** Hints about one show within this time become one: a busy show would otherwise notify for every transaction. */
const COALESCE_MS = 20;

/**
 * PostgreSQL LISTEN/NOTIFY between processes, sent after COMMIT and never inside the claim transaction, because NOTIFY
 * takes a lock over the whole database at commit. A lost hint costs a second: readers sweep by themselves.
 */
@Injectable()
export class Hints implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Hints');
  private readonly self = uuidV7();
  private readonly subject = new Subject<Hint>();
  private readonly waiting = new Map<string, Hint>();
  private timer: NodeJS.Timeout | null = null;
  private connection: Client | null = null;
  private closed = false;

  /** Hints of other processes; a process does not hear its own. */
  readonly heard = this.subject.asObservable();

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.connection?.end().catch(() => undefined);
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
    const messages = hints.map((hint) => JSON.stringify({ from: this.self, hint }));
    await this.connection
      ?.query({ name: 'hint', text: 'SELECT pg_notify($1, m) FROM unnest($2::text[]) m', values: [CHANNEL, messages] })
      .catch(() => undefined);
    this.timer = null;
    if (this.waiting.size > 0) this.schedule();
  }

  private async listen(): Promise<void> {
    const url = (this.dataSource.options as { url?: string }).url;
    const client = new Client({ connectionString: url, application_name: 'sellary-hints', keepAlive: true });
    let again = false;
    const retry = (): void => {
      if (again || this.closed) return;
      again = true;
      this.connection = null;
      client.end().catch(() => undefined);
      setTimeout(() => void this.listen(), RECONNECT_MS).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', (message) => this.hear(message.payload ?? ''));
    try {
      await client.connect();
      // A hint that a crash swallows is worth nothing: it must not wait for the disk, nor claims behind it.
      await client.query(`SET synchronous_commit = off; LISTEN ${CHANNEL}`);
      this.connection = client;
    } catch (error) {
      this.log.warn(`Cannot listen for other processes: ${String(error)}`);
      retry();
    }
  }

  private hear(payload: string): void {
    try {
      const message = JSON.parse(payload) as { from: string; hint: Hint };
      if (message.from !== this.self) this.subject.next(message.hint);
    } catch {
      this.log.warn('A hint could not be read');
    }
  }
}
