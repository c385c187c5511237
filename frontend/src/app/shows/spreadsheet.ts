import type { Currency, ItemInput } from '@sellary/contracts';
import Papa from 'papaparse';
import { storableCode } from './item-code';
import { itemKey } from './item-key';
import { takenNumberProblem, currencyProblem, lineProblem } from './line-problem';
import { type ColumnRole, rolesFromCells } from './sheet-columns';
import { findHeader } from './sheet-head';
import { otherCurrencyHeaders } from './sheet-headers';
import { priceProblem } from './price-problem';
import { stockOf } from './stock-cell';
import { decimalSignOf, type DecimalSeparator, parseMoney, type ParsedMoney } from './parse-money';

export const MAX_ITEMS_PER_REQUEST = 500;

/** Number of columns that the dialog asks for: number, title, and units. */
const EXPECTED_COLUMN_COUNT = 3;

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
  /** Number of lines above the header, which are not read. */
  readonly linesAbove: number;
  /** True if the roles are a guess: unknown words in the header, or more than three columns and no header. */
  readonly isGuessed: boolean;
  /** Price headers in a currency other than the show's. */
  readonly otherCurrencyHeaders: readonly string[];
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

/** Reads cells copied from a spreadsheet, or a CSV file with commas, semicolons, or tabs. */
export function readSheet(text: string, currency: Currency | null = null): Sheet {
  // Excel begins some files with a line that specifies the separator.
  const [, separator = '', table = ''] = /^\uFEFF?(?:sep=(.)\r?\n)?([^]*)$/i.exec(text) ?? [];
  const { data, meta } = Papa.parse<string[]>(table, {
    delimiter: separator || (isTabbed(table) ? '\t' : ''),
    delimitersToGuess: [',', ';', '|'],
  });
  const firstLine = separator === '' ? 1 : 2;
  const lines = data
    .map((raw, index) => ({ line: index + firstLine, cells: cellsOf(raw, meta.delimiter) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = findHeader(
    lines.map(({ cells }) => cells),
    currency,
  );
  const header = head === null ? null : (lines[head.index]?.cells ?? null);
  const rows = lines.slice(head === null ? 0 : head.index + 1);
  const width = Math.max(header?.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const roles =
    head?.roles ??
    rolesFromCells(
      rows.map(({ cells }) => cells),
      currency,
    );
  return {
    separator: meta.delimiter,
    header,
    rows,
    width,
    roles: Array.from({ length: width }, (_, index) => roles[index] ?? 'ignore'),
    linesAbove: head?.index ?? 0,
    isGuessed: (head === null && width > EXPECTED_COLUMN_COUNT) || (head !== null && head.roles === null),
    otherCurrencyHeaders: otherCurrencyHeaders(header ?? [], currency),
  };
}

/**
 * Reads the lines of a table as items. `takenNumbers` are the show's item numbers. Without a currency, prices
 * are not read. Without `decimal`, the decimal sign is inferred from the table's prices.
 */
export function readItems(
  sheet: Sheet,
  roles: readonly ColumnRole[] = sheet.roles,
  takenNumbers: readonly string[] = [],
  { currency = null, decimal = null }: { currency?: Currency | null; decimal?: DecimalSeparator | null } = {},
): SheetRow[] {
  const priceCells = sheet.rows.flatMap(({ cells }) =>
    (['price', 'compare'] as const).flatMap((role) => cells[roles.indexOf(role)] ?? []),
  );
  const sign = decimal ?? decimalSignOf(priceCells) ?? undefined;
  const inShow = new Set(takenNumbers.map(itemKey));
  const inTable = new Set<string>();
  return sheet.rows.map(({ line, cells }) => {
    const cell = (role: ColumnRole): string => cells[roles.indexOf(role)] ?? '';
    // A decimal number from a workbook begins with =, which is removed.
    const plainCell = (role: ColumnRole): string => cell(role).replace(/^=(?=\d)/, '');
    const [title, units, sku] = [plainCell('title'), plainCell('units'), plainCell('code')];
    const prices =
      currency === null
        ? NO_PRICES
        : {
            price: priceIn(cell('price'), currency, sign, decimal !== null),
            compare: priceIn(cell('compare'), currency, sign, decimal !== null),
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
      lineProblem(item, units) ??
      (currency === null
        ? null
        : (currencyProblem(cell('currency'), currency) ??
          priceProblem(prices.price, plainCell('price'), currency) ??
          priceProblem(prices.compare, plainCell('compare'), currency))) ??
      takenNumberProblem(item.itemNumber, inShow.has(key), inTable.has(key));
    inTable.add(key);
    return { line, cells, item, prices, problem };
  });
}

/**
 * Reads a price with the table's decimal sign. If the user did not choose the sign, a price with three digits
 * after the sign remains ambiguous, such as 1.290 in a list with 12.5.
 */
function priceIn(
  cell: string,
  currency: Currency,
  sign: DecimalSeparator | undefined,
  isChosen: boolean,
): ParsedMoney {
  const withoutSign = parseMoney(cell, currency);
  if (withoutSign.kind !== 'ambiguous' || sign === undefined) return withoutSign;
  const withSign = parseMoney(cell, currency, sign);
  const asWhole = withoutSign.readings[0];
  return isChosen || (withSign.kind === 'price' && withSign.minor === asWhole) ? withSign : withoutSign;
}

/** The lines as text, to be corrected and read again. */
export function sheetText({ header, separator, width }: Sheet, rows: readonly SheetRow[]): string {
  const lines = [...(header === null ? [] : [header]), ...rows.map(({ cells }) => cells)];
  // Every line has all columns, so that column positions do not change.
  return Papa.unparse(
    lines.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? '')),
    { delimiter: separator, newline: '\n' },
  );
}

/**
 * Returns true if tabs separate the cells. In a table with another separator, a few titles may contain a tab,
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
 * A line's cells. If a space follows some of a line's separators but not all, the separators with a space are
 * part of a title: `101,Dress, blue,3`.
 */
function cellsOf(raw: readonly string[], separator: string): string[] {
  const spacedCount = raw.slice(1).filter((cell) => cell.startsWith(' ')).length;
  if (separator === '\t' || spacedCount === 0 || spacedCount === raw.length - 1) {
    return raw.map((cell) => cell.trim());
  }
  const cells: string[] = [];
  for (const cell of raw) {
    if (cell.startsWith(' ') && cells.length > 1) cells.push(`${cells.pop() ?? ''}${separator}${cell}`);
    else cells.push(cell);
  }
  return cells.map((cell) => cell.trim());
}
