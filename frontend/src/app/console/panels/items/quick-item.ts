import { parseVariantList, type VariantInput } from '@sellary/contracts';

/** A new item, read from one line of text. */
export interface QuickItem {
  itemNumber: string;
  title: string;
  totalQuantity: number;
  /** Null if the item has none. */
  variants: VariantInput[] | null;
}

const MAX_UNITS = 30;

/**
 * "123 Blue dress 3" is number 123, Blue dress, 3 units; "123" alone is one unit without a title; "x3" and
 * "3x" are units too. "123 Blue dress S 2, M 3" has two variants.
 */
export function readQuickItem(line: string): QuickItem | null {
  const words = line.trim().split(/\s+/);
  const itemNumber = words[0]?.replace(/^#/, '') ?? '';
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) return null;
  const rest = words.slice(1);
  const listed = readVariants(rest.join(' '));
  if (listed !== null) return { itemNumber, ...listed };
  const units = /^(?:x?(\d{1,2})|(\d{1,2})x)$/i.exec(rest.at(-1) ?? '');
  const totalQuantity = Number(units?.[1] ?? units?.[2] ?? 1);
  const isUnits = units !== null && totalQuantity >= 1 && totalQuantity <= MAX_UNITS;
  return {
    itemNumber,
    title: (isUnits ? rest.slice(0, -1) : rest).join(' '),
    totalQuantity: isUnits ? totalQuantity : 1,
    variants: null,
  };
}

/**
 * Reads a list of variants at the end of the text, such as "S 2, M 3". Its first name is the last word before
 * the first quantity, or all words after a colon: "Blue dress: Navy M 2, Navy L 1". A title may contain
 * commas, so each part of a list needs its quantity.
 */
function readVariants(text: string): Omit<QuickItem, 'itemNumber'> | null {
  const [, title = '', parts = ''] =
    /^(.*?):\s*([^:]*[,;][^:]*)$/.exec(text) ?? /^(.*?)\s*(\S+ x?\d+\s*[,;].*)$/i.exec(text) ?? [];
  if (!parts.split(/[,;]/).every((part) => /\d\s*$/.test(part))) return null;
  const list = parseVariantList(parts);
  if ('problem' in list) return null;
  const totalQuantity = list.variants.reduce((sum, variant) => sum + variant.totalQuantity, 0);
  return { title: title.trim(), totalQuantity, variants: list.variants };
}
