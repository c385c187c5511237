import type { Claim, Comment, Intent, Item } from '@sellary/contracts';
import { rankOf, winnersOf } from '../../state/standing';
import { byClaimTime } from '../../state/inbox';
import type { ShowState } from '../../state/show-state';
import { isWithdrawn } from '../../../shows/claim-status-words';
import { ITEM_ON_SHOW, itemOf } from './proposals';

/** Result of accepting a comment now. The engine decides; this is its rule, computed from the same state. */
export type Preview =
  | { readonly kind: 'wins'; readonly number: string; readonly last: boolean }
  | { readonly kind: 'waits'; readonly number: string; readonly rank: number }
  | { readonly kind: 'unknown'; readonly number: string }
  | { readonly kind: 'withdrawn'; readonly number: string }
  | { readonly kind: 'holds'; readonly number: string; readonly rank: number | null }
  | { readonly kind: 'passes'; readonly number: string }
  | { readonly kind: 'nothing-to-pass'; readonly number: string }
  | { readonly kind: 'needs-item' };

/** The units and the line of an item while a group of comments is decided in its order. */
interface Stock {
  left: number;
  /** The waiters, first in line first. */
  line: { time: string; arrival: string }[];
}

/** The results of accepting comments together, in claim-time order. */
export function previewsOf(state: ShowState, comments: readonly Comment[]): Preview[] {
  const stocks = new Map<string, Stock>();
  const served = new Set<string>();
  return [...comments].sort(byClaimTime).map((comment) => {
    const [intent] = comment.parsed.intents;
    return intent ? decide(state, { comment, intent, stocks, served }) : { kind: 'needs-item' };
  });
}

/** The result of accepting one comment as another intent than the grammar's. */
export function previewAs(state: ShowState, comment: Comment, intent: Pick<Intent, 'act' | 'item'>): Preview {
  return decide(state, { comment, intent, stocks: new Map(), served: new Set() });
}

function decide(
  state: ShowState,
  {
    comment,
    intent,
    stocks,
    served,
  }: {
    comment: Comment;
    intent: Pick<Intent, 'act' | 'item'>;
    stocks: Map<string, Stock>;
    served: Set<string>;
  },
): Preview {
  const item = itemOf(state, intent);
  if (!item && intent.item === ITEM_ON_SHOW) return { kind: 'needs-item' };
  const number = item?.itemNumber ?? intent.item;
  const held = heldBy(state, comment, item, number);
  if (intent.act === 'pass') return { kind: held ? 'passes' : 'nothing-to-pass', number };
  if (item && isWithdrawn(item)) return { kind: 'withdrawn', number };
  const person = `${comment.buyer.id} ${number}`;
  if (held || served.has(person)) {
    return { kind: 'holds', number, rank: held ? rankOf(state, held.id) : null };
  }
  served.add(person);
  if (!item) return { kind: 'unknown', number };
  const stock = stocks.get(item.id) ?? stockOf(state, item.id);
  stocks.set(item.id, stock);
  if (stock.left > 0 && intent.act === 'claim') {
    stock.left--;
    return { kind: 'wins', number, last: stock.left === 0 };
  }
  const place = placeIn(stock.line, comment);
  stock.line.splice(place, 0, { time: comment.commentedAt, arrival: comment.receivedAt });
  return { kind: 'waits', number, rank: place + 1 };
}

/** Place before the first waiter with a later claim time; arrival breaks ties. */
function placeIn(line: Stock['line'], { commentedAt, receivedAt }: Comment): number {
  const later = line.findIndex(
    ({ time, arrival }) =>
      Date.parse(time) > Date.parse(commentedAt) ||
      (time === commentedAt && Date.parse(arrival) > Date.parse(receivedAt)),
  );
  return later < 0 ? line.length : later;
}

function stockOf(state: ShowState, itemId: string): Stock {
  const item = state.items.get(itemId);
  const line = (state.waiting.get(itemId) ?? []).flatMap((id) => state.claims.get(id) ?? []);
  return {
    left: item ? item.totalQuantity - item.claimedCount : 0,
    line: line.map(({ claimedAt, receivedAt }) => ({ time: claimedAt, arrival: receivedAt })),
  };
}

/** The active claim of the comment's buyer on an item or, without an item, on a number. */
function heldBy(state: ShowState, { buyer }: Comment, item: Item | undefined, number: string): Claim | null {
  const ids = item
    ? [...winnersOf(state, item).map(({ id }) => id), ...(state.waiting.get(item.id) ?? [])]
    : (state.unmatched.get(number) ?? []);
  for (const id of ids) {
    const claim = state.claims.get(id);
    if (claim?.buyer.id === buyer.id) return claim;
  }
  return null;
}
