import { type ItemInput, parseVariantList } from '@sellary/contracts';
import Papa from 'papaparse';
import { itemKey } from './item-key';

export const MAX_QUANTITY = 30;
export const MAX_ITEMS_PER_REQUEST = 500;
/** Characters of an item number in its canonical form. */
const MAX_NUMBER_LENGTH = 12;

/** One line of a table: an item to add, or the problem with it. */
export interface SheetRow {
  line: number;
  item: ItemInput;
  problem: string | null;
}

const HEADER = /^(#|no\.?|nr\.?|number|item( number| no\.?)?|code|sku)$/i;

/** Indexes of the columns. A header line may put them in any order. */
interface Columns {
  number: number;
  title: number;
  units: number;
}

const TITLES = /^(title|name|item name|description|product)$/i;
const UNITS = /^(units?|qty|quantity|stock|pieces|pcs)$/i;

/**
 * Reads a table of items (`number, title, units`): cells copied from a spreadsheet, or a CSV file with
 * commas, semicolons or tabs.
 */
export function readSpreadsheet(text: string, taken: readonly string[] = []): SheetRow[] {
  // Excel begins some files with a line that names the separator.
  const [, separator = '', table = ''] = /^\uFEFF?(?:sep=(.)\r?\n)?([^]*)$/i.exec(text) ?? [];
  const { data, meta } = Papa.parse<string[]>(table, {
    delimiter: separator || (isTabbed(table) ? '\t' : ''),
    delimitersToGuess: [',', ';', '|'],
  });
  const firstLine = separator === '' ? 1 : 2;
  const inShow = new Set(taken.map(itemKey));
  const inTable = new Set<string>();
  const rows: SheetRow[] = [];
  let columns: Columns | null = null;
  data.forEach((raw, index) => {
    const cells = raw.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return;
    if (rows.length === 0 && columns === null) {
      columns = columnsOf(cells);
      if (columns !== null) return;
    }
    const row =
      columns === null
        ? readRow(index + firstLine, cells, meta.delimiter)
        : readNamed(index + firstLine, cells, columns);
    const key = itemKey(row.item.itemNumber);
    row.problem ??= clashOf(row.item.itemNumber, inShow.has(key), inTable.has(key));
    inTable.add(key);
    rows.push(row);
  });
  return rows;
}

/**
 * Returns true if tabs separate the cells: in a table with another separator, a few titles may hold a tab,
 * but most lines do not.
 */
function isTabbed(text: string): boolean {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return lines.filter((line) => line.includes('\t')).length * 2 > lines.length;
}

/** Reads the header line; null if the first line is an item. */
function columnsOf(cells: readonly string[]): Columns | null {
  const number = cells.findIndex((cell) => HEADER.test(cell));
  if (number < 0) return null;
  const [title, units] = [
    cells.findIndex((cell) => TITLES.test(cell)),
    cells.findIndex((cell) => UNITS.test(cell)),
  ];
  return title < 0 && units < 0 ? { number, title: number + 1, units: number + 2 } : { number, title, units };
}

function readNamed(line: number, cells: readonly string[], columns: Columns): SheetRow {
  const [itemNumber = '', title = '', unitsText = ''] = [
    cells[columns.number],
    cells[columns.title],
    cells[columns.units],
  ];
  const item: ItemInput = { itemNumber, ...stockOf(unitsText), ...(title !== '' && { title }) };
  return { line, item, problem: problemOf(item, unitsText) };
}

function readRow(line: number, cells: string[], separator: string): SheetRow {
  const [itemNumber = '', ...rest] = cells;
  // A title with a comma in it splits into several cells; the last one is the quantity if it is a number.
  const last = rest.at(-1) ?? '';
  const hasQuantity = rest.length > 1 && (/^\d+$/.test(last) || isVariantList(last) || separator === '\t');
  const title = (hasQuantity ? rest.slice(0, -1) : rest)
    .join(separator === '\t' ? ' ' : `${separator} `)
    .trim();
  const quantityText = hasQuantity ? last : '';
  const item: ItemInput = { itemNumber, ...stockOf(quantityText), ...(title !== '' && { title }) };
  return { line, item, problem: problemOf(item, quantityText) };
}

/** A number of units, or a list of variants such as "S 2, M 3". */
function stockOf(text: string): Pick<ItemInput, 'totalQuantity' | 'variants'> {
  if (!isVariantList(text)) return { totalQuantity: text === '' ? 1 : Number(text) };
  const list = parseVariantList(text);
  if ('problem' in list) return { totalQuantity: Number.NaN };
  const totalQuantity = list.variants.reduce((sum, variant) => sum + variant.totalQuantity, 0);
  return { totalQuantity, variants: list.variants };
}

/** True for a list of two or more variants. Each needs its quantity, because a title may contain commas. */
function isVariantList(text: string): boolean {
  const parts = text.split(/[,;]/);
  return parts.length > 1 && parts.every((part) => /\S\s+x?\d+\s*$/i.test(part));
}

function clashOf(itemNumber: string, isInShow: boolean, isInTable: boolean): string | null {
  if (isInTable) return $localize`:@@shows.import.problem.twice:${itemNumber}:number: is in this list twice`;
  return isInShow
    ? $localize`:@@shows.import.problem.in-show:${itemNumber}:number: is already in this show`
    : null;
}

function problemOf(
  { itemNumber, totalQuantity = 1, variants }: ItemInput,
  quantityText: string,
): string | null {
  if (itemNumber === '') return $localize`:@@shows.import.problem.no-number:The number is missing`;
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) {
    return $localize`:@@shows.import.problem.no-letter-or-digit:The number needs a letter or digit`;
  }
  if ([...itemKey(itemNumber)].length > MAX_NUMBER_LENGTH) {
    return $localize`:@@shows.import.problem.number-too-long:The number is longer than ${MAX_NUMBER_LENGTH}:max: characters`;
  }
  if (variants !== undefined) return null;
  if (!Number.isInteger(totalQuantity) || totalQuantity < 1 || totalQuantity > MAX_QUANTITY) {
    return $localize`:@@shows.import.problem.units:“${quantityText}:text:” is not a number of units from 1 to ${MAX_QUANTITY}:max:`;
  }
  return null;
}
