import type { Intent, ParsedComment } from '@sellary/contracts';
import type { Element } from './element';
import { emptyRequest } from './grouping';
import { CURRENT_ITEM, forReview, intentOf, intentsOf } from './intents';
import { PLAUSIBLE_AMOUNT } from './numbers';
import { type Orders, readOrders } from './orders';
import { Strength } from './roles';

/**
 * Returns the intents to propose for `sold 12 if …`. If another buyer must release the item first, proposes
 * that the viewer waits. Otherwise, proposes the claim, with the option (a color or size) on which it depends.
 * A claim that depends on an option or another buyer is proposed only if the show has the item.
 */
export function conditionalIntents(elements: readonly Element[]): Intent[] {
  const flag = elements.find((element) => element.kind === 'flag' && element.flag === 'condition');
  const after = elements.filter((element) => flag && element.start >= flag.end);
  // In Filipino "kung may libreng paso", "paso" means a pot. A word for passing from another language
  // does not mean that an item is released.
  if (after.some((element) => element.kind === 'act' && element.act !== 'claim' && element.isShopLanguage)) {
    return elements.flatMap((element) =>
      element.kind === 'item'
        ? [intentOf('waitlist', element, emptyRequest(), null, 'if-released', element)]
        : [],
    );
  }
  const has = (flag: string): boolean =>
    after.some((element) => element.kind === 'flag' && element.flag === flag);
  // "if Joy does not take it" depends on another buyer, but "if it is not see-through" does not.
  const namesBuyer = has('recipient') || after.some((element) => element.kind === 'act');
  const options = has('or') ? [] : after.filter((element, at) => isOption(element, after[at - 1]));
  const isUndecided = options.length > 0 || has('or') || has('story') || (has('not') && namesBuyer);
  const before = elements.filter((element) => flag && element.end <= flag.start);
  const isInShow = before.some((element) => element.kind === 'item' && element.known);
  if (before.length === 0) return conditionFirst(elements);
  return isUndecided && !isInShow ? [] : intentsOf(readOrders([...before, ...options]).orders);
}

/** Returns the claim in "if nobody else wants it sold 40" if the show has the item. */
function conditionFirst(elements: readonly Element[]): Intent[] {
  const itemAt = elements.findIndex(({ kind }) => kind === 'item');
  const actAt = elements.findLastIndex(({ kind }, at) => kind === 'act' && at < itemAt);
  const item = elements[itemAt];
  const isInShow = item?.kind === 'item' && item.known;
  return actAt < 0 || !isInShow ? [] : intentsOf(readOrders(elements.slice(actAt)).orders);
}

/** True for an option that the claim depends on, but not for a material as in "real 925 silver". */
function isOption(element: Element, before: Element | undefined): boolean {
  const describes =
    before !== undefined && ['item', 'unknown', 'price', 'suspect', 'measure'].includes(before.kind);
  return element.kind === 'variant' && !(element.what === 'color' && describes);
}

/**
 * "sold 60 in S or M": the item is certain, and an operator chooses the option. "sold 32 or 33": one proposal
 * for each item. If the items come first (`32 or 33, sold`), the claim word may apply only to the last item.
 */
export function alternativeIntents(elements: readonly Element[]): Intent[] {
  const or = elements.find((element) => element.kind === 'flag' && element.flag === 'or');
  const leavesChoice = elements.some(
    (element) =>
      element.kind === 'flag' &&
      ['doubt', 'condition'].includes(element.flag) &&
      element.start > (or?.start ?? 0),
  );
  // "chốt 22 hoặc 23 cái": after the "or", an amount may be the other item.
  const named = elements.filter(
    ({ kind, start }) => kind !== 'variant' && !(kind === 'quantity' && start > (or?.start ?? 0)),
  );
  const intents = intentsOf(readOrders(withoutAmounts(named)).orders);
  const first = elements.find(({ kind }) => kind === 'act' || kind === 'item');
  return first?.kind === 'act' || (leavesChoice && intents.length === 1) ? intents : [];
}

