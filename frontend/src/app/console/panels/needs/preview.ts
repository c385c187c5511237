import type { Claim, Comment, Intent, Item } from '@sellary/contracts';
import { isActiveClaim } from '../../../api/active-claim';
import { rankOf, winnersOf } from '../../state/standing';
import { byClaimTime } from '../../state/needs-rows';
import type { ShowState } from '../../state/show-state';
import { isWithdrawn } from '../../../shows/claim-status-words';
import { lineKey, lineKeys, numberOf, stockOf, unitsLeft } from '../../state/stock-lines';
import { ITEM_ON_SHOW, itemOf } from './proposals';

/** Result of accepting a comment now. The engine decides; this is its rule, computed from the same state. */
export type Preview =
  | { readonly kind: 'wins'; readonly number: string; readonly last: boolean }
  | { readonly kind: 'waits'; readonly number: string; readonly rank: number }
  /** Of several units, some may be won and some waited for. */
  | { readonly kind: 'units'; readonly number: string; readonly won: number; readonly waiting: number }
  | { readonly kind: 'needs-variant'; readonly number: string }
  | { readonly kind: 'unknown'; readonly number: string }
  | { readonly kind: 'withdrawn'; readonly number: string }
  /** The buyer has as many units as the rules of the show allow one buyer. */
  | { readonly kind: 'over-limit'; readonly number: string; readonly limit: number }
  | { readonly kind: 'holds'; readonly number: string; readonly rank: number | null }
  | { readonly kind: 'passes'; readonly number: string }
  | { readonly kind: 'nothing-to-pass'; readonly number: string }
  | { readonly kind: 'needs-item' };

/** The units and the line of an item while a group of comments is decided in its order. */
interface Stock {
  left: number;
  /** The waiting claims, first in line first. */
  line: { time: string; arrival: string }[];
}

/** One thing that a comment asks for, with the units and the variant of the item. */
export type Wish = Pick<Intent, 'act' | 'item' | 'variant'> & Partial<Pick<Intent, 'qty'>>;

/** The results of accepting comments together, in claim-time order. */
export function previewsOf(state: ShowState, comments: readonly Comment[]): Preview[] {
  const stocks = new Map<string, Stock>();
  const served = new Set<string>();
  const units = unitsOfBuyers(state);
  return [...comments].sort(byClaimTime).map((comment) => {
    const [intent] = comment.parsed.intents;
    return intent ? decide(state, { comment, intent, stocks, served, units }) : { kind: 'needs-item' };
  });
}

/** The result of accepting one comment as another intent than the grammar's. */
export function previewAs(state: ShowState, comment: Comment, intent: Wish): Preview {
  return decide(state, {
    ...{ comment, intent, stocks: new Map(), served: new Set() },
    units: unitsOfBuyers(state),
  });
}

