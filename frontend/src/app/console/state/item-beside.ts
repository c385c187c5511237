import type { Item } from '@sellary/contracts';
import { isWithdrawn } from '../../shows/claim-status-words';
import type { ShowState } from './show-state';

/**
 * The next item on sale in the order of the show, or the previous one: withdrawn items are left out. Without
 * a start, the first one; null if there is none.
 */
export function itemBeside({ itemOrder, items }: ShowState, from: Item | null, step: 1 | -1): Item | null {
  for (let index = itemOrder.indexOf(from?.id ?? '') + step; ; index += step) {
    const item = items.get(itemOrder[index] ?? '');
    if (item === undefined || !isWithdrawn(item)) return item ?? null;
  }
}
