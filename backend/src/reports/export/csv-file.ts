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
 * RFC 4180 in UTF-8 with a byte order mark. Texts are quoted and counts are not, so that a spreadsheet can be
 * set to read quoted cells as text. Many lines form one piece: a piece for each line would cost more in the
 * process than the line itself.
 */
export async function* csvFile(
  sheet: Sheet,
  batches: AsyncIterable<Cell[][]>,
  { separator, clock }: CsvStyle,
): AsyncGenerator<string> {
  yield `\uFEFF${sheet.columns.map(({ name }) => name).join(separator)}\r\n`;
  for await (const batch of batches) {
    yield stringify(
      batch.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
      {
        delimiter: separator,
        record_delimiter: 'windows',
        quoted_string: true,
        // Times are not quoted: a spreadsheet that reads quoted cells as text would not see a time.
        cast: { date: (moment) => (clock === null ? moment.toISOString() : clock.textAt(moment)) },
      },
    );
  }
}
