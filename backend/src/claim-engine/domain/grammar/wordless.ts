import type { Intent, ParsedComment } from '@sellary/contracts';
import type { Element, ItemElement, PlusElement } from './element';
import { certain, chatter, CURRENT_ITEM, forReview, intentOf } from './intents';
import { MAX_QUANTITY, PLAUSIBLE_AMOUNT } from './numbers';
import { emptyRequest, type RequestedItem, stretch } from './grouping';
import { readOrders } from './orders';
import { stanceOf } from './stance';

type PlacedPlus = Extract<Element, PlusElement>;

/** Judges comments without a claim or pass word: `SP7 2`, `24B`. `isBare`: no word was ignored. */
export function judgeWordless(
  elements: readonly Element[],
  knownKeys: ReadonlySet<string>,
  isBare: boolean,
  pleads: boolean,
): ParsedComment {
  const meant = correctedItem(elements);
  if (meant) {
    const request = { ...emptyRequest(), item: meant };
    return forReview('correction', [intentOf('claim', meant, request, null, 'correction', meant)]);
  }
  const { itemsWithoutAct, doubts } = readOrders(elements);
  if (itemsWithoutAct.length === 0) return chatter('no-word');
  const extra = elements.some(
    (element) => !['item', 'quantity', 'variant', 'phone', 'clause'].includes(element.kind),
  );
  const [request] = itemsWithoutAct;
  if (extra || (doubts.length > 0 && !(itemsWithoutAct.length === 1 && request?.item?.known))) {
    return chatter('no-word');
  }
  if (itemsWithoutAct.length > 1 || !request?.item) {
    return isBare ? forReview('bare-list', []) : chatter('no-word');
  }
  const { item } = request;
  const [doubt] = doubts;
  const propose = (rule: string): Intent => intentOf('claim', item, request, null, rule, request);
  if (item.number !== null || !/^\p{L}/u.test(item.key)) {
    if (item.known) return forReview(doubt ?? 'bare-number', [propose('bare-number')]);
    // "number 27, two please"
    if (item.marked && request.quantity !== null) return forReview('bare-number', [propose('bare-number')]);
    if (pleads && doubt === undefined) return forReview('bare-number', [propose('bare-number')]);
    return item.number === null && isBare ? forReview('bare-code', []) : chatter('bare-number');
  }
  if (doubt !== undefined) return forReview(doubt, [propose('bare-code')]);
  // A letter code with a quantity is an order. If the show has items, the code must be one of them, because
  // `ps5 2` is talk.
  if (request.quantity !== null && (item.known || knownKeys.size === 0)) {
    return certain([propose('code-quantity')]);
  }
  if (request.quantity !== null) return chatter('no-word');
  if (item.known) return forReview('bare-code', [propose('bare-code')]);
  return isBare ? forReview('bare-code', []) : chatter('no-word');
}

