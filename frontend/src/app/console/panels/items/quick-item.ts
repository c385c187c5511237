import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';

/** A new item, read from one line of text. */
export interface QuickItem {
  itemNumber: string;
  title: string;
  totalQuantity: number;
}

/**
 * "123 Blue dress 3" is number 123, Blue dress, 3 units; "123" alone is one unit without a title; "x3" and
 * "3x" are units too.
 */
export function readQuickItem(line: string): QuickItem | null {
  const words = line.trim().split(/\s+/);
  const itemNumber = words[0]?.replace(/^#/, '') ?? '';
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) return null;
  const rest = words.slice(1);
  const units = /^(?:x?(\d{1,3})|(\d{1,3})x)$/i.exec(rest.at(-1) ?? '');
  const totalQuantity = Number(units?.[1] ?? units?.[2] ?? 1);
  const isUnits = units !== null && totalQuantity >= 1 && totalQuantity <= MAX_UNITS_PER_ITEM;
  return {
    itemNumber,
    title: (isUnits ? rest.slice(0, -1) : rest).join(' '),
    totalQuantity: isUnits ? totalQuantity : 1,
  };
}
