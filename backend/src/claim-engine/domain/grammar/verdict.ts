import type { Intent, ParsedComment } from '@sellary/contracts';
import type { Element } from './element';
import { certain, chatter, CURRENT_ITEM, forReview, intentOf, intentsOf, MAX_INTENTS } from './intents';
import { emptyRequest } from './grouping';
import { type Order, type Orders, readOrders } from './orders';
import { amountWithOptions, conditionalIntents, correctedOrders, alternativeIntents } from './proposals';
import { LEXICON } from './lexicon';
import { MAX_QUANTITY } from './numbers';
import { Strength } from './roles';
import { stanceOf } from './stance';

/** Drops weak claim words from a comment with a strong word: they add nothing (`I want 12, sold`). */
function dropWeakClaims(elements: Element[]): Element[] {
  const strong = elements.some((element) => element.kind === 'act' && element.strength >= Strength.PACK);
  if (!strong) return elements;
  return elements.filter(
    (element) =>
      element.kind !== 'act' ||
      element.strength >= Strength.PACK ||
      element.noLonger ||
      element.act !== 'claim',
  );
}

/** `sold 12 not 13`: the part after the negation is not requested. */
function withoutDeniedItems(elements: Element[]): Element[] {
  const flag = elements.find((element) => element.kind === 'flag' && element.flag === 'not');
  const named = flag && elements.some((element) => element.kind === 'item' && element.end <= flag.start);
  if (!flag || !named) return elements;
  return elements.filter(
    (element) => element.start <= flag.start || element.clause !== flag.clause || element.kind !== 'item',
  );
}

/**
 * Keeps only the proposals for items that the show has, because the numbers in a bare list may be amounts.
 * Keeps every proposal if all the numbers are too large for an amount.
 */
function intentsWorthProposing(intents: Intent[], elements: readonly Element[]): Intent[] {
  const items = elements.flatMap((element) => (element.kind === 'item' ? [element] : []));
  if (items.every(({ number }) => number === null || number > MAX_QUANTITY)) return intents;
  const known = new Set(items.flatMap(({ key, known: isKnown }) => (isKnown ? [key] : [])));
  return intents.filter(({ item }) => known.has(item));
}

/** "sold 12! does it run small": an option in a question is not chosen. */
function withoutOptionsInQuestions(elements: Element[]): Element[] {
  if (!elements.some((element) => element.kind === 'variant')) return elements;
  const questionClauses = new Set(
    elements.flatMap((element) =>
      element.kind === 'flag' && ['question', 'asking'].includes(element.flag) ? [element.clause] : [],
    ),
  );
  if (questionClauses.size === 0) return elements;
  for (const element of elements) {
    if (element.kind === 'act' || element.kind === 'item') questionClauses.delete(element.clause);
  }
  return elements.filter((element) => element.kind !== 'variant' || !questionClauses.has(element.clause));
}

/** Judges a comment with at least one claim, pass, or waitlist word. */
export function judge(raw: Element[]): ParsedComment {
  const elements = withoutOptionsInQuestions(dropWeakClaims(raw));
  const stance = stanceOf(elements);
  if (stance.kind === 'chatter') {
    return asksAboutOwnClaim(elements) ? forReview('question-beside', []) : chatter(stance.reason);
  }
  const orders = readOrders(stance.kind === 'claiming' ? withoutDeniedItems(elements) : elements);
  const strength = weakestStrength(orders);
  const hasUnknownWords = elements.some((element) => element.kind === 'unknown');
  if (stance.kind === 'unsettled') {
    const intents =
      stance.reason === 'condition'
        ? conditionalIntents(elements)
        : stance.reason === 'alternatives'
          ? alternativeIntents(elements)
          : [];
    const likely = strength >= Strength.PACK || intents.some(({ act }) => act === 'waitlist');
    return likely ? forReview(stance.reason, intents) : chatter(stance.reason);
  }
  const suspects = elements.flatMap((element) => (element.kind === 'suspect' ? [element] : []));
  if (orders.bare && orders.orders.length === 0) {
    const other = elements.find(
      (element) => element.kind === 'price' || element.kind === 'phone' || element.kind === 'mail',
    );
    const priced = other?.kind === 'price' && hasUnknownWords;
    if (priced || (suspects.length > 0 && suspects.every(({ reason }) => reason === 'number-in-reason'))) {
      return chatter('nothing-named');
    }
    if (suspects.length > 0 || other) {
      return judgeSuspects(orders.bare.order, suspects, strength, other?.kind ?? 'number-unclear');
    }
    return judgeBare(elements, orders, stance.doubts, hasUnknownWords);
  }
  const doubts = [...stance.doubts, ...suspects.map((suspect) => suspect.reason), ...orders.doubts];
  if (elements.some((element) => element.kind === 'measure')) doubts.push('measure-beside');
  if (elements.some((element) => element.kind === 'mail')) doubts.push('mail-address');
  if (orders.orders.reduce((count, order) => count + order.requestedItems.length, 0) > MAX_INTENTS) {
    doubts.push('too-many-items');
  }
  const clash = clashOf(orders.orders);
  if (clash) doubts.push(clash);
  if (strength < Strength.PACK) {
    const requested =
      !hasUnknownWords && stance.doubts.every((doubt) => doubt === 'question-mark') && isRequest(orders);
    if (requested && strength === Strength.WEAK && stance.doubts.length > 0) {
      return forReview('question-mark', intentsOf(orders.orders));
    }
    const unsure = hasUnknownWords || (strength === Strength.WEAK && stance.doubts.length > 0);
    const precedesKnownItem = stance.doubts.length === 0 && precedesShowItem(elements);
    return judgeWeak(orders, strength, unsure && !precedesKnownItem && !isPlainPass(elements));
  }
  // "sold 18 no sorry 19": a denial before a correction is part of the correction.
  const denies = doubts[0] === 'negation-beside' && doubts[1] === 'correction';
  const corrected = denies
    ? correctedOrders(elements)
    : doubts[0] === 'correction'
      ? correctedOrders(withoutDeniedItems(elements))
      : null;
  if (corrected && corrected.orders.length > 0) return forReview('correction', intentsOf(corrected.orders));
  const amount = amountWithOptions(orders);
  if (amount) return forReview('amount-with-options', [amount]);
  if (hasUnknownWords) doubts.push('unread-words');
  const intents = intentsOf(orders.orders);
  const [reason] = doubts;
  if (reason === 'bare-list') {
    return forReview(reason, intents.length === 1 ? intents : intentsWorthProposing(intents, elements));
  }
  if (reason !== undefined) return forReview(reason, intents);
  return intents.length > 0 ? certain(intents) : chatter('nothing-named');
}

