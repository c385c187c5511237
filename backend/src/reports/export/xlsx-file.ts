import { writeXlsxStream } from 'hucre/xlsx';
import { type Cell, type Column, moneyText, type Sheet } from './export-columns';
import type { WallClock } from './wall-clock';

/** Excel rejects a file with a longer cell. */
const MAX_CELL_LENGTH = 32_767;
// Characters that XML cannot contain, not even escaped.
const INVALID_IN_XML = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

const FORMATS: Record<Exclude<Column['type'], 'money'>, { numFmt: string; width: number }> = {
  text: { numFmt: '@', width: 22 },
  count: { numFmt: '0', width: 18 },
  time: { numFmt: 'yyyy-mm-dd hh:mm:ss', width: 20 },
};

/**
 * An Excel workbook with typed cells: ids and item numbers are text, counts are numbers, and times are dates
 * in `wallClock`'s local time. A workbook's text cells never run as formulas, so they are kept as viewers
 * wrote them. Rows are read as fast as the caller consumes the file.
 */
export function xlsxFile(
  sheet: Sheet,
  batches: AsyncIterable<Cell[][]>,
  wallClock: WallClock,
): AsyncIterable<Uint8Array> {
  const columns = sheet.columns.map(({ name, type }) => ({
    header: name,
    ...(type === 'money' ? moneyFormat(sheet.currency?.digits ?? 0) : FORMATS[type]),
  }));
  return writeXlsxStream(rowsOf(sheet, batches, wallClock), {
    name: sheet.name,
    columns,
    freezePane: { rows: 1 },
  });
}

const moneyFormat = (digits: number) => ({
  numFmt: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`,
  width: 14,
});

async function* rowsOf(
  { columns, currency }: Sheet,
  batches: AsyncIterable<Cell[][]>,
  wallClock: WallClock,
): AsyncGenerator<Cell[]> {
  for await (const batch of batches) {
    for (const row of batch) {
      yield row.map((cell, index) => {
        if (columns[index]?.type !== 'money' || currency === null) return cellOf(cell, wallClock);
        const text = moneyText(cell, currency, '.');
        // The file format has only floating-point numbers. Spreadsheets round to the column's decimal places.
        return text === null ? null : Number(text);
      });
    }
  }
}

function cellOf(cell: Cell, wallClock: WallClock): Cell {
  // Whole seconds, as the cell shows them, because spreadsheets round fractions of a second differently.
  if (cell instanceof Date) return new Date(Math.floor(wallClock.localTimeAt(cell).getTime() / 1000) * 1000);
  if (typeof cell !== 'string') return cell;
  const cleaned = cell.replace(INVALID_IN_XML, '');
  return cleaned.length > MAX_CELL_LENGTH ? `${cleaned.slice(0, MAX_CELL_LENGTH - 1)}…` : cleaned;
}
