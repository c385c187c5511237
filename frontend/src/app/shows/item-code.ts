import { type Item, type ItemVariant, MAX_SKU_LENGTH } from '@sellary/contracts';

/**
 * Leading zeros are ignored in a code with at least this many digits, because a UPC read as an EAN has an
 * extra leading zero.
 */
const MIN_BARCODE_DIGITS = 8;

/** Canonical form of a code, used to match a scan to items. */
export function codeKey(code: string): string {
  const text = code.trim().toLowerCase();
  return /^\d+$/.test(text) && text.length >= MIN_BARCODE_DIGITS ? text.replace(/^0+/, '') : text;
}

type WithCodes = Pick<Item, 'sku'> & { variants?: readonly Pick<ItemVariant, 'name' | 'sku'>[] };

export interface FoundItem<T> {
  item: T;
  /** Name of the variant that has the code. Absent if the code is the item's own. */
  variant?: string;
}

/** The first item with this code on the item or one of its variants, or null if there is none. */
export function findByCode<T extends WithCodes>(items: Iterable<T>, code: string): FoundItem<T> | null {
  const key = codeKey(code);
  const matches = ({ sku }: Pick<Item, 'sku'>): boolean => sku !== undefined && codeKey(sku) === key;
  for (const item of items) {
    if (matches(item)) return { item };
    const variant = item.variants?.find(matches);
    if (variant !== undefined) return { item, variant: variant.name };
  }
  return null;
}

/** True if the item or one of its variants has a code. */
export const hasCode = ({ sku, variants }: WithCodes): boolean =>
  sku !== undefined || variants?.some((variant) => variant.sku !== undefined) === true;

/** Shortens a code to the length that can be stored, because a QR code may contain a long URL. */
export const storableCode = (code: string): string => code.trim().slice(0, MAX_SKU_LENGTH);
