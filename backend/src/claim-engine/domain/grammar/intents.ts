import type { Intent, IntentAct, ParsedComment } from '@sellary/contracts';
import type { RequestedItem } from './grouping';
import { isCounted, type Order, quantityOf } from './orders';
import { GRAMMAR_VERSION } from './version';

/** The item on screen. */
export const CURRENT_ITEM = '@current';

/** Maximum number of intents in one comment. A comment with more goes to review; the rest are not listed. */
export const MAX_INTENTS = 50;

export function chatter(reason: string): ParsedComment {
  return { route: 'ignore', intents: [], reason, grammar: GRAMMAR_VERSION };
}

export function forReview(reason: string, intents: Intent[]): ParsedComment {
  return { route: 'review', intents, reason, grammar: GRAMMAR_VERSION };
}

export function certain(intents: Intent[]): ParsedComment {
  return { route: 'auto', intents, reason: null, grammar: GRAMMAR_VERSION };
}

function variantOf(request: RequestedItem, asWritten = false): string | null {
  if (request.variants.length === 0) return null;
  return request.variants
    .map((variant) =>
      asWritten && variant.written.toUpperCase() !== variant.value ? variant.written : variant.value,
    )
    .join(' ');
}

export function intentOf(
  act: IntentAct,
  item: { key: string; text: string },
  request: RequestedItem,
  word: string | null,
  rule: string,
  span: { start: number; end: number },
  asWritten = false,
): Intent {
  const variant = variantOf(request, asWritten);
  return {
    act,
    item: item.key,
    itemText: item.text,
    qty: quantityOf(request),
    ...(act === 'pass' && isCounted(request) ? { counted: true as const } : {}),
    ...(variant === null ? {} : { variant }),
    word,
    rule,
    span: { start: span.start, end: span.end },
  };
}

/**
 * Returns one intent for each item in each order, without duplicates. The span of an order's first intent
 * includes the claim word.
 */
export function intentsOf(orders: readonly Order[]): Intent[] {
  const intents: Intent[] = [];
  const seen = new Set<string>();
  for (const order of orders) {
    for (const request of order.requestedItems) {
      if (!request.item || intents.length >= MAX_INTENTS) continue;
      const first = request === order.requestedItems[0];
      const span = { start: request.start, end: request.end };
      if (first) {
        for (const word of order.words) {
          span.start = Math.min(span.start, word.start);
          span.end = Math.max(span.end, word.end);
        }
      }
      const intent = intentOf(
        order.act,
        request.item,
        request,
        order.words[0]?.word ?? null,
        order.rule,
        span,
      );
      const key = `${intent.act} ${intent.item} ${intent.variant ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      intents.push(intent);
    }
  }
  return intents;
}
