import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tx } from './transactions';

/**
 * The rows of a long answer, some at a time, from a cursor of the caller's transaction. Reading thousands of rows at once would occupy the process for as
 * long as it takes to parse them; between two slices it does other work. One such read at a time in a transaction.
 */
export async function* rowsInSlices<Row>(tx: Pick<Tx, 'query'>, sql: string, parameters: unknown[], slice: number): AsyncGenerator<Row[]> {
  await tx.query(`DECLARE slices NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const rows = await tx.query<Row>(`FETCH ${slice} FROM slices`);
    yield rows;
    if (rows.length < slice) return;
    await nextTurn();
  }
}
