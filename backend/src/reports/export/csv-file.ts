import { stringify } from 'csv-stringify/sync';
import type { Cell, Sheet } from './export-rows';
import { harmless } from './harmless-cell';
import type { WallClock } from './wall-clock';

export interface CsvStyle {
  separator: ',' | ';';
  /** Times are ISO 8601 in UTC without it, for programs. */
  clock: WallClock | null;
}

/**
 * RFC 4180 in UTF-8 with a byte order mark. Texts are quoted and counts are not, so that a spreadsheet can be told to read quoted cells as text. Many
 * lines make one piece: a piece for each line would cost more on its way through the process than the line itself.
 */
export async function* csvFile(sheet: Sheet, batches: AsyncIterable<Cell[][]>, { separator, clock }: CsvStyle): AsyncGenerator<string> {
  const cellOf = (cell: Cell): string | number | null => {
    if (cell instanceof Date) return clock === null ? cell.toISOString() : clock.textAt(cell);
    return typeof cell === 'string' ? harmless(cell) : cell;
  };
  const times = new Set(sheet.columns.flatMap(({ type }, index) => (type === 'time' ? [index] : [])));
  let isFirst = true;
  for await (const batch of batches) {
    yield stringify(
      batch.map((row) => row.map(cellOf)),
      {
        bom: isFirst,
        header: isFirst,
        columns: sheet.columns.map(({ name }) => name),
        delimiter: separator,
        record_delimiter: 'windows',
        // A quoted time would be read as text together with the other quoted cells.
        cast: { string: (value, { header, index }) => ({ value, quoted_string: !header && !times.has(index) }) },
      },
    );
    isFirst = false;
  }
}
