import { Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { isDiskFull } from '../errors/database-failure';
import type { PooledClient } from './pooled-client';

const PROBE_EVERY_MS = 500;
/**
 * A database that has not responded for this long is silent. Even a very slow response to `SELECT 1` takes
 * far less.
 */
const SILENT_AFTER_MS = 4_000;
const TICK_MS = 250;
/**
 * Writes 1 MB to a temporary table, because only a write that needs new space shows whether the disk has any.
 */
const PROBE_SPACE = `BEGIN; CREATE TEMP TABLE sellary_space ON COMMIT DROP AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 1000); ROLLBACK`;

/**
 * Error for statements pending when the database becomes silent, and for new connections while it is silent.
 */
export class DatabaseUnresponsiveError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database is not responding');
  }
}

/**
 * Checks the database twice a second, over its own connection. A frozen database, or one whose host left the
 * network, neither closes nor refuses connections. Without the watch, every caller would wait until its time
 * limit. When the database is silent, all pool connections are closed and new ones are refused until it
 * responds again.
 */
export class DatabaseWatch {
  private readonly log = new Logger('Database');
  private readonly clients = new Set<PooledClient>();
  private client: Client | null = null;
  private running: Promise<void> | null = null;
  private closing = new AbortController();
  /** True from when PostgreSQL reports a full disk until a write succeeds again. */
  isDiskFull = false;
  /** Set while the database is silent. Null while it responds, even if only by refusing connections. */
  silence: DatabaseUnresponsiveError | null = null;

  constructor(private readonly url: string) {}

  add(client: PooledClient): void {
    this.clients.add(client);
  }

  remove(client: PooledClient): void {
    this.clients.delete(client);
  }

  /** Records that the disk is full, if a failed statement's `code` means that. */
  recordIfDiskFull(code: string): void {
    if (this.isDiskFull || !isDiskFull({ code })) return;
    this.isDiskFull = true;
    this.log.error("The database's disk is full. Nothing can be stored until space is freed");
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.closing.abort();
    this.dropClient();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      this.recordSilence(await this.probe());
      await delay(PROBE_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** @returns false if there was no response in time, not even a refusal */
  private probe(): Promise<boolean> {
    const response = this.sendProbe().then(
      () => true,
      () => {
        this.dropClient();
        return true;
      },
    );
    const timer = new AbortController();
    return Promise.race([response, responseTimeout(timer.signal)]).finally(() => timer.abort());
  }

  private async sendProbe(): Promise<void> {
    const client = this.client ?? (await this.connect());
    // If the disk becomes full while `SELECT 1` runs, its success does not mean that there is space.
    const wasFull = this.isDiskFull;
    await client.query(wasFull ? PROBE_SPACE : 'SELECT 1');
    if (!wasFull) return;
    this.log.warn("The database's disk has free space again");
    this.isDiskFull = false;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'sellary-watch',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    this.client = client;
    await client.connect();
    return client;
  }

  private recordSilence(hasResponded: boolean): void {
    if (hasResponded) {
      if (this.silence !== null) this.log.warn('The database is responding again');
      this.silence = null;
      return;
    }
    this.dropClient();
    if (this.closing.signal.aborted) return;
    const isNew = this.silence === null;
    this.silence ??= new DatabaseUnresponsiveError();
    if (isNew) {
      this.log.error(
        `The database has not responded for ${SILENT_AFTER_MS / 1000} s. Calls are refused until it responds`,
      );
    }
    for (const client of [...this.clients]) client.abort(this.silence);
  }

  private dropClient(): void {
    const { client } = this;
    this.client = null;
    (
      client as unknown as { connection: { stream: { destroy(): void } } } | null
    )?.connection.stream.destroy();
  }
}

/**
 * Resolves to false when the time for a response is over. Time is counted in ticks. A pause in this process
 * counts as one tick, because a response may have arrived but not been read yet.
 */
async function responseTimeout(signal: AbortSignal): Promise<false> {
  for (let waitedMs = 0; waitedMs < SILENT_AFTER_MS && !signal.aborted; waitedMs += TICK_MS) {
    await delay(TICK_MS, undefined, { ref: false });
  }
  return false;
}
