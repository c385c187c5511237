import { nextTurn } from '../background/turns';
import type { Tx } from './transactions';

/** Reading and converting this many wide rows takes a few milliseconds. */
const ROWS_PER_SLICE = 100;

let cursorCount = 0;

/**
 * Yields the rows of a long result one slice at a time, from a cursor in the caller's transaction. Parsing
 * thousands of rows in one go would block the process; between slices, it does other work.
 */
export async function* rowsInSlices<Row>(
  tx: Pick<Tx, 'query'>,
  sql: string,
  parameters: unknown[],
  sliceSize = ROWS_PER_SLICE,
): AsyncGenerator<Row[]> {
  const cursor = `slices_${(cursorCount += 1)}`;
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const rows = await tx.query<Row>(`FETCH ${sliceSize} FROM ${cursor}`);
    await nextTurn();
    yield rows;
    if (rows.length < sliceSize) return;
  }
}

/** Returns all rows of a long result, each converted by `convert`. The process does other work in between. */
export async function convertInSlices<Row, T>(
  tx: Pick<Tx, 'query'>,
  sql: string,
  parameters: unknown[],
  convert: (row: Row) => T,
): Promise<T[]> {
  const converted: T[] = [];
  for await (const rows of rowsInSlices<Row>(tx, sql, parameters)) {
    for (const row of rows) converted.push(convert(row));
  }
  return converted;
}
