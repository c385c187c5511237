import {
  type Claim,
  CLAIM_COUNTERS,
  type Comment,
  type CommentResolution,
  type Item,
  type Outcome,
  type Show,
  type ShowStats,
} from '@sellary/contracts';
import type { ActRecord } from './act-record';
import { MAX_ACTS } from './acts';
import type { FeedRow } from './feed-row';
import { addTo, removeFrom, sortedItemIds } from './id-lists';
import {
  MAX_COMMENTS,
  MAX_REQUESTS_OUTSIDE_SHOW,
  MAX_RESOLVED,
  MAX_ROWS,
  type ShowState,
  countedOutcome,
  isOpenReview,
  isRequestOutsideShow,
  isUncounted,
} from './show-state';
import { lineKey } from './stock-lines';

/**
 * Builds the next state. Each collection is copied on its first write, once per batch of events, so that 200
 * events cost a few copies instead of 200.
 */
export class StateBuilder {
  lastSeq: number;
  private readonly stats: ShowStats;
  private show: Show;
  private itemsCopy: Map<string, Item> | null = null;
  private orderChanged = false;
  private claimsCopy: Map<string, Claim> | null = null;
  private waitingCopy: Map<string, readonly string[]> | null = null;
  private unmatchedCopy: Map<string, readonly string[]> | null = null;
  private buyersCopy: Map<string, number> | null = null;
  private reviewCopy: Map<string, Comment> | null = null;
  private resolvedCopy: Map<string, CommentResolution> | null = null;
  private outcomesCopy: Record<Outcome, number> | null = null;
  private commentsCopy: Comment[] | null = null;
  private outsideShowCopy: Comment[] | null = null;
  private readonly newComments: Comment[] = [];
  private readonly newRows: FeedRow[] = [];
  private readonly newActs: ActRecord[] = [];
  private flaggedCopy: Set<string> | null = null;

  constructor(private readonly base: ShowState) {
    this.lastSeq = base.lastSeq;
    this.stats = { ...base.stats };
    this.show = base.show;
  }

  addAct(act: ActRecord): void {
    this.newActs.push(act);
  }

  claim(id: string): Claim | undefined {
    return (this.claimsCopy ?? this.base.claims).get(id);
  }

  updateShow(change: Partial<Show>): void {
    this.show = { ...this.show, ...change };
  }

  updateStatus(status: Show['status'], at: string): void {
    const { pausedAt: _previousPause, ...show } = this.show;
    const { startedAt } = show;
    this.show = {
      ...show,
      status,
      // If the server's clock was ahead at the first start, the show starts when it resumes.
      ...(status === 'active' && (startedAt === null || startedAt > at) && { startedAt: at }),
      ...(status === 'paused' && { pausedAt: at }),
      ...(status === 'ended' && { endedAt: at }),
    };
  }

  /** Unlike `updateShow`, removes the optional fields that the new show lacks. */
  replaceShow(show: Show): void {
    this.show = show;
  }

  putItem(item: Item): void {
    this.itemsCopy ??= new Map(this.base.items);
    const before = this.itemsCopy.get(item.id);
    this.itemsCopy.set(item.id, item);
    this.countItem(before, -1);
    this.countItem(item, 1);
    if (before?.position !== item.position || before.itemNumber !== item.itemNumber) this.orderChanged = true;
  }

  removeItem(id: string): void {
    this.itemsCopy ??= new Map(this.base.items);
    this.countItem(this.itemsCopy.get(id), -1);
    this.itemsCopy.delete(id);
    this.orderChanged = true;
  }

  private countItem(item: Item | undefined, by: 1 | -1): void {
    if (!item) return;
    this.stats.items += by;
    this.stats.itemsClaimed += item.claimedCount > 0 ? by : 0;
    this.stats.unitsTotal += by * item.totalQuantity;
    this.stats.unitsClaimed += by * item.claimedCount;
  }

  /** Counts a new claim, regardless of its status. */
  countNewClaim(): void {
    this.stats.claims++;
  }

