import { type Item, MAX_SKU_LENGTH } from '@sellary/contracts';

/** Number of digits from which leading zeros mean nothing: a scanner reads a UPC as an EAN with one more zero. */
const MIN_BARCODE_DIGITS = 8;

/** Canonical form of a code, by which a scan finds its items. */
export function codeKey(code: string): string {
  const text = code.trim().toLowerCase();
  return /^\d+$/.test(text) && text.length >= MIN_BARCODE_DIGITS ? text.replace(/^0+/, '') : text;
}

/** The first item with this code, in the order of the list; null if there is none. */
export function itemWithCode<T extends Pick<Item, 'sku'>>(items: Iterable<T>, code: string): T | null {
  const key = codeKey(code);
  for (const item of items) if (item.sku !== undefined && codeKey(item.sku) === key) return item;
  return null;
}

/** A scanned code as it can be stored: some codes contain a whole address. */
export const storableCode = (code: string): string => code.trim().slice(0, MAX_SKU_LENGTH);
