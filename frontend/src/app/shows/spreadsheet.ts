import type { ItemInput } from '@sellary/contracts';
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

/** Reads cells copied from a spreadsheet (`number⇥title⇥quantity`), or lines with commas or semicolons where nothing is tabbed. */
export function readSpreadsheet(text: string, taken: readonly string[] = []): SheetRow[] {
  const lines = text.split(/\r\n|\r|\n/);
  const separator = text.includes('\t') ? '\t' : lines.some((line) => line.includes(';')) ? ';' : ',';
  const seen = new Map(taken.map((number) => [itemKey(number), 'is already in this show']));
  const rows: SheetRow[] = [];
  lines.forEach((line, index) => {
    const cells = line.split(separator).map(unquote);
    if (cells.every((cell) => cell === '')) return;
    if (rows.length === 0 && HEADER.test(cells[0] ?? '')) return;
    const row = readRow(index + 1, cells, separator);
    const key = itemKey(row.item.itemNumber);
    const clash = seen.get(key);
    if (row.problem === null && clash) row.problem = `${row.item.itemNumber} ${clash}`;
    seen.set(key, 'comes twice in what you pasted');
    rows.push(row);
  });
  return rows;
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

function unquote(cell: string): string {
  const trimmed = cell.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
