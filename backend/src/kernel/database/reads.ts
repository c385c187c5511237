import type { DataSource } from 'typeorm';
import type { Tx } from './transactions';

/** For reads that a caller can make expensive: PostgreSQL ends a statement that takes longer. */
export const BOUNDED_READ = { statementTimeoutMs: 10_000 } as const;

/** Runs a read: inside a transaction, or alone on the pool. */
export type Reader = Pick<Tx, 'query'>;

export const poolReader = (dataSource: DataSource): Reader => ({
  query: async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => await dataSource.query<Row[]>(sql, parameters),
});
