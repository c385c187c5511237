import type { ItemInput } from '@sellary/contracts';
import Papa from 'papaparse';
import { itemKey } from './item-key';

export const MAX_QUANTITY = 30;
export const MAX_ITEMS_A_CALL = 500;

/** One pasted line: an item to add, or why it cannot be one. */
export interface SheetRow {
  line: number;
  item: ItemInput;
  problem: string | null;
}

const HEADER = /^(#|no\.?|nr\.?|number|item( number| no\.?)?|code|sku)$/i;

/** Which of the columns says what; where a header names them they may come in any order. */
interface Columns {
  number: number;
  title: number;
  units: number;
}

const TITLES = /^(title|name|item name|description|product)$/i;
const UNITS = /^(units?|qty|quantity|stock|pieces|pcs)$/i;

/** Reads a table of items (`number, title, units`): cells copied from a spreadsheet, or a CSV file with commas, semicolons or tabs. */
export function readSpreadsheet(text: string, taken: readonly string[] = []): SheetRow[] {
  // Excel begins some files with a line that names the separator.
  const [, separator = '', table = ''] = /^\uFEFF?(?:sep=(.)\r?\n)?([^]*)$/i.exec(text) ?? [];
  const { data, meta } = Papa.parse<string[]>(table, {
    delimiter: separator || (isTabbed(table) ? '\t' : ''),
    delimitersToGuess: [',', ';', '|'],
  });
  const firstLine = separator === '' ? 1 : 2;
  const seen = new Map(taken.map((number) => [itemKey(number), 'is already in this show']));
  const rows: SheetRow[] = [];
  let columns: Columns | null = null;
  data.forEach((raw, index) => {
    const cells = raw.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return;
    if (rows.length === 0 && columns === null) {
      columns = columnsOf(cells);
      if (columns !== null) return;
    }
    const row = columns === null ? readRow(index + firstLine, cells, meta.delimiter) : readNamed(index + firstLine, cells, columns);
    const key = itemKey(row.item.itemNumber);
    const clash = seen.get(key);
    if (row.problem === null && clash) row.problem = `${row.item.itemNumber} ${clash}`;
    seen.set(key, 'comes twice in what you pasted');
    rows.push(row);
  });
  return rows;
}

/** Whether tabs separate the cells: a title may hold a tab too, but not most lines of a table with another separator. */
function isTabbed(text: string): boolean {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return lines.filter((line) => line.includes('\t')).length * 2 > lines.length;
}

/** Null where the first line is an item already. */
function columnsOf(cells: readonly string[]): Columns | null {
  const number = cells.findIndex((cell) => HEADER.test(cell));
  if (number < 0) return null;
  const [title, units] = [cells.findIndex((cell) => TITLES.test(cell)), cells.findIndex((cell) => UNITS.test(cell))];
  return title < 0 && units < 0 ? { number, title: number + 1, units: number + 2 } : { number, title, units };
}

function readNamed(line: number, cells: readonly string[], columns: Columns): SheetRow {
  const [itemNumber = '', title = '', unitsText = ''] = [cells[columns.number], cells[columns.title], cells[columns.units]];
  const item: ItemInput = { itemNumber, totalQuantity: unitsText === '' ? 1 : Number(unitsText), ...(title !== '' && { title }) };
  return { line, item, problem: problemOf(item, unitsText) };
}

function readRow(line: number, cells: string[], separator: string): SheetRow {
  const [itemNumber = '', ...rest] = cells;
  // A title with a comma in it splits into several cells; the last one is the quantity if it is a number.
  const last = rest.at(-1) ?? '';
  const hasQuantity = rest.length > 1 && (/^\d+$/.test(last) || separator === '\t');
  const title = (hasQuantity ? rest.slice(0, -1) : rest).join(separator === '\t' ? ' ' : `${separator} `).trim();
  const quantityText = hasQuantity ? last : '';
  const totalQuantity = quantityText === '' ? 1 : Number(quantityText);
  const item: ItemInput = { itemNumber, totalQuantity, ...(title !== '' && { title }) };
  return { line, item, problem: problemOf(item, quantityText) };
}

function problemOf({ itemNumber, totalQuantity = 1 }: ItemInput, quantityText: string): string | null {
  if (itemNumber === '') return 'The number is missing';
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) return 'The number needs a letter or a digit';
  if ([...itemKey(itemNumber)].length > 12) return 'The number is longer than 12 characters';
  if (!Number.isInteger(totalQuantity) || totalQuantity < 1 || totalQuantity > MAX_QUANTITY) {
    return `“${quantityText}” is not a quantity from 1 to ${MAX_QUANTITY}`;
  }
  return null;
}