/** "I really want 40 omg": a claim or pass word directly before an item that the show has. */
function precedesShowItem(elements: readonly Element[]): boolean {
  return elements.some((element, index) => {
    const next = elements[index + 1];
    return element.kind === 'act' && next?.kind === 'item' && next.known && next.clause === element.clause;
  });
}

/** "please drop 77, wallet said no": a pass in a fully understood clause, whatever the other clauses say. */
function isPlainPass(elements: readonly Element[]): boolean {
  const acts = elements.filter((element) => element.kind === 'act');
  const [first] = acts;
  if (!first || acts.some(({ act }) => act !== 'pass')) return false;
  const clause = elements.filter((element) => element.clause === first.clause);
  return (
    clause.some(({ kind }) => kind === 'item') &&
    !clause.some(({ kind }) => kind === 'unknown' || kind === 'flag' || kind === 'measure')
  );
}

/** "did my sold 112 go through": the viewer asks what became of a claim. */
function asksAboutOwnClaim(elements: readonly Element[]): boolean {
  return elements.some(
    (element, index) =>
      element.kind === 'flag' &&
      element.flag === 'my' &&
      isShopClaim(elements[index + 1]) &&
      elements[index + 2]?.kind === 'item',
  );
}

function isShopClaim(element: Element | undefined): boolean {
  return element?.kind === 'act' && element.act === 'claim' && element.strength === Strength.SHOP;
}

function weakestStrength(orders: Orders): Strength {
  const strengths = orders.orders.map((order) => order.strength);
  if (orders.bare) strengths.push(orders.bare.order.strength);
  return strengths.length === 0 ? Strength.NONE : (Math.min(...strengths) as Strength);
}

/** "can I get 44 please?" */
function isRequest({ orders }: Orders): boolean {
  return orders.every(({ words }) => words.some(({ word }) => LEXICON.requests.has(word)));
}

function judgeWeak(orders: Orders, strength: Strength, unsure: boolean): ParsedComment {
  const noLonger = orders.orders.some((order) => order.words.some((word) => word.noLonger));
  if (unsure && !noLonger) return chatter('weak-word');
  if (strength === Strength.TIER) return forReview('price-tier-word', []);
  const reason = noLonger ? 'no-longer' : strength === Strength.TYPO ? 'near-word' : 'weak-word';
  return forReview(reason, intentsOf(orders.orders));
}

/** Judges a word whose numbers may be prices, ranges, or times. An operator decides what they are. */
function judgeSuspects(
  order: Order,
  suspects: readonly {
    reason: string;
    items: readonly { key: string; text: string }[];
    start: number;
    end: number;
  }[],
  strength: Strength,
  defaultReason: string,
): ParsedComment {
  if (strength < Strength.PACK) return chatter('weak-word');
  const request = emptyRequest();
  const intents = suspects.flatMap((suspect) =>
    suspect.items.map((item) =>
      intentOf(order.act, item, request, order.words[0]?.word ?? null, 'unclear-number', suspect),
    ),
  );
  return forReview(suspects[0]?.reason ?? defaultReason, intents);
}

function judgeBare(
  elements: readonly Element[],
  orders: Orders,
  doubts: readonly string[],
  unread: boolean,
): ParsedComment {
  const bare = orders.bare;
  if (!bare || unread || elements.some((element) => element.kind === 'measure')) {
    return chatter('nothing-named');
  }
  const { order, request } = bare;
  const noLonger = order.words.some((word) => word.noLonger);
  const onlyNoLonger = order.words.every((word) => word.noLonger);
  const trusted =
    order.words.some((word) => word.strength >= Strength.PACK) ||
    (noLonger && (!onlyNoLonger || order.words[0]?.word !== ''));
  if (!trusted) return chatter('nothing-named');
  const span = { start: order.words[0]?.start ?? 0, end: order.words.at(-1)?.end ?? 0 };
  if (request.end > 0) {
    span.start = Math.min(span.start, request.start);
    span.end = Math.max(span.end, request.end);
  }
  const intent = intentOf(
    order.act,
    { key: CURRENT_ITEM, text: '' },
    request,
    order.words[0]?.word ?? null,
    'bare-word',
    span,
  );
  return forReview(noLonger ? 'no-longer' : (doubts[0] ?? 'bare-word'), [intent]);
}

/** The reason for doubt if an item is requested twice in different ways, or null. */
function clashOf(orders: readonly Order[]): string | null {
  const seen = new Map<string, { act: string; quantity: number | null }>();
  for (const order of orders) {
    for (const request of order.requestedItems) {
      if (!request.item) continue;
      const other = seen.get(request.item.key);
      if (other && other.act !== order.act) return 'contradiction';
      if (other && other.quantity !== request.quantity) return 'two-quantities';
      seen.set(request.item.key, { act: order.act, quantity: request.quantity });
    }
  }
  return null;
}
