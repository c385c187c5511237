import type { Pool, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import type { PooledClient } from './pooled-client';
import type { Tx } from './transactions';

/** For reads that a caller can make expensive: PostgreSQL ends a statement that takes longer. */
export const BOUNDED_READ = { statementTimeoutMs: 10_000 } as const;

/** Runs a read: inside a transaction, or alone on the pool. */
export type Reader = Pick<Tx, 'query'>;

/** A reader for texts that run all day, see `Tx.prepared`. */
export type PreparedReader = Pick<Tx, 'query' | 'prepared'>;

/**
 * Sends a text of one or several statements on a connection of its own, which ends if the text fails: what the
 * text itself began is rolled back with it. For libraries that bring their own SQL.
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
  // Straight from the pool: TypeORM has no names for statements.
  prepared: async <Row>(sql: string, parameters: unknown[]): Promise<Row[]> => {
    const { master } = dataSource.driver as unknown as { master: Pool | undefined };
    // A request that is still running when the server stops gets 503 and not 500.
    if (master === undefined) throw new Error('The database connection ended: the server is stopping.');
    const client = (await master.connect()) as unknown as PooledClient & { release(error?: unknown): void };
    try {
      const { rows } = await client.query(client.prepare(sql, parameters));
      client.release();
      return rows as Row[];
    } catch (error) {
      client.release(error);
      throw error;
    }
  },
});