  putClaim(claim: Claim): void {
    const before = this.claim(claim.id);
    this.claimsCopy ??= new Map(this.base.claims);
    this.claimsCopy.set(claim.id, claim);
    this.countClaim(before, -1);
    this.countClaim(claim, 1);
    this.placeInLine(before, claim);
    this.placeUnmatched(before, claim);
    if (claim.flagged !== (before?.flagged ?? false)) {
      this.flaggedCopy ??= new Set(this.base.flagged);
      if (claim.flagged) this.flaggedCopy.add(claim.id);
      else this.flaggedCopy.delete(claim.id);
    }
  }

  private countClaim(claim: Claim | undefined, by: 1 | -1): void {
    const counter = claim === undefined ? null : CLAIM_COUNTERS[claim.status];
    if (claim === undefined || counter === null) return;
    this.stats[counter] += by;
    if (claim.status !== 'winner') return;
    if (claim.price !== undefined) this.stats.amountWon = (this.stats.amountWon ?? 0) + by * claim.price;
    this.buyersCopy ??= new Map(this.base.unitsByBuyer);
    const units = (this.buyersCopy.get(claim.buyer.id) ?? 0) + by;
    if (units > 0) this.buyersCopy.set(claim.buyer.id, units);
    else this.buyersCopy.delete(claim.buyer.id);
  }

  private placeInLine(before: Claim | undefined, claim: Claim): void {
    const from = lineOf(before);
    const to = lineOf(claim);
    if (from === null && to === null) return;
    this.waitingCopy ??= new Map(this.base.waiting);
    if (from !== null && from !== to) removeFrom(this.waitingCopy, from, claim.id);
    if (to !== null) {
      addTo(
        this.waitingCopy,
        to,
        claim.id,
        claim.waitlistPosition === null ? undefined : claim.waitlistPosition - 1,
      );
    }
  }

  private placeUnmatched(before: Claim | undefined, claim: Claim): void {
    const wasUnmatched = before?.status === 'unmatched';
    const isUnmatched = claim.status === 'unmatched';
    if (wasUnmatched === isUnmatched) return;
    this.unmatchedCopy ??= new Map(this.base.unmatched);
    if (wasUnmatched) removeFrom(this.unmatchedCopy, before.itemNumber, claim.id);
    else addTo(this.unmatchedCopy, claim.itemNumber, claim.id);
  }

  addComment(comment: Comment): void {
    this.newComments.push(comment);
    this.stats.comments++;
    this.countOutcome(countedOutcome(comment), 1);
    this.updateReview(comment);
    if (comment.outcome === 'pending') this.stats.pending += passesIn(comment);
    if (isRequestOutsideShow(comment)) {
      (this.outsideShowCopy ??= [...this.base.requestsOutsideShow]).unshift(comment);
    }
  }

  /**
   * Opens, updates, or closes a comment's review. Counts only a change, because an act may return a comment
   * that is already in review, and an undo may leave it there.
   */
  updateReview(comment: Comment): void {
    const isOpen = isOpenReview(comment);
    const wasOpen = (this.reviewCopy ?? this.base.review).has(comment.id);
    if (!isOpen && !wasOpen && comment.resolution === undefined) return;
    this.stats.review += Number(isOpen) - Number(wasOpen);
    this.reviewCopy ??= new Map(this.base.review);
    this.resolvedCopy ??= new Map(this.base.resolved);
    if (isOpen) {
      this.reviewCopy.set(comment.id, comment);
      this.resolvedCopy.delete(comment.id);
    } else {
      this.reviewCopy.delete(comment.id);
      if (comment.resolution !== undefined) this.resolvedCopy.set(comment.id, comment.resolution);
    }
  }

  /**
   * Applies the decision on a comment whose fairness window is over. The comment's claims are counted by
   * their own rows.
   */
  decidePending(comment: Comment): void {
    this.replaceComment(comment, 'pending');
    this.stats.pending -= passesIn(comment);
  }

