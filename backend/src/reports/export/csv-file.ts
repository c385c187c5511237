import { stringify } from 'csv-stringify/sync';
import { type Cell, moneyText, type Sheet } from './export-columns';
import { escapeFormulas } from './harmless-cell';
import type { WallClock } from './wall-clock';

interface CsvStyle {
  separator: ',' | ';';
  /** Null if times are written as ISO 8601 in UTC, for programs. */
  wallClock: WallClock | null;
}

/** An amount, wrapped in an object so that it is not quoted like text. */
interface Amount {
  text: string;
}

/**
 * CSV as in RFC 4180, in UTF-8 with a byte order mark. Text is quoted and counts are not, so that a
 * spreadsheet can be set to read quoted cells as text. Each chunk has many lines, because a chunk per line
 * would cost more than the line itself.
 */
export async function* csvFile(
  sheet: Sheet,
  batches: AsyncIterable<Cell[][]>,
  { separator, wallClock }: CsvStyle,
): AsyncGenerator<string> {
  const { columns, currency } = sheet;
  const cellOf = (cell: Cell, index: number): Cell | Amount | null => {
    if (columns[index]?.type === 'money' && currency !== null) {
      // Spreadsheets that expect semicolons expect decimal commas.
      const text = moneyText(cell, currency, separator === ';' ? ',' : '.');
      return text === null ? null : { text };
    }
    return typeof cell === 'string' ? escapeFormulas(cell) : cell;
  };
  yield `\uFEFF${columns.map(({ name }) => name).join(separator)}\r\n`;
  for await (const batch of batches) {
    yield stringify(
      batch.map((row) => row.map(cellOf)),
      {
        delimiter: separator,
        record_delimiter: 'windows',
        quoted_string: true,
        cast: {
          object: (cell) => String(cell['text']),
          // Not quoted, because a spreadsheet that reads quoted cells as text would not recognize the time.
          date: (moment) => (wallClock === null ? moment.toISOString() : wallClock.textAt(moment)),
        },
      },
    );
  }
}
