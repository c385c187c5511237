import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { Client, type ClientConfig, type QueryConfig } from 'pg';
import { isStaleStatement } from '../errors/database-failure';
import type { DatabaseWatch } from './database-watch';
import { SET_LIMITS } from './session-limits';

/** The driver's settings, and the watch that may close the connection. */
interface PooledClientConfig extends ClientConfig {
  watch?: DatabaseWatch;
}

/** The connection inside the driver's client, which is missing from the driver's types. */
interface DriverConnection extends EventEmitter {
  stream: Duplex;
}

const statementNames = new Map<string, string>();
let nameCount = 0;
function statementName(sql: string): string {
  const name = statementNames.get(sql) ?? `sellary_${++nameCount}`;
  statementNames.set(sql, name);
  return name;
}

/**
 * A pool connection. It records whether a pooler is in front of PostgreSQL, and can be closed immediately if
 * the database is silent.
 */
export class PooledClient extends Client {
  /**
   * True if the server process is not the one that answered the handshake. A pooler is then in between, and
   * may send each transaction to a different session, so session settings and prepared statements do not
   * persist.
   */
  isBehindPooler = false;
  private isGathering = false;
  private readonly watch: DatabaseWatch | undefined;

  constructor(config: PooledClientConfig) {
    super(config);
    // A connection dropped by PostgreSQL may emit 'error' twice, but the pool listens only to the first, and
    // an 'error' without a listener would end the process. Pending statements are rejected separately.
    this.on('error', () => undefined);
    this.watch = config.watch;
    this.watch?.add(this);
    this.once('end', () => this.watch?.remove(this));
    this.driver.on('errorMessage', (message: { code?: string }) => {
      this.watch?.recordIfDiskFull(message.code ?? '');
      // Under new names, every connection prepares the statements again.
      if (isStaleStatement(message)) statementNames.clear();
    });
  }

  override connect(): Promise<Client>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<Client> | void {
    const silence = this.watch?.silence ?? null;
    if (silence === null) return callback === undefined ? super.connect() : super.connect(callback);
    this.watch?.remove(this);
    if (callback === undefined) return Promise.reject(silence);
    process.nextTick(callback, silence);
  }

  /**
   * Returns the statement with a name, so that PostgreSQL parses and plans it once per connection. Behind a
   * pooler, it has no name, because the next transaction may get a session that does not know the name.
   */
  preparedQuery(sql: string, parameters: unknown[]): QueryConfig {
    return this.isBehindPooler
      ? { text: sql, values: parameters }
      : { name: statementName(sql), text: sql, values: parameters };
  }

  /**
   * Sends the current callback's statements in one packet. One system call wakes PostgreSQL once, instead of
   * once per statement.
   */
  corkUntilNextTick(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = this.driver;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  /** Ends the connection immediately, even if callers are waiting for a response on it. */
  abort(reason: Error): void {
    this.driver.stream.destroy(reason);
  }

  private get driver(): DriverConnection {
    return (this as unknown as { connection: DriverConnection }).connection;
  }
}

/** Detects a pooler in front of PostgreSQL. The result is valid for the lifetime of the connection. */
export async function detectPooler(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid !== (client as unknown as { processID: number | null }).processID;
}

/** Prepares a new pool connection. */
export async function prepareClient(client: PooledClient): Promise<void> {
  client.isBehindPooler = await detectPooler(client);
}

/** Prepares a new connection in a pool that serves requests. */
export async function prepareLimitedClient(client: PooledClient): Promise<void> {
  await prepareClient(client);
  if (!client.isBehindPooler) await client.query(SET_LIMITS);
}
