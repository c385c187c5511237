import type { Claim, Comment, Item, Outcome, Show, ShowSnapshot, ShowStats } from '@sellary/contracts';
import type { ActRecord } from './act-record';
import { type FeedRow, rowOfStandingClaim } from './feed-row';
import { type IdLists, addTo, inOrder } from './id-lists';

/** What the console knows of a show. Never changed in place: every event gives a new state that shares what did not change. */
export interface ShowState {
  /** Its `stats` and `lastSeq` are those of when it was sent; the living ones are below. */
  readonly show: Show;
  readonly lastSeq: number;
  readonly stats: Readonly<ShowStats>;
  readonly items: ReadonlyMap<string, Item>;
  /** Item ids in the order the operator gave them. */
  readonly itemOrder: readonly string[];
  /** Every claim heard of, also those that ended since this page was opened. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Waiting claims by item, first in line first. Who only moves up gets no event: rank is the place in this list. */
  readonly waiting: IdLists;
  /** Claims for numbers that no item has, by canonical number. */
  readonly unmatched: IdLists;
  /** Units held by buyer, for the count of distinct buyers. */
  readonly unitsByBuyer: ReadonlyMap<string, number>;
  /** The newest, newest first: at most `MAX_COMMENTS`. The server keeps all of them and searches them. */
  readonly comments: readonly Comment[];
  /** Older comments are no longer above, because newer ones took their place. */
  readonly commentsCut: boolean;
  /** Of all comments counted so far, kept here or not, how many had each outcome. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How far back comments have been counted. */
  readonly countedBack: CountedBack;
  /** Every comment of the show has been counted; until then the proof covers a part. */
  readonly commentsComplete: boolean;
  /** Comments that asked for something while the show was paused, newest first. */
  readonly notCounted: readonly Comment[];
  /** When the pause that is going on began. */
  readonly pausedAt: string | null;
  /** Claims that somebody flagged for later. */
  readonly flagged: ReadonlySet<string>;
  /** What operators did, newest first; the latest only. */
  readonly acts: readonly ActRecord[];
  /** Comments that wait for a person to decide, by id. */
  readonly review: ReadonlyMap<string, Comment>;
  /** What happened, newest first; never rewritten. */
  readonly feed: readonly FeedRow[];
}

export const MAX_COMMENTS = 3_000;
export const MAX_ROWS = 6_000;

/** All comments that arrived after `until` are counted; of those that arrived exactly then, the ones named. */
export interface CountedBack {
  readonly until: string | null;
  readonly ties: ReadonlySet<string>;
}

export function countedBack(comments: readonly Comment[]): CountedBack {
  const until = comments.at(-1)?.receivedAt ?? null;
  return { until, ties: new Set(comments.filter(({ receivedAt }) => receivedAt === until).map(({ id }) => id)) };
}

/** A comment that would have been a claim, had the show been live. */
export function wantedSomething({ outcome, parsed }: Comment): boolean {
  return outcome === 'outside_show' && parsed.route !== 'ignore' && parsed.intents.length > 0;
}

export const NO_OUTCOMES: Readonly<Record<Outcome, number>> = {
  winner: 0,
  waitlist: 0,
  pending: 0,
  item_not_found: 0,
  duplicate_user: 0,
  passed: 0,
  no_active_claim: 0,
  review: 0,
  ignored: 0,
  outside_show: 0,
  host: 0,
};

export function fromSnapshot(snapshot: ShowSnapshot): ShowState {
  const outcomes = { ...NO_OUTCOMES };
  for (const { outcome } of snapshot.comments) outcomes[outcome]++;

  const unitsByBuyer = new Map<string, number>();
  const waiting = new Map<string, readonly string[]>();
  const unmatched = new Map<string, readonly string[]>();
  const waiters: Claim[] = [];
  for (const claim of snapshot.claims) {
    if (claim.status === 'winner') unitsByBuyer.set(claim.buyer.id, (unitsByBuyer.get(claim.buyer.id) ?? 0) + 1);
    if (claim.status === 'unmatched') addTo(unmatched, claim.itemNumber, claim.id);
    if (claim.status === 'waitlist') waiters.push(claim);
  }
  waiters.sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0));
  for (const { itemId, id } of waiters) if (itemId !== null) addTo(waiting, itemId, id);

  const items = new Map(snapshot.items.map((item) => [item.id, item]));
  return {
    show: snapshot.show,
    lastSeq: snapshot.lastSeq,
    stats: { ...snapshot.show.stats },
    items,
    itemOrder: inOrder(items),
    claims: new Map(snapshot.claims.map((claim) => [claim.id, claim])),
    waiting,
    unmatched,
    unitsByBuyer,
    comments: snapshot.comments,
    outcomes,
    commentsCut: false,
    countedBack: countedBack(snapshot.comments),
    commentsComplete: snapshot.comments.length >= snapshot.show.stats.comments,
    notCounted: snapshot.comments.filter(wantedSomething),
    pausedAt: snapshot.show.status === 'paused' ? snapshot.show.updatedAt : null,
    flagged: new Set(snapshot.claims.filter(({ flagged }) => flagged).map(({ id }) => id)),
    acts: [],
    review: new Map(snapshot.review.map((comment) => [comment.id, comment])),
    feed: snapshot.claims.map(rowOfStandingClaim).reverse(),
  };
}
