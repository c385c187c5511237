import type { Pool, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { isStaleStatement } from '../errors/database-failure';
import type { PooledClient } from './pooled-client';
import type { Tx } from './transactions';

/** Limit for reads that a caller can make expensive. PostgreSQL ends a statement that takes longer. */
export const BOUNDED_READ = { statementTimeoutMs: 10_000 } as const;

/** Runs a read, inside a transaction or directly on the pool. */
export type Reader = Pick<Tx, 'query'>;

/** A reader for frequent statements, see `Tx.prepared`. */
export type PreparedReader = Pick<Tx, 'query' | 'prepared'>;

/**
 * Sends one or more statements as one string, on a connection that nothing else is using. The connection is
 * closed if a statement fails, which also rolls back any transaction that the string began. For libraries
 * with their own SQL, such as pg-boss.
 * @returns the rows of the last statement
 */
export async function sendStatements(
  dataSource: DataSource,
  text: string,
  values: unknown[],
): Promise<unknown[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const client = await master.connect();
  try {
    const result = (await client.query(text, values)) as QueryResult<object> | QueryResult<object>[];
    client.release();
    const results: QueryResult<object>[] = Array.isArray(result) ? result : [result];
    return results.at(-1)?.rows ?? [];
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export const poolReader = (dataSource: DataSource): PreparedReader => ({
  query: async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> =>
    await dataSource.query<Row[]>(sql, parameters),
  prepared: async <Row>(sql: string, parameters: unknown[]): Promise<Row[]> => {
    try {
      return await readPrepared<Row>(dataSource, sql, parameters);
    } catch (error) {
      // The second attempt prepares the statement again.
      if (!isStaleStatement(error)) throw error;
      return readPrepared<Row>(dataSource, sql, parameters);
    }
  },
});

/** Uses the pool directly, because TypeORM does not support named statements. */
async function readPrepared<Row>(dataSource: DataSource, sql: string, parameters: unknown[]): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { master: Pool | undefined };
  // `isDatabaseUnreachable` recognizes this text, so that a request still running while the server stops gets 503,
  // not 500.
  if (master === undefined) throw new Error('The database connection ended: the server is stopping.');
  const client = (await master.connect()) as unknown as PooledClient & { release(error?: unknown): void };
  try {
    const { rows } = await client.query(client.preparedQuery(sql, parameters));
    client.release();
    return rows as Row[];
  } catch (error) {
    client.release(error);
    throw error;
  }
}
