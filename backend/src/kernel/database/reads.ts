import type { DataSource } from 'typeorm';
import type { Tx } from './transactions';

/** Where a read may run: inside a transaction, or by itself on the pool. */
export type Reader = Pick<Tx, 'query'>;

export const poolReader = (dataSource: DataSource): Reader => ({
  query: async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => await dataSource.query<Row[]>(sql, parameters),
});