/** "sorry I meant 19 not 91": the item that corrects an earlier comment, or null if that is not certain. */
function correctedItem(elements: readonly Element[]): Extract<Element, ItemElement> | null {
  const correction = elements.findLast((element) => element.kind === 'flag' && element.flag === 'correction');
  const kinds = elements.map((element) => (element.kind === 'flag' ? element.flag : element.kind)).join(' ');
  // "perdón el 23 no el 22"
  if (kinds === 'item not item') return elements.find((element) => element.kind === 'item') ?? null;
  if (!correction) return null;
  const isDenial = (element: Element): boolean => element.kind === 'flag' && element.flag === 'not';
  const hasTalk = elements.some(
    (element) =>
      !['item', 'clause', 'join', 'quantity', 'variant'].includes(element.kind) &&
      !(element.kind === 'flag' && ['correction', 'not', 'subject'].includes(element.flag)),
  );
  const deniedBefore = elements.some((element) => isDenial(element) && element.start < correction.start);
  if (hasTalk || deniedBefore) return null;
  const denied = elements.find((element) => isDenial(element) && element.start > correction.start);
  const meant = elements.flatMap((element) =>
    element.kind === 'item' && element.start > correction.start && element.start < (denied?.start ?? Infinity)
      ? [element]
      : [],
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

interface PlusRequest {
  request: RequestedItem;
  plus: PlacedPlus;
}

/** Judges comments such as `A12+1` and `藍+1 黑+2`, in a show whose viewers claim with `+`. */
export function judgePlus(elements: readonly Element[]): ParsedComment {
  const statements = elements.filter((element) => !asksAboutOrder(elements, element));
  const stance = stanceOf(statements);
  if (stance.kind === 'chatter') return chatter(stance.reason);
  if (
    statements.some(
      (element) => element.kind === 'flag' && ['question', 'not', 'story', 'asking'].includes(element.flag),
    )
  ) {
    return chatter('question');
  }
  if (stance.kind === 'unsettled') return forReview(stance.reason, []);
  const doubts = [...stance.doubts];
  if (statements.length < elements.length) doubts.push('question-beside');
  const requests: PlusRequest[] = [];
  let request: RequestedItem = emptyRequest();
  let gapsWithOptions = 0;
  for (const element of elements) {
    switch (element.kind) {
      case 'item':
        // `B3+1 白 B4+1 黑`: the option between two orders may belong to either.
        if (request.variants.length > 0 && requests.length > 0) gapsWithOptions++;
        if (request.item) doubts.push('plus-list');
        if (element.doubt) doubts.push(element.doubt);
        request.item = element;
        stretch(request, element);
        break;
      case 'variant':
        request.variants.push(element);
        stretch(request, element);
        break;
      case 'plus':
        if (element.quantity < 1 || element.quantity > MAX_QUANTITY) doubts.push('quantity-out-of-range');
        if (element.minus) doubts.push('minus');
        stretch(request, element);
        request.quantity = element.quantity;
        requests.push({ request, plus: element });
        request = emptyRequest();
        break;
      case 'act':
        if (element.act !== 'claim') doubts.push('mixed-words');
        break;
      case 'suspect':
        doubts.push(element.reason);
        break;
      case 'quantity':
      case 'unknown':
      case 'measure':
      case 'plus-sign':
        doubts.push('unread-words');
        break;
      default:
        break;
    }
  }
  if (request.item) doubts.push('items-around-word');
  else if (request.variants.length > 0) assignLastOptions(requests, request, gapsWithOptions);
  else if (gapsWithOptions > 0) doubts.push('options-unclear');
  return resolvePlus(requests, doubts);
}

/**
 * Assigns the options after the last order to that order. If options follow every order, each order gets the
 * options after it.
 */
function assignLastOptions(
  requests: readonly PlusRequest[],
  rest: RequestedItem,
  gapsWithOptions: number,
): void {
  const shifted = gapsWithOptions > 0 && gapsWithOptions === requests.length - 1;
  for (let index = 0; shifted && index < requests.length - 1; index++) {
    const current = requests[index]?.request;
    const next = requests[index + 1]?.request;
    if (current && next) current.variants.push(...next.variants.splice(0));
  }
  requests.at(-1)?.request.variants.push(...rest.variants);
}

/** Smallest item number that a plus certainly claims: `9+2` is a claim, but `2+1` may be an offer. */
const MIN_CERTAIN_ITEM = 6;

/**
 * True for the question in "A18+1? did I get it?", which follows the order, so the order is not a question.
 */
function asksAboutOrder(elements: readonly Element[], flag: Element): boolean {
  const plus = elements.find((element) => element.kind === 'plus');
  const first = elements.find((element) => element.kind === 'item');
  const later = elements.some(
    (element) =>
      element.kind === 'flag' &&
      element.flag === 'question' &&
      element.spoken &&
      element.clause > (plus?.clause ?? 0),
  );
  if (!later || !plus || !first || first.end > plus.start) return false;
  return flag.kind === 'flag' && flag.flag === 'question' && plus.end <= flag.start;
}

function resolvePlus(requests: readonly PlusRequest[], doubts: string[]): ParsedComment {
  const intents = requests.map(({ request, plus }) => {
    const item = request.item ?? { key: CURRENT_ITEM, text: '' };
    return intentOf(
      plus.minus ? 'pass' : 'claim',
      item,
      plus.minus ? { ...request, quantity: 1 } : request,
      plus.minus ? null : '+',
      'plus-quantity',
      request,
    );
  });
  for (const { request } of requests) {
    const { item } = request;
    if (!item && request.variants.length === 0) doubts.push('current-item');
    // `1+1` may be arithmetic, but `8+1 9+1` is an order.
    const listed = requests.length > 1 && item?.number !== request.quantity;
    if (
      item &&
      !listed &&
      item.number !== null &&
      !item.known &&
      (item.number < MIN_CERTAIN_ITEM || (request.quantity ?? 1) > PLAUSIBLE_AMOUNT)
    ) {
      doubts.push('plus-numbers');
    }
  }
  const [reason] = doubts;
  return reason === undefined ? certain(intents) : forReview(reason, intents);
}

/** `A12+1` in a show whose viewers do not claim with `+`: probably meant as a claim anyway. */
export function probablePlus(elements: readonly Element[]): Intent[] {
  const kinds = elements.map((element) => element.kind).join(' ');
  if (kinds !== 'item plus-sign item') return [];
  const [code, , amount] = elements;
  if (code?.kind !== 'item' || amount?.kind !== 'item' || code.number !== null || amount.number === null) {
    return [];
  }
  const request: RequestedItem = {
    ...emptyRequest(),
    quantity: amount.number,
    start: code.start,
    end: amount.end,
  };
  return [intentOf('claim', code, request, null, 'plus-quantity', request)];
}
