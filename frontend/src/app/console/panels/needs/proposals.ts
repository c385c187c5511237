import type { Comment, Intent, Item } from '@sellary/contracts';
import { itemKey } from '../../../shows/item-key';
import { unitCount } from '../../state/counts';
import type { ShowState } from '../../state/show-state';
import { availableUnits } from '../../state/stock-lines';

/** The grammar's key for the current item, used for comments that do not name an item. */
const CURRENT_ITEM = '@current';

/** A comment's meaning, as proposed to the operator. The engine never acts on it. */
export interface Proposal {
  /** Empty if the comment names no item, and none is showing. */
  itemNumber: string;
  /** The item with that number, or the current item if the comment does not name an item. */
  item: Item | null;
  /** The item variant that the comment names, or undefined if there is none. */
  variant: string | undefined;
  /**
   * Units available to award, or 0 if there is no such item. Null if the item has units left, but the comment
   * does not name one of its variants.
   */
  left: number | null;
  /** True if the comment asks for a unit that can be awarded. The buyer of a pass wants none. */
  canAward: boolean;
  /** A sentence such as "Claims #104" or "Passes on #12". */
  sentence: string;
}

/**
 * Sentences for a comment's meaning. `item` is text: the item number, followed by the variant, units, and
 * title if present.
 */
const SENTENCES = {
  claim: (item: string) => $localize`:@@console.proposal.claim:Claims ${item}:item:`,
  pass: (item: string) => $localize`:@@console.proposal.pass:Passes on ${item}:item:`,
  waitlist: (item: string) => $localize`:@@console.proposal.waitlist:Asks to wait for ${item}:item:`,
} satisfies Record<Intent['act'], (item: string) => string>;

export function proposalsOf(state: ShowState, { parsed }: Pick<Comment, 'parsed'>): Proposal[] {
  return parsed.intents.map((intent) => {
    const { act, item: key, itemText, qty, variant, listed } = intent;
    const itemVariant = listed === true ? variant : undefined;
    const item = itemOf(state, intent);
    const left = leftFor(item, itemVariant);
    const number = item?.itemNumber ?? (key === CURRENT_ITEM ? '' : itemText || key);
    return {
      itemNumber: number,
      item: item ?? null,
      variant: itemVariant,
      left,
      canAward: act !== 'pass' && left !== null && left > 0,
      sentence: SENTENCES[act](
        [
          number
            ? `#${number}`
            : $localize`:Used inside a sentence@@console.proposal.item-on-show:the current item`,
          ...(variant === undefined ? [] : [variant]),
          ...(qty > 1 ? [unitCount(qty)] : []),
          ...(item?.title ? [item.title] : []),
        ].join(' · '),
      ),
    };
  });
}

function leftFor(item: Item | undefined, variant: string | undefined): number | null {
  if (!item) return 0;
  const left = availableUnits(item, variant);
  return item.variants && variant === undefined && left > 0 ? null : left;
}

/** The item that an intent names, or the current item if the intent does not name one. */
export function itemOf(state: ShowState, { item: key }: Pick<Intent, 'item'>): Item | undefined {
  return key === CURRENT_ITEM ? state.items.get(state.show.nowShowingItemId ?? '') : itemOfKey(state, key);
}

export function itemOfKey(state: ShowState, key: string): Item | undefined {
  const wanted = itemKey(key);
  for (const item of state.items.values()) if (itemKey(item.itemNumber) === wanted) return item;
  return undefined;
}

/**
 * True if the comment has no intent, if it does not name an item and none is showing, or if it claims an item
 * with variants without naming a variant.
 */
export function isIncomplete(state: ShowState, { parsed }: Pick<Comment, 'parsed'>): boolean {
  const [intent] = parsed.intents;
  if (!intent) return true;
  const item = itemOf(state, intent);
  if (!item) return intent.item === CURRENT_ITEM;
  return intent.act !== 'pass' && item.variants !== undefined && intent.listed !== true;
}
