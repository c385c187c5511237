import { type Currency, type ItemInput, MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import Papa from 'papaparse';
import { storableCode } from './item-code';
import { itemKey } from './item-key';
import { type ColumnRole, rolesOfCells, rolesOfHeader } from './sheet-columns';
import { priceProblem } from './price-problem';
import { stockOf } from './stock-cell';
import { decimalSignOf, type DecimalSign, parseMoney, type ParsedMoney } from './parse-money';

export const MAX_ITEMS_PER_REQUEST = 500;
/** Characters of an item number in its canonical form. */
const MAX_NUMBER_LENGTH = 12;

/** A pasted table as its lines and cells, without empty lines. */
export interface Sheet {
  readonly separator: string;
  /** Null if the first line is an item. */
  readonly header: readonly string[] | null;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Number of columns. */
  readonly width: number;
  /** The likely meaning of each column. The user may correct it. */
  readonly roles: readonly ColumnRole[];
}

/** One line of a table: an item to add, or the problem with it. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
  item: ItemInput;
  prices: Readonly<Record<'price' | 'compare', ParsedMoney>>;
  problem: string | null;
}

const NO_PRICES: SheetRow['prices'] = { price: { kind: 'empty' }, compare: { kind: 'empty' } };

/** Reads cells copied from a spreadsheet, or a CSV file with commas, semicolons or tabs. */
export function readSheet(text: string, currency: Currency | null = null): Sheet {
  // Excel begins some files with a line that names the separator.
  const [, named = '', table = ''] = /^\uFEFF?(?:sep=(.)\r?\n)?([^]*)$/i.exec(text) ?? [];
  const { data, meta } = Papa.parse<string[]>(table, {
    delimiter: named || (isTabbed(table) ? '\t' : ''),
    delimitersToGuess: [',', ';', '|'],
  });
  const firstLine = named === '' ? 1 : 2;
  const lines = data
    .map((raw, index) => ({ line: index + firstLine, cells: cellsOf(raw, meta.delimiter) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const headerRoles = rolesOfHeader(lines[0]?.cells ?? [], currency);
  const rows = headerRoles === null ? lines : lines.slice(1);
  const width = Math.max(headerRoles?.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const roles =
    headerRoles ??
    rolesOfCells(
      rows.map(({ cells }) => cells),
      currency,
    );
  return {
    separator: meta.delimiter,
    header: headerRoles === null ? null : (lines[0]?.cells ?? null),
    rows,
    width,
    roles: Array.from({ length: width }, (_, index) => roles[index] ?? 'ignore'),
  };
}

/**
 * Reads the lines of a table as items. `taken` are the numbers of the show. Without a currency, no price is
 * read. Without a decimal sign, the one that the prices of the table show is taken.
 */
export function readItems(
  sheet: Sheet,
  roles: readonly ColumnRole[] = sheet.roles,
  taken: readonly string[] = [],
  { currency = null, decimal = null }: { currency?: Currency | null; decimal?: DecimalSign | null } = {},
): SheetRow[] {
  const priceCells = sheet.rows.flatMap(({ cells }) =>
    (['price', 'compare'] as const).flatMap((role) => cells[roles.indexOf(role)] ?? []),
  );
  const sign = decimal ?? decimalSignOf(priceCells) ?? undefined;
  const inShow = new Set(taken.map(itemKey));
  const inTable = new Set<string>();
  return sheet.rows.map(({ line, cells }) => {
    const cell = (role: ColumnRole): string => cells[roles.indexOf(role)] ?? '';
    // A number of a workbook that is no price.
    const plainCell = (role: ColumnRole): string => cell(role).replace(/^=(?=\d)/, '');
    const [title, units, sku] = [plainCell('title'), plainCell('units'), plainCell('code')];
    const prices =
      currency === null
        ? NO_PRICES
        : {
            price: parseMoney(cell('price'), currency, sign),
            compare: parseMoney(cell('compare'), currency, sign),
          };
    const item: ItemInput = {
      itemNumber: plainCell('number'),
      ...stockOf(units),
      ...(title !== '' && { title }),
      ...(sku !== '' && { sku: storableCode(sku) }),
      ...(prices.price.kind === 'price' && { price: prices.price.minor }),
      ...(prices.compare.kind === 'price' && { compareAtPrice: prices.compare.minor }),
    };
    const key = itemKey(item.itemNumber);
    const problem =
      problemOf(item, units) ??
      (currency === null
        ? null
        : (priceProblem(prices.price, plainCell('price'), currency) ??
          priceProblem(prices.compare, plainCell('compare'), currency))) ??
      clashOf(item.itemNumber, inShow.has(key), inTable.has(key));
    inTable.add(key);
    return { line, cells, item, prices, problem };
  });
}

/** The lines as text again, to correct them and read them once more. */
export function sheetText({ header, separator, width }: Sheet, rows: readonly SheetRow[]): string {
  const lines = [...(header === null ? [] : [header]), ...rows.map(({ cells }) => cells)];
  // Every line has all columns, so that the columns keep their places.
  return Papa.unparse(
    lines.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? '')),
    { delimiter: separator, newline: '\n' },
  );
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

/**
 * The cells of a line. In a line with separators both with and without a space behind them, those with a
 * space belong to a title: `101,Dress, blue,3`.
 */
function cellsOf(raw: readonly string[], separator: string): string[] {
  const spaced = raw.slice(1).filter((cell) => cell.startsWith(' ')).length;
  if (separator === '\t' || spaced === 0 || spaced === raw.length - 1) return raw.map((cell) => cell.trim());
  const cells: string[] = [];
  for (const cell of raw) {
    if (cell.startsWith(' ') && cells.length > 1) cells.push(`${cells.pop() ?? ''}${separator}${cell}`);
    else cells.push(cell);
  }
  return cells.map((cell) => cell.trim());
}

function clashOf(itemNumber: string, isInShow: boolean, isInTable: boolean): string | null {
  if (isInTable) return $localize`:@@shows.import.problem.twice:${itemNumber}:number: is in this list twice`;
  return isInShow
    ? $localize`:@@shows.import.problem.in-show:${itemNumber}:number: is already in this show`
    : null;
}

function problemOf({ itemNumber, totalQuantity = 1, variants }: ItemInput, unitsText: string): string | null {
  if (itemNumber === '') return $localize`:@@shows.import.problem.no-number:The number is missing`;
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) {
    return $localize`:@@shows.import.problem.no-letter-or-digit:The number needs a letter or digit`;
  }
  if ([...itemKey(itemNumber)].length > MAX_NUMBER_LENGTH) {
    return $localize`:@@shows.import.problem.number-too-long:The number is longer than ${MAX_NUMBER_LENGTH}:max: characters`;
  }
  if (variants !== undefined) return null;
  // "25.00" is a price, although it equals a whole number.
  const isCount = /^\d*$/.test(unitsText) && totalQuantity >= 1 && totalQuantity <= MAX_UNITS_PER_ITEM;
  return isCount
    ? null
    : $localize`:@@shows.import.problem.units:“${unitsText}:text:” is not a number of units from 1 to ${MAX_UNITS_PER_ITEM}:max:`;
}