/** "sold 110, 1 or 2 depending on shipping": after an item, "1 or 2" are amounts to choose from. */
function withoutAmounts(elements: readonly Element[]): readonly Element[] {
  const items = elements.flatMap((element) => (element.kind === 'item' ? [element] : []));
  const [item, firstAmount, secondAmount] = items;
  const isAmount = (other: typeof item): boolean =>
    other?.known === false && !other.marked && other.number !== null && other.number <= PLAUSIBLE_AMOUNT;
  const follows = (secondAmount?.number ?? 0) === (firstAmount?.number ?? 0) + 1;
  const large = item?.known === true || item?.number === null || (item?.number ?? 0) > PLAUSIBLE_AMOUNT;
  if (items.length !== 3 || !large || !isAmount(firstAmount) || !isAmount(secondAmount) || !follows) {
    return elements;
  }
  return elements.filter((element) => element !== firstAmount && element !== secondAmount);
}

/**
 * Judges an exchange for another item (`swap 40 for 41`) or another option (`change 82 to pink`). Null if the
 * comment has no item, or is a question with only one item.
 */
export function judgeExchange(elements: readonly Element[]): ParsedComment | null {
  const items = elements.flatMap((element) => (element.kind === 'item' ? [element] : []));
  const [givenUp, wanted] = items;
  if (
    !givenUp ||
    (!wanted &&
      elements.some((element) => element.kind === 'flag' && ['question', 'asking'].includes(element.flag)))
  ) {
    return null;
  }
  if (!wanted || items.length > 2) return forReview('exchange', []);
  return forReview('exchange', [
    intentOf('pass', givenUp, emptyRequest(), null, 'exchange', givenUp),
    intentOf('claim', wanted, emptyRequest(), null, 'exchange', wanted),
  ]);
}

/** The orders after the last correction ("I mean"), or null if there is none. */
export function correctedOrders(elements: readonly Element[]): Orders | null {
  const flag = elements.findLast((element) => element.kind === 'flag' && element.flag === 'correction');
  if (!flag) return null;
  const after = elements.filter((element) => element.start >= flag.end);
  if (!after.some((element) => element.kind === 'item')) {
    return actCorrected(elements, after) ?? lastOfTwo(elements);
  }
  const acts = elements.filter((element) => element.kind === 'act' && element.start < flag.start).slice(0, 1);
  return readOrders(after.some((element) => element.kind === 'act') ? after : [...acts, ...after]);
}

/** "sold 62 oh sorry I meant pass": a different act for the same item. */
function actCorrected(elements: readonly Element[], after: readonly Element[]): Orders | null {
  const acts = after.filter(({ kind }) => kind === 'act');
  const items = elements.filter(({ kind }) => kind === 'item');
  const [act] = acts;
  const isOther = act?.kind === 'act' && act.act !== 'claim' && act.strength >= Strength.PACK;
  return isOther && acts.length === 1 && items.length === 1 ? readOrders([act, ...items]) : null;
}

/** "mine 12 ay 21 pala": the correcting word comes last. */
function lastOfTwo(elements: readonly Element[]): Orders | null {
  const orders = readOrders(elements);
  const [order] = orders.orders;
  if (
    !order ||
    orders.orders.length > 1 ||
    order.requestedItems.length !== 2 ||
    !orders.doubts.includes('bare-list')
  ) {
    return null;
  }
  return { ...orders, orders: [{ ...order, requestedItems: order.requestedItems.slice(1) }] };
}

/**
 * Reads `sold 10 navy medium`, on a post with one item, as a claim for 10 units with these options. This
 * requires that the number is a plausible amount and not an item of the show, and that a color and a size
 * follow without the words "color" and "size". Null otherwise.
 */
export function amountWithOptions(orders: Orders): Intent | null {
  const [order] = orders.orders;
  const [request] = order?.requestedItems ?? [];
  if (
    !order ||
    !request?.item ||
    orders.orders.length > 1 ||
    order.requestedItems.length > 1 ||
    order.act !== 'claim'
  ) {
    return null;
  }
  const { number, known, marked } = request.item;
  if (
    number === null ||
    number < 1 ||
    number > PLAUSIBLE_AMOUNT ||
    known ||
    marked ||
    request.quantity !== null
  ) {
    return null;
  }
  const kinds = new Set(request.variants.map((variant) => variant.what));
  if (kinds.size < 2 || request.variants.some((variant) => variant.marked)) return null;
  const span = {
    start: Math.min(request.start, order.words[0]?.start ?? request.start),
    end: Math.max(request.end, order.words[0]?.end ?? 0),
  };
  const amount = { ...request, quantity: number };
  return intentOf(
    'claim',
    { key: CURRENT_ITEM, text: '' },
    amount,
    order.words[0]?.word ?? null,
    'amount-with-options',
    span,
    true,
  );
}
