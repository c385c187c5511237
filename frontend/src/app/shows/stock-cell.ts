import { type ItemInput, parseVariantList } from '@sellary/contracts';

const MONEY = /\p{Sc}|\b(?:usd|eur|gbp|thb|mxn|baht|บาท)\b/iu;

/** True if a cell has a currency or a decimal fraction, so it cannot be a number of units. */
export const isPrice = (text: string): boolean =>
  MONEY.test(text) || (/\d[.,]\d/.test(text) && !isVariantList(text));

/**
 * True for a list of two or more variants. Each variant needs a quantity, because a title may contain commas.
 */
export function isVariantList(text: string): boolean {
  const parts = text.split(/[,;]/);
  return parts.length > 1 && !MONEY.test(text) && parts.every((part) => /\S\s+x?\d+\s*$/i.test(part));
}

/**
 * Reads a number of units, or a list of variants such as "S 2, M 3". For a list, `totalQuantity` is omitted,
 * because the sum may exceed the maximum for an item without variants. It is NaN if the text is neither.
 */
export function stockOf(text: string): Pick<ItemInput, 'totalQuantity' | 'variants'> {
  if (!isVariantList(text)) return { totalQuantity: text === '' ? 1 : Number(text) };
  const list = parseVariantList(text);
  return 'problem' in list ? { totalQuantity: Number.NaN } : { variants: list.variants };
}
