import { Logger } from '@nestjs/common';
import { Client, type Notification } from 'pg';
import { after, guarded } from '../background/background';
import { CHANNEL, type HintWire } from './hint-wire';

const RECONNECT_MS = 1_000;

/**
 * LISTEN/NOTIFY on a connection of its own, never inside the claim transaction, because NOTIFY takes a lock over the whole database at commit.
 */
export class PostgresWire implements HintWire {
  private readonly log = new Logger('Hints');
  private connection: Client | null = null;
  private closed = false;

  constructor(private readonly url: string) {}

  async open(hear: (text: string) => void): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'sellary-hints', keepAlive: true });
    let again = false;
    const retry = (): void => {
      if (again || this.closed) return;
      again = true;
      this.connection = null;
      client.end().catch(() => undefined);
      after('hints', RECONNECT_MS, () => this.open(hear)).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on(
      'notification',
      guarded('hints', (message: Notification) => hear(message.payload ?? '')),
    );
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

  async send(texts: string[]): Promise<void> {
    await this.connection
      ?.query({ name: 'hint', text: 'SELECT pg_notify($1, m) FROM unnest($2::text[]) m', values: [CHANNEL, texts] })
      .catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connection?.end().catch(() => undefined);
  }
}