function decide(
  state: ShowState,
  {
    comment,
    intent,
    stocks,
    served,
    units: unitsOf,
  }: {
    comment: Comment;
    intent: Wish;
    stocks: Map<string, Stock>;
    served: Set<string>;
    /** Units that each buyer has or waits for, if the show has a limit for that. */
    units: Map<string, number>;
  },
): Preview {
  const item = itemOf(state, intent);
  if (!item && intent.item === ITEM_ON_SHOW) return { kind: 'needs-item' };
  const variant = item && variantOf(item, intent);
  const number = numberOf({
    itemNumber: item?.itemNumber ?? intent.item,
    ...(variant === undefined ? {} : { variant }),
  });
  const held = heldBy(state, comment, { item, variant, number });
  if (intent.act === 'pass') return { kind: held ? 'passes' : 'nothing-to-pass', number };
  if (item && isWithdrawn(item)) return { kind: 'withdrawn', number };
  if (item?.variants !== undefined && variant === undefined) return { kind: 'needs-variant', number };
  const person = `${comment.buyer.id} ${number}`;
  if (held || served.has(person)) {
    return { kind: 'holds', number, rank: held ? rankOf(state, held.id) : null };
  }
  served.add(person);
  const limit = state.show.rules.maxUnitsPerShow;
  const had = unitsOf.get(comment.buyer.id) ?? 0;
  if (limit > 0 && had >= limit) return { kind: 'over-limit', number, limit };
  const units = Math.min(unitsWithin(state, intent), limit > 0 ? limit - had : Infinity);
  unitsOf.set(comment.buyer.id, had + units);
  if (!item) return { kind: 'unknown', number };
  const key = lineKey(item.id, variant);
  const stock = stocks.get(key) ?? stockIn(state, item, variant);
  stocks.set(key, stock);
  if (units > 1) {
    const won = intent.act === 'claim' ? Math.min(stock.left, units) : 0;
    stock.left -= won;
    for (let unit = won; unit < units; unit++) enterLine(stock.line, comment);
    return { kind: 'units', number, won, waiting: units - won };
  }
  if (stock.left > 0 && intent.act === 'claim') {
    stock.left--;
    return { kind: 'wins', number, last: stock.left === 0 };
  }
  return { kind: 'waits', number, rank: enterLine(stock.line, comment) + 1 };
}

/** Name of the item's variant that the intent names; undefined if it names none, or the item has none. */
function variantOf({ variants }: Item, { variant }: Wish): string | undefined {
  const asked = variant?.toLowerCase();
  return variants?.find(({ name }) => name.toLowerCase() === asked)?.name;
}

/** Active claims of each buyer. Empty if the show has no limit per buyer. */
function unitsOfBuyers({ show, claims }: ShowState): Map<string, number> {
  const units = new Map<string, number>();
  if (show.rules.maxUnitsPerShow === 0) return units;
  for (const claim of claims.values()) {
    if (isActiveClaim(claim)) units.set(claim.buyer.id, (units.get(claim.buyer.id) ?? 0) + 1);
  }
  return units;
}

/** Units that the rules of the show let one buyer claim of an item. */
function unitsWithin({ show }: ShowState, { qty = 1 }: Wish): number {
  const most = show.rules.maxUnitsPerItem;
  return most > 0 ? Math.min(qty, most) : qty;
}

function enterLine(line: Stock['line'], comment: Comment): number {
  const place = placeIn(line, comment);
  line.splice(place, 0, { time: comment.commentedAt, arrival: comment.receivedAt });
  return place;
}

/** Place before the first waiting claim with a later claim time; arrival breaks ties. */
function placeIn(line: Stock['line'], { commentedAt, receivedAt }: Comment): number {
  const later = line.findIndex(
    ({ time, arrival }) =>
      Date.parse(time) > Date.parse(commentedAt) ||
      (time === commentedAt && Date.parse(arrival) > Date.parse(receivedAt)),
  );
  return later < 0 ? line.length : later;
}

function stockIn(state: ShowState, item: Item, variant: string | undefined): Stock {
  const line = (state.waiting.get(lineKey(item.id, variant)) ?? []).flatMap(
    (id) => state.claims.get(id) ?? [],
  );
  return {
    left: unitsLeft(stockOf(item, variant)),
    line: line.map(({ claimedAt, receivedAt }) => ({ time: claimedAt, arrival: receivedAt })),
  };
}

/** The active claim of the comment's buyer on an item or, without an item, on a number. */
function heldBy(
  state: ShowState,
  { buyer }: Comment,
  { item, variant, number }: { item: Item | undefined; variant: string | undefined; number: string },
): Claim | null {
  const ids = item
    ? [
        ...winnersOf(state, item).map(({ id }) => id),
        ...lineKeys(item).flatMap((key) => state.waiting.get(key) ?? []),
      ]
    : (state.unmatched.get(number) ?? []);
  for (const id of ids) {
    const claim = state.claims.get(id);
    if (claim?.buyer.id === buyer.id && (variant === undefined || claim.variant === variant)) return claim;
  }
  return null;
}