  /**
   * Replaces a comment whose outcome, text, or author changed.
   * @param oldOutcome used if the comment is not found
   */
  replaceComment(comment: Comment, oldOutcome?: Outcome): void {
    const newIndex = this.newComments.findIndex(({ id }) => id === comment.id);
    const list = newIndex >= 0 ? this.newComments : (this.commentsCopy ??= [...this.base.comments]);
    const index = newIndex >= 0 ? newIndex : list.findIndex(({ id }) => id === comment.id);
    const outsideShow = this.outsideShowCopy ?? this.base.requestsOutsideShow;
    const outsideIndex = outsideShow.findIndex(({ id }) => id === comment.id);
    if (outsideIndex >= 0) {
      this.outsideShowCopy = outsideShow.with(outsideIndex, comment).filter(isRequestOutsideShow);
    }
    // The page of older comments will count it, and may have been read before the decision.
    if (index < 0 && isUncounted(this.base, comment)) {
      if (comment.resolution !== undefined) {
        (this.resolvedCopy ??= new Map(this.base.resolved)).set(comment.id, comment.resolution);
      }
      return;
    }
    // A comment that is no longer listed may still be in review, or resolved, or among the requests outside the
    // show.
    const before =
      list[index] ?? (this.reviewCopy ?? this.base.review).get(comment.id) ?? outsideShow[outsideIndex];
    const decision = (this.resolvedCopy ?? this.base.resolved).get(comment.id);
    // A dismissed comment keeps its outcome.
    const outcome = before ? countedOutcome(before) : decision ? (decision.outcome ?? 'review') : oldOutcome;
    if (outcome === undefined) return;
    this.countOutcome(outcome, -1);
    this.countOutcome(countedOutcome(comment), 1);
    if (index >= 0) list[index] = comment;
  }

  private countOutcome(outcome: Outcome, by: 1 | -1): void {
    this.outcomesCopy ??= { ...this.base.outcomes };
    // A newer server may send outcomes that this page does not know. Comments with such an outcome are
    // reported as unaccounted for.
    if (outcome in this.outcomesCopy) this.outcomesCopy[outcome] += by;
  }

  addRow(row: FeedRow): void {
    this.newRows.push(row);
  }

  finish(): ShowState {
    const { base } = this;
    const items = this.itemsCopy ?? base.items;
    const older = this.commentsCopy ?? base.comments;
    const comments = this.newComments.length > 0 ? [...this.newComments.reverse(), ...older] : older;
    const feed = this.newRows.length > 0 ? [...this.newRows.reverse(), ...base.feed] : base.feed;
    const stats = { ...this.stats, uniqueBuyers: (this.buyersCopy ?? base.unitsByBuyer).size };
    return {
      show: this.show,
      lastSeq: this.lastSeq,
      stats,
      items,
      itemOrder: this.orderChanged ? sortedItemIds(items) : base.itemOrder,
      claims: this.claimsCopy ?? base.claims,
      waiting: this.waitingCopy ?? base.waiting,
      unmatched: this.unmatchedCopy ?? base.unmatched,
      unitsByBuyer: this.buyersCopy ?? base.unitsByBuyer,
      comments: comments.length > MAX_COMMENTS ? comments.slice(0, MAX_COMMENTS) : comments,
      hasDroppedComments: base.hasDroppedComments || comments.length > MAX_COMMENTS,
      outcomes: this.outcomesCopy ?? base.outcomes,
      countedRange: base.countedRange,
      hasCountedAll: base.hasCountedAll,
      requestsOutsideShow:
        this.outsideShowCopy?.slice(0, MAX_REQUESTS_OUTSIDE_SHOW) ?? base.requestsOutsideShow,
      flagged: this.flaggedCopy ?? base.flagged,
      acts:
        this.newActs.length > 0 ? [...this.newActs.reverse(), ...base.acts].slice(0, MAX_ACTS) : base.acts,
      review: this.reviewCopy ?? base.review,
      resolved: this.resolvedCopy === null ? base.resolved : keepNewest(this.resolvedCopy, MAX_RESOLVED),
      feed: feed.length > MAX_ROWS ? feed.slice(0, MAX_ROWS) : feed,
    };
  }
}

/** Key of the claim's waitlist, or null if the claim is not waiting. */
const lineOf = (claim: Claim | undefined): string | null =>
  claim?.status === 'waitlist' && claim.itemId !== null ? lineKey(claim.itemId, claim.variant) : null;

/** Number of passes among a pending comment's intents, before or after the decision. */
const passesIn = ({ outcomes = [], parsed }: Comment): number =>
  outcomes.filter((_, index) => parsed.intents[index]?.act === 'pass').length;

function keepNewest<V>(all: Map<string, V>, max: number): Map<string, V> {
  for (const key of all.keys()) {
    if (all.size <= max) break;
    all.delete(key);
  }
  return all;
}
