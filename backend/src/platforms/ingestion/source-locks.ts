import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';

/**
 * One reader a source over all processes: session-level advisory locks on a connection of their own. PostgreSQL lets them go when that connection
 * ends, whatever ended it, so that another process takes over without waiting for a lease to run out.
 */
@Injectable()
export class SourceLocks {
  private readonly log = new Logger('Ingestion');
  private readonly gone = new Subject<void>();
  private client: Promise<Client> | null = null;
  private active: Client | null = null;
  private held = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();

  /** All locks of this process are gone: whoever reads must stop. */
  readonly lost = this.gone.asObservable();

  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where another process holds it. */
  async acquire(key: string): Promise<boolean> {
    return this.inTurn(async () => {
      const client = await this.connected();
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine', [key]);
      const mine = rows[0]?.mine === true;
      if (mine) this.held.add(key);
      return mine;
    });
  }

  async release(key: string): Promise<void> {
    await this.inTurn(async () => {
      if (!this.held.delete(key)) return;
      const client = await this.client;
      await client?.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
    });
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.active = null;
    this.held.clear();
    await (await client?.catch(() => null))?.end().catch(() => undefined);
  }

  /** A connection answers one question at a time. */
  private inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.last.then(ask, ask);
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private connected(): Promise<Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<Client> {
    const { url } = this.dataSource.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: 'sellary-sources', keepAlive: true });
    const lose = (): void => {
      client.end().catch(() => undefined);
      if (this.active !== client) return;
      this.active = null;
      this.client = null;
      this.held = new Set();
      this.gone.next();
    };
    client.on('error', (error) => {
      this.log.warn(`The locks of sources are lost: ${error.message}`);
      lose();
    });
    client.on('end', lose);
    await client.connect();
    this.active = client;
    return client;
  }
}
