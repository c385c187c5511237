import { type Currency, MAX_UNITS_PER_ITEM, parseVariantList, type VariantInput } from '@sellary/contracts';
import { parseMoney, type ParsedMoney } from '../../../shows/parse-money';

/** A new item, read from one line of text. */
export interface QuickItem {
  itemNumber: string;
  title: string;
  totalQuantity: number;
  /** Null if the text lists no variants. */
  variants: VariantInput[] | null;
  /** Present only if the text has a price and the show has a currency. */
  price?: { text: string; parsed: ParsedMoney };
  /** The code scanned for the item. */
  sku?: string;
}

/** A larger number without an x may be part of the title, such as "Levi 501". */
const MAX_BARE_UNITS = 30;

/**
 * Reads "123 Blue dress 3" as number 123, Blue dress, 3 units ("x3" and "3x" also work). "123" alone is one
 * unit without a title. "123 Blue dress S 2, M 3" has two variants. "123 Blue dress 14,90 3" has a price: a
 * number with decimals, a currency sign, or a currency code, before or after the units.
 */
export function readQuickItem(line: string, currency?: Currency): QuickItem | null {
  const allWords = line.trim().split(/\s+/);
  const found = currency === undefined ? null : findPrice(allWords, currency);
  const words = found?.rest ?? allWords;
  const price = found === null ? {} : { price: found.price };
  const itemNumber = words[0]?.replace(/^#/, '') ?? '';
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) return null;
  const rest = words.slice(1);
  const listed = readVariants(rest.join(' '));
  if (listed !== null) return { itemNumber, ...listed, ...price };
  const [, afterX, beforeX, bare] = /^(?:x(\d{1,3})|(\d{1,3})x|(\d{1,2}))$/i.exec(rest.at(-1) ?? '') ?? [];
  const totalQuantity = Number(afterX ?? beforeX ?? bare ?? 0);
  const isUnits =
    totalQuantity >= 1 && totalQuantity <= (bare === undefined ? MAX_UNITS_PER_ITEM : MAX_BARE_UNITS);
  return {
    itemNumber,
    title: (isUnits ? rest.slice(0, -1) : rest).join(' '),
    totalQuantity: isUnits ? totalQuantity : 1,
    variants: null,
    ...price,
  };
}

const UNITS = /^(?:x\d{1,3}|\d{1,3}x|\d{1,2})$/i;

/** Returns the price, which is at the end of the text or just before the units, and the remaining words. */
function findPrice(
  words: readonly string[],
  currency: Currency,
): { price: NonNullable<QuickItem['price']>; rest: string[] } | null {
  const hasUnits = words.length > 2 && UNITS.test(words.at(-1) ?? '');
  for (const end of hasUnits ? [words.length, words.length - 1] : [words.length]) {
    // Two words first: "15 EUR", "Rs. 500".
    for (const length of [2, 1]) {
      const start = end - length;
      const candidate = words.slice(Math.max(0, start), end);
      const text = candidate.join(' ');
      // A bare whole number is a unit count or part of the title. "3 250,00" is a unit count and a price.
      if (start < 1 || /^\d+$/.test(text)) continue;
      if (length === 2 && candidate.every((word) => /\d/.test(word))) continue;
      const parsed = parseMoney(text, currency);
      if (parsed.kind !== 'price' && parsed.kind !== 'ambiguous') continue;
      return { price: { text, parsed }, rest: [...words.slice(0, start), ...words.slice(end)] };
    }
  }
  return null;
}

/**
 * Reads a variant list at the end of the text, such as "S 2, M 3". The first name is a single word, except
 * after a colon, as in "Blue dress: Navy M 2, Navy L 1". A title may contain commas, so each part of the list
 * needs a quantity. Without a colon, a large quantity needs an x, as in "S x250".
 */
function readVariants(text: string): Omit<QuickItem, 'itemNumber'> | null {
  const colon = /^(.*?):\s*([^:]*[,;][^:]*)$/.exec(text);
  const [, title = '', parts = ''] = colon ?? /^(.*?)\s*(\S+ x?\d+\s*[,;].*)$/i.exec(text) ?? [];
  const units = parts.split(/[,;]/).map((part) => /(\s?)(\d+)\s*$/.exec(part));
  const isList = units.every(
    (found) => found !== null && (colon !== null || found[1] === '' || Number(found[2]) <= MAX_BARE_UNITS),
  );
  if (!isList) return null;
  const list = parseVariantList(parts);
  if ('problem' in list) return null;
  const totalQuantity = list.variants.reduce((sum, variant) => sum + variant.totalQuantity, 0);
  return { title: title.trim(), totalQuantity, variants: list.variants };
}
