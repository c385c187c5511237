import type { Comment, Item } from '@sellary/contracts';
import { itemKey } from '../../shows/item-key';
import type { ShowState } from '../state/show-state';

/** What a comment seems to ask for: for a person to read, never acted upon by itself. */
export interface Proposal {
  itemNumber: string;
  /** The item of that number; the one on show where the comment names none. */
  item: Item | null;
  left: number;
  /** "Claims 104" · "Passes 12" */
  sentence: string;
}

const VERBS = { claim: 'Claims', pass: 'Passes', waitlist: 'Asks to wait for' } as const;

export function proposalsOf(state: ShowState, { parsed }: Pick<Comment, 'parsed'>): Proposal[] {
  return parsed.intents.map(({ act, item: key, itemText, qty }) => {
    const item = key === '@current' ? state.items.get(state.show.nowShowingItemId ?? '') : itemOfKey(state, key);
    const number = item?.itemNumber ?? (key === '@current' ? 'the item on show' : itemText || key);
    return {
      itemNumber: number,
      item: item ?? null,
      left: item ? item.totalQuantity - item.claimedCount : 0,
      sentence: `${VERBS[act]} ${number}${qty > 1 ? `, ${qty} units` : ''}${item?.title ? ` · ${item.title}` : ''}`,
    };
  });
}

export function itemOfKey(state: ShowState, key: string): Item | undefined {
  const wanted = itemKey(key);
  for (const item of state.items.values()) if (itemKey(item.itemNumber) === wanted) return item;
  return undefined;
}
