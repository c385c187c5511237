import type { Item } from '@sellary/contracts';
import { isWithdrawn } from '../../shows/claim-status-words';
import type { ShowState } from './show-state';

/**
 * Returns the next or the previous item on sale, in the order of the show. Skips withdrawn items. If `from`
 * is null, the next item is the first item on sale, and there is no previous item. Returns null if there is
 * no such item.
 */
export function itemBeside(state: ShowState | null, from: Item | null, step: 1 | -1): Item | null {
  if (state === null) return null;
  const { itemOrder, items } = state;
  for (let index = itemOrder.indexOf(from?.id ?? '') + step; ; index += step) {
    const item = items.get(itemOrder[index] ?? '');
    if (item === undefined || !isWithdrawn(item)) return item ?? null;
  }
}
