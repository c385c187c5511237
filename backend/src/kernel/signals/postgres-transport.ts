import { Logger } from '@nestjs/common';
import { Client, type Notification } from 'pg';
import { runAfter, guardListener, inBackground } from '../background/background';
import { detectPooler } from '../database/pooled-client';
import { MAX_CONNECT_MS } from '../database/session-limits';
import { CHANNEL, isSentInTime, type SignalTransport } from './signal-transport';
import { messageOf } from '../errors/message-of';
import { RECONNECT_MS } from '../background/reconnect';

const POOLER_LIMITATION =
  "DATABASE_URL points to a connection pooler, which drops LISTEN, so consoles on other processes may lag by up to one second. Set DATABASE_DIRECT_URL to PostgreSQL's own address, or set REDIS_URL.";

/**
 * Sends signals with LISTEN/NOTIFY on a separate connection, never inside a show transaction, because NOTIFY
 * locks the whole database at commit.
 */
export class PostgresTransport implements SignalTransport {
  private readonly log = new Logger('Signals');
  private connection: Client | null = null;
  private isClosed = false;
  limitation: string | null = null;

  constructor(private readonly url: string) {}

  async open(receive: (text: string) => void): Promise<void> {
    if (this.isClosed) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'sellary-signals',
      keepAlive: true,
      connectionTimeoutMillis: MAX_CONNECT_MS,
    });
    let isEnded = false;
    const retry = (): void => {
      if (isEnded || this.isClosed) return;
      isEnded = true;
      this.connection = null;
      client.end().catch(() => undefined);
      runAfter('signals', RECONNECT_MS, () => this.open(receive)).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on(
      'notification',
      guardListener('signals', (message: Notification) => receive(message.payload ?? '')),
    );
    try {
      await client.connect();
      if (await detectPooler(client)) {
        this.limitation = POOLER_LIMITATION;
        this.log.warn(POOLER_LIMITATION);
        isEnded = true;
        await client.end();
        return;
      }
      // A signal lost in a crash does no harm. If NOTIFY does not wait for the disk, it releases its lock
      // sooner.
      await client.query(`SET synchronous_commit = off; LISTEN ${CHANNEL}`);
      if (this.isClosed) await client.end();
      else this.connection = client;
    } catch (error) {
      this.log.warn(`Signals from other processes cannot be received: ${messageOf(error)}`);
      retry();
    }
  }

  async send(texts: string[]): Promise<void> {
    const { connection } = this;
    if (connection === null) return;
    const sent = connection
      .query({
        name: 'signal',
        text: 'SELECT pg_notify($1, m) FROM unnest($2::text[]) m',
        values: [CHANNEL, texts],
      })
      .catch(() => undefined);
    // When the connection ends, another one is opened.
    if (!(await isSentInTime(sent))) inBackground('signals', () => connection.end());
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.connection?.end().catch(() => undefined);
  }
}
