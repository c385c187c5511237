import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';

/** A new item, read from one line of text. */
export interface QuickItem {
  itemNumber: string;
  title: string;
  totalQuantity: number;
}

/** A larger number without an x may be a part of the title, such as "Levi 501". */
const MAX_BARE_UNITS = 30;

/**
 * "123 Blue dress 3" is number 123, Blue dress, 3 units; "123" alone is one unit without a title; "x3" and
 * "3x" are units too.
 */
export function readQuickItem(line: string): QuickItem | null {
  const words = line.trim().split(/\s+/);
  const itemNumber = words[0]?.replace(/^#/, '') ?? '';
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) return null;
  const rest = words.slice(1);
  const [, marked, before, bare] = /^(?:x(\d{1,3})|(\d{1,3})x|(\d{1,2}))$/i.exec(rest.at(-1) ?? '') ?? [];
  const totalQuantity = Number(marked ?? before ?? bare ?? 0);
  const isUnits =
    totalQuantity >= 1 && totalQuantity <= (bare === undefined ? MAX_UNITS_PER_ITEM : MAX_BARE_UNITS);
  return {
    itemNumber,
    title: (isUnits ? rest.slice(0, -1) : rest).join(' '),
    totalQuantity: isUnits ? totalQuantity : 1,
  };
}
