import { type IntentAct, MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import type { Element } from './element';
import {
  type ActGroup,
  type Group,
  Grouping,
  isWishWord,
  type RequestedItem,
  type PlacedAct,
  stretch,
} from './grouping';
import { LEXICON } from './lexicon';
import { Strength } from './roles';

/** An act and its items. */
export interface Order {
  act: IntentAct;
  strength: Strength;
  words: PlacedAct[];
  requestedItems: RequestedItem[];
  rule: string;
}

export interface Orders {
  orders: Order[];
  /** An act without an item, with the options next to it. */
  bare: { order: Order; request: RequestedItem } | null;
  /** Items without an act. */
  itemsWithoutAct: RequestedItem[];
  /** Reasons for a review, in the order found. */
  doubts: string[];
}

function pairUp(grouping: Grouping): Orders {
  const { groups, doubts } = grouping;
  const orders: Order[] = [];
  const wordComesFirst = groups[0]?.kind === 'act';
  const acts = groups.filter((group) => group.kind === 'act');
  const itemsWithoutAct =
    acts.length === 0 ? groups.flatMap((group) => (group.kind === 'items' ? group.requests : [])) : [];
  const result: Orders = { orders, bare: null, itemsWithoutAct, doubts };
  if (acts.length === 0) return result;
  for (let index = 0; index < groups.length; index += 2) {
    const first = groups[index];
    const second = groups[index + 1];
    if (!first) break;
    if (!second) {
      addUnpaired(first, result, grouping.leftover);
      break;
    }
    const [act, items] = first.kind === 'act' ? [first, second] : [second, first];
    if (act.kind !== 'act' || items.kind !== 'items') continue;
    if (mayShareOption(items.requests)) doubts.push('options-unclear');
    orders.push(orderOf(act, items.requests, wordComesFirst));
  }
  const { leftover } = grouping;
  if (!result.bare && (leftover.quantity !== null || leftover.variants.length > 0)) {
    attachLeftover(result, leftover);
  }
  return result;
}

/** Attaches options that follow the last word (`12 sold L`) to the item before that word. */
function attachLeftover(result: Orders, leftover: RequestedItem): void {
  const request = result.orders.length === 1 ? result.orders[0]?.requestedItems.at(-1) : undefined;
  if (request && leftover.quantity === null && isSecondChoice(request, leftover)) {
    // `sold 72 S and M`: one of each, or undecided.
    result.doubts.push('two-variants');
    result.orders[0]?.requestedItems.push({ ...leftover, item: request.item });
    return;
  }
  if (
    !request ||
    result.orders[0]?.requestedItems.length !== 1 ||
    (leftover.quantity !== null && request.quantity !== null) ||
    request.variants.some(({ what }) => leftover.variants.some((other) => other.what === what))
  ) {
    result.doubts.push('options-unclear');
    return;
  }
  request.quantity ??= leftover.quantity;
  request.variants.push(...leftover.variants);
  stretch(request, leftover);
}

function isSecondChoice(request: RequestedItem, leftover: RequestedItem): boolean {
  return (
    request.variants.length > 0 &&
    leftover.variants.every(({ what }) => request.variants.some((other) => other.what === what))
  );
}

/** True for `12 and 13 large`: the size may be for both items or only for the last one. */
function mayShareOption(requests: readonly RequestedItem[]): boolean {
  const last = requests.at(-1);
  return (
    requests.length > 1 &&
    last !== undefined &&
    last.variants.length > 0 &&
    requests.slice(0, -1).every((request) => request.variants.length === 0)
  );
}

function addUnpaired(group: Group, result: Orders, leftover: RequestedItem): void {
  const previous = result.orders.at(-1);
  if (!previous) {
    if (group.kind === 'act') result.bare = { order: orderOf(group, [], true), request: leftover };
    return;
  }
  if (group.kind === 'act') {
    if (group.words.some((word) => word.noLonger)) {
      // "ich möchte die 12 nicht mehr": the verb comes first, and the end of the sentence reverses it.
      previous.act = 'pass';
      previous.strength = Strength.WEAK;
      previous.words.push(...group.words);
      return;
    }
    if (group.act === 'waitlist' && previous.act === 'claim') {
      // "sold 12 backup" asks for the waitlist, just like "sold backup 12".
      previous.act = 'waitlist';
      previous.strength = Math.min(previous.strength, group.strength) as Strength;
      previous.words.push(...group.words);
      return;
    }
    if (isFinalVerbOfWish(group, previous)) {
      previous.act = 'pass';
      previous.strength = group.strength;
      previous.words.push(...group.words);
      return;
    }
    if (group.act !== previous.act) result.doubts.push('words-around-item');
    return;
  }
  const namedKeys = new Set(
    result.orders.flatMap((order) => order.requestedItems.map((request) => request.item?.key)),
  );
  if (group.requests.every((request) => namedKeys.has(request.item?.key))) return;
  result.doubts.push('items-around-word');
  result.orders.push({ ...previous, requestedItems: group.requests });
}

/** "ich möchte die 12 stornieren": the verb at the end is what the viewer wants to do. */
function isFinalVerbOfWish(group: ActGroup, { act, words }: Order): boolean {
  const [wish] = words;
  const [verb] = group.words;
  if (act !== 'claim' || group.act !== 'pass' || !wish || !verb || words.length > 1) return false;
  return wish.clause === verb.clause && isWishWord(wish) && LEXICON.lastVerbs.has(verb.word);
}

function orderOf(group: ActGroup, requestedItems: RequestedItem[], wordComesFirst: boolean): Order {
  const rule =
    requestedItems.length === 0
      ? 'bare-word'
      : requestedItems.length > 1
        ? wordComesFirst
          ? 'word-list'
          : 'list-word'
        : wordComesFirst
          ? 'word-number'
          : 'number-word';
  return { act: group.act, strength: group.strength, words: group.words, requestedItems, rule };
}

function ordersIn(elements: readonly Element[]): Orders {
  const grouping = new Grouping();
  for (const element of elements) grouping.add(element);
  return pairUp(grouping);
}

const MAX_CLAUSES = 40;

/** Pairs acts with items in the whole comment or, if that fails, in each clause (`pass 12, 13 sold`). */
export function readOrders(elements: readonly Element[]): Orders {
  const whole = ordersIn(elements);
  const isUnpaired = whole.doubts.includes('words-around-item') || whole.doubts.includes('items-around-word');
  if (!isUnpaired) return whole;
  const clauses = new Map<number, Element[]>();
  for (const element of elements) {
    const clause = clauses.get(element.clause);
    if (clause) clause.push(element);
    else clauses.set(element.clause, [element]);
  }
  if (clauses.size < 2 || clauses.size > MAX_CLAUSES) return whole;
  const parts = [...clauses.values()].map(ordersIn);
  if (
    parts.some(
      (part) =>
        part.bare !== null ||
        part.itemsWithoutAct.length > 0 ||
        part.doubts.some((doubt) => doubt.includes('around')),
    )
  ) {
    return whole;
  }
  return {
    orders: parts.flatMap((part) => part.orders),
    bare: null,
    itemsWithoutAct: [],
    doubts: parts.flatMap((part) => part.doubts),
  };
}

/** True if the viewer wrote a quantity and it is allowed. */
export const isCounted = ({ quantity }: RequestedItem): boolean =>
  quantity !== null && quantity >= 1 && quantity <= MAX_UNITS_PER_ITEM;

export const quantityOf = (request: RequestedItem): number =>
  isCounted(request) ? (request.quantity ?? 1) : 1;
