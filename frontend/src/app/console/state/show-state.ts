import type {
  Claim,
  Comment,
  CommentResolution,
  Item,
  Outcome,
  Show,
  ShowSnapshot,
  ShowStats,
} from '@sellary/contracts';
import { lineKey } from './stock-lines';
import type { ActRecord } from './act-record';
import { type FeedRow, rowOfExistingClaim } from './feed-row';
import { type IdLists, addTo, sortedItemIds } from './id-lists';

/** The console's copy of a show. Immutable: every event gives a new state that shares the unchanged parts. */
export interface ShowState {
  /** The show's `stats` and `lastSeq` may be out of date. The current values are below. */
  readonly show: Show;
  readonly lastSeq: number;
  readonly stats: Readonly<ShowStats>;
  readonly items: ReadonlyMap<string, Item>;
  /** Item ids in the operator's order. */
  readonly itemOrder: readonly string[];
  /** Every known claim, including claims that ended since this page was opened. */
  readonly claims: ReadonlyMap<string, Claim>;
  /**
   * Waiting claims by item or variant, in line order. A claim that only moves up gets no event, so its
   * position is its index in this list, starting at 1.
   */
  readonly waiting: IdLists;
  /** Claims for numbers that no item has, by canonical number. */
  readonly unmatched: IdLists;
  /** Units won by each buyer, used to count distinct buyers. */
  readonly unitsByBuyer: ReadonlyMap<string, number>;
  /** The newest comments, newest first: at most `MAX_COMMENTS`. The server can search all comments. */
  readonly comments: readonly Comment[];
  /** True if `comments` had no room for all counted comments. */
  readonly hasDroppedComments: boolean;
  /** Number of comments by outcome, across all comments counted so far. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly countedRange: CountedRange;
  /**
   * True if every comment in the show has been counted. Until then, the proof line covers only some of them.
   */
  readonly hasCountedAll: boolean;
  /** Comments that asked for something while the show was not live, newest first. */
  readonly requestsOutsideShow: readonly Comment[];
  /** Ids of flagged claims. */
  readonly flagged: ReadonlySet<string>;
  /** Operators' acts, newest first: at most `MAX_ACTS`. */
  readonly acts: readonly ActRecord[];
  /** Comments that an operator must decide, by id. */
  readonly review: ReadonlyMap<string, Comment>;
  /** Decisions on the latest reviews since this page was opened, by comment id: at most `MAX_RESOLVED`. */
  readonly resolved: ReadonlyMap<string, CommentResolution>;
  /** Events, newest first: at most `MAX_ROWS`. A row is never rewritten. */
  readonly feed: readonly FeedRow[];
}

/** The items in the operator's order. */
export const itemsInOrder = ({ itemOrder, items }: ShowState): Item[] =>
  itemOrder.flatMap((id) => items.get(id) ?? []);

export const MAX_COMMENTS = 3_000;
export const MAX_REQUESTS_OUTSIDE_SHOW = 500;
export const MAX_ROWS = 6_000;
export const MAX_RESOLVED = 2_000;

/** The counted comments: all that arrived after `since`, and those in `ties`, which arrived at `since`. */
interface CountedRange {
  readonly since: string | null;
  readonly ties: ReadonlySet<string>;
}

export function countedRangeOf(comments: readonly Comment[]): CountedRange {
  const since = comments.at(-1)?.receivedAt ?? null;
  return {
    since,
    ties: new Set(comments.filter(({ receivedAt }) => receivedAt === since).map(({ id }) => id)),
  };
}

/** True if the comment is on a page of older comments that is still loading. */
export function isUncounted(
  { countedRange: { since, ties }, hasCountedAll }: ShowState,
  { id, receivedAt }: Comment,
): boolean {
  if (hasCountedAll) return false;
  return since === null || receivedAt < since || (receivedAt === since && !ties.has(id));
}

/** True if an operator must decide the comment. */
export const isOpenReview = ({ outcome, resolution }: Comment): boolean =>
  outcome === 'review' && resolution === undefined;

/** Comments by id, in order of arrival. */
export const byArrival = (comments: readonly Comment[]): ReadonlyMap<string, Comment> =>
  new Map(
    comments
      .toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))
      .map((comment) => [comment.id, comment]),
  );

/** True if a comment asked for something while the show was not live. */
export function isRequestOutsideShow({ outcome, parsed }: Comment): boolean {
  return outcome === 'outside_show' && parsed.route !== 'ignore' && parsed.intents.length > 0;
}

/**
 * The outcome under which the proof line counts a comment. A comment that asks for nothing counts as chatter,
 * even if the show is not live.
 */
export const countedOutcome = (comment: Comment): Outcome =>
  comment.outcome === 'outside_show' && !isRequestOutsideShow(comment) ? 'ignored' : comment.outcome;

const NO_OUTCOMES: Readonly<Record<Outcome, number>> = {
  winner: 0,
  waitlist: 0,
  pending: 0,
  item_not_found: 0,
  item_withdrawn: 0,
  duplicate_user: 0,
  passed: 0,
  no_active_claim: 0,
  over_limit: 0,
  blocked: 0,
  refused: 0,
  review: 0,
  ignored: 0,
  outside_show: 0,
  host: 0,
};

export function fromSnapshot(snapshot: ShowSnapshot): ShowState {
  const outcomes = { ...NO_OUTCOMES };
  for (const comment of snapshot.comments) outcomes[countedOutcome(comment)]++;

  const unitsByBuyer = new Map<string, number>();
  const waiting = new Map<string, readonly string[]>();
  const unmatched = new Map<string, readonly string[]>();
  const waitingClaims: Claim[] = [];
  for (const claim of snapshot.claims) {
    if (claim.status === 'winner') {
      unitsByBuyer.set(claim.buyer.id, (unitsByBuyer.get(claim.buyer.id) ?? 0) + 1);
    }
    if (claim.status === 'unmatched') addTo(unmatched, claim.itemNumber, claim.id);
    if (claim.status === 'waitlist') waitingClaims.push(claim);
  }
  waitingClaims.sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0));
  for (const { itemId, variant, id } of waitingClaims) {
    if (itemId !== null) addTo(waiting, lineKey(itemId, variant), id);
  }

  const items = new Map(snapshot.items.map((item) => [item.id, item]));
  return {
    show: snapshot.show,
    lastSeq: snapshot.lastSeq,
    stats: { ...snapshot.show.stats },
    items,
    itemOrder: sortedItemIds(items),
    claims: new Map(snapshot.claims.map((claim) => [claim.id, claim])),
    waiting,
    unmatched,
    unitsByBuyer,
    comments: snapshot.comments,
    outcomes,
    hasDroppedComments: false,
    countedRange: countedRangeOf(snapshot.comments),
    hasCountedAll: snapshot.comments.length >= snapshot.show.stats.comments,
    requestsOutsideShow: snapshot.comments.filter(isRequestOutsideShow),
    flagged: new Set(snapshot.claims.filter(({ flagged }) => flagged).map(({ id }) => id)),
    acts: [],
    // A snapshot lists only the oldest reviews. Its comments, and pages of older comments, contain the rest.
    review: byArrival([...snapshot.review, ...snapshot.comments.filter(isOpenReview)]),
    resolved: new Map(),
    feed: snapshot.claims.map(rowOfExistingClaim).reverse(),
  };
}
