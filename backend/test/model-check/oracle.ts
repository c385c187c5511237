import type { Outcome, ShowRules } from '@sellary/contracts';
import { byFairTime, isActive } from './oracle-lines';
import type { OracleClaim, OracleComment, OracleIntent, OracleReview, Refusal, Result } from './oracle-types';
import { OracleWindow } from './oracle-window';

const LATE_MS = 10 * 60_000;

/**
 * A second implementation of the allocation rules, written only from their description, with plain arrays and
 * loops, independently of the product's code. It receives all events one at a time, in the order in which
 * they happened.
 */
export class Oracle extends OracleWindow {
  spans: [start: number, end: number | null][] = [];
  status: 'draft' | 'active' | 'paused' | 'ended' = 'draft';
  private readonly deleted = new Set<string>();

  setRules(rules: ShowRules): void {
    this.claimWords = rules.claimWords;
    this.windowMs = rules.fairnessWindowSeconds * 1_000;
    this.rules = {
      intents: rules.maxClaimsPerComment,
      addsUnits: rules.repeatClaims === 'add',
      unitsPerItem: rules.maxUnitsPerItem,
      unitsPerShow: rules.maxUnitsPerShow,
      deleted: rules.deletedComments,
    };
  }

  knows(commentId: string): boolean {
    return this.outcomes.some((known) => known.commentId === commentId);
  }

  setStatus(to: 'active' | 'paused' | 'ended', at: number): void {
    const open = this.spans.find((span) => span[1] === null);
    if (open !== undefined) open[1] = at;
    if (to === 'active') this.spans.push([at, null]);
    this.status = to;
  }

  comment(comment: OracleComment): Outcome {
    this.results = [];
    const outcome = this.decideComment(comment);
    const { commentId, buyer, claimTime, arrival, source, meaning } = comment;
    const proposal = typeof meaning === 'string' ? [] : [meaning].flat();
    const decidedAs = proposal.slice(0, this.rules.intents);
    const review = {
      commentId,
      id: '',
      buyer,
      claimTime,
      arrival,
      source,
      proposal,
      decidedAs,
      resolved: null,
    };
    this.comments.set(commentId, review);
    this.outcomes.push({ commentId, outcome, first: outcome });
    if (outcome === 'review') this.reviews.push(review);
    return outcome;
  }

  /** Accepts comments as an operator does. They are decided in order of fair time. */
  accept(
    accepted: { review: OracleReview; acceptedIntents: OracleIntent[]; isRefused: boolean }[],
    seq: number,
  ): void {
    const inOrder = [...accepted].sort(
      (a, b) => this.fairTime(a.review) - this.fairTime(b.review) || a.review.arrival - b.review.arrival,
    );
    const keys = accepted.flatMap(({ acceptedIntents }) =>
      acceptedIntents.flatMap(({ key }) => [key, ...this.variantsOf(key)]),
    );
    this.recordAct(seq, keys, () => {
      for (const { review, acceptedIntents, isRefused } of inOrder) {
        const known = this.outcomes.find((outcome) => outcome.commentId === review.commentId);
        review.decidedAs = acceptedIntents;
        if (known !== undefined) {
          known.outcome = isRefused ? 'refused' : this.decideAccepted(review, acceptedIntents);
        }
      }
    });
    this.resolve(
      accepted.map(({ review }) => review),
      'accepted',
      seq,
    );
  }

  dismiss(reviews: OracleReview[], seq: number): void {
    this.recordAct(seq, [], () => undefined);
    this.resolve(reviews, 'dismissed', seq);
  }

  private resolve(reviews: OracleReview[], as: 'accepted' | 'dismissed', seq: number): void {
    for (const review of reviews) review.resolved = { seq, as };
    const effects = this.acts.find((act) => act.seq === seq)?.effects;
    if (effects !== undefined) effects.reviews = reviews;
  }

  private decideAccepted(review: OracleReview, intents: OracleIntent[]): Outcome {
    const countBefore = this.claims.length;
    const outcomes = intents.map((intent) =>
      intent.act === 'pass'
        ? this.pass(intent, review.buyer).outcome
        : this.claimUnits(intent, review, countBefore, true).outcome,
    );
    return outcomes.find((outcome) => outcome !== 'duplicate_user') ?? 'duplicate_user';
  }

  /**
   * Sets the author of a comment that had none.
   * @returns the comment's new outcome, or null if the comment is unknown
   */
  identify(commentId: string, from: string, to: string): Outcome | null {
    const known = this.outcomes.find((outcome) => outcome.commentId === commentId);
    if (known === undefined) return null;
    const doubled = this.claims.filter(
      (claim) => claim.buyer === from && isActive(claim) && this.claimsOf(claim.key, to).length > 0,
    );
    for (const comment of this.pending) if (comment.commentId === commentId) comment.buyer = to;
    for (const claim of this.claims) {
      if (claim.buyer !== from || doubled.includes(claim)) continue;
      claim.buyer = to;
      this.touched.push({ claim, before: claim.status });
    }
    if (doubled.length > 0) known.outcome = 'review';
    return known.outcome;
  }

  /** True if the comment is refused when accepted together with others. */
  isRefusedInGroup(commentId: string): boolean {
    return this.rules.deleted !== 'keep' && this.deleted.has(commentId);
  }

  /** @returns the claims that the show's rule releases or flags because their comment was deleted */
  deleteComment(commentId: string): { released: string[]; flagged: string[] } {
    this.deleted.add(commentId);
    const ids = this.claims
      .filter((claim) => claim.commentId === commentId && isActive(claim))
      .map(({ id }) => id);
    const { deleted } = this.rules;
    if (deleted === 'keep') return { released: [], flagged: [] };
    const releases = deleted === 'release' && this.status !== 'ended';
    return { released: releases ? ids : [], flagged: releases ? [] : ids };
  }

  isInShow(claimTime: number, secondsOnly: boolean): boolean {
    return this.spans.some(([start, end]) => {
      const last = secondsOnly ? claimTime + 999 : claimTime;
      return last >= start && (end === null || claimTime < end);
    });
  }

  /** Without `seq`, the items exist from the start. */
  addItems(added: readonly { id: string; key: string; total: number }[], seq?: number): void {
    const items = added.map((item) => ({ ...item, withdrawn: false }));
    const act = (): void => {
      this.items.push(...items);
      for (const { key } of items) this.matchUnmatched(key);
      const isUnclear = (claim: OracleClaim): boolean =>
        claim.status === 'unmatched' && this.variantsOf(claim.key).length > 0;
      this.returnToReview(this.claims.filter(isUnclear));
    };
    if (seq === undefined) act();
    else this.recordAct(seq, [], act, { added: items });
  }

  renumber(id: string, key: string): void {
    const item = this.itemById(id);
    if (item === undefined) throw new Error('no such item');
    item.key = key;
    this.matchUnmatched(key);
  }

  removeItem(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  release(id: string, seq: number): void {
    const claim = this.claim(id);
    if (claim === undefined || !isActive(claim)) throw new Error('only an active claim can be released');
    this.recordAct(seq, [claim.key], () => this.endClaim(claim, 'released'));
  }

  /** @returns the winning claim, or the reason why there is none */
  award(key: string, buyer: string, at: number, seq: number): OracleClaim | Refusal {
    // Pending claims have no place in line and come last.
    const place = (claim: OracleClaim): number =>
      this.queue.includes(claim) ? this.queue.indexOf(claim) : this.queue.length + claim.unit;
    const all = this.claimsOf(key, buyer).sort((a, b) => place(a) - place(b));
    const won = all.find((claim) => claim.status === 'winner');
    if (won !== undefined) return won;
    if (this.item(key)?.withdrawn === true) return 'ITEM_WITHDRAWN';
    if (this.freeUnits(key) <= 0) return 'ITEM_SOLD_OUT';
    let [winner] = all;
    this.recordAct(seq, [key], () => {
      if (winner === undefined) {
        winner = this.createClaim(key, buyer, 1, 'winner', { queueOnly: false, fairTime: at, arrival: at });
      } else this.changeStatus(winner, 'winner');
    });
    return winner ?? 'ITEM_SOLD_OUT';
  }

  /** Changes quantities. Added units go to the line. */
  setQuantities(changes: { id: string; total: number }[], seq: number): Refusal | null {
    const wanted = changes.map(({ id, total }) => {
      const item = this.itemById(id);
      if (item === undefined) throw new Error('no such item');
      return { item, before: item.total, after: total };
    });
    if (wanted.some(({ item, after }) => after < this.winners(item.key).length)) {
      return 'QUANTITY_BELOW_CLAIMED';
    }
    const act = (): void => {
      for (const { item, before, after } of wanted) {
        item.total = after;
        for (let unit = before; unit < after; unit++) this.promoteFirst(item.key);
      }
    };
    const keys = wanted.map(({ item }) => item.key);
    this.recordAct(seq, keys, act, { quantities: wanted });
    return null;
  }

  private decideComment(comment: OracleComment): Outcome {
    if (comment.byHost) return 'host';
    if (!this.isInShow(comment.claimTime, comment.secondsOnly)) return 'outside_show';
    if (comment.meaning === 'chatter') return 'ignored';
    const end = this.spans[this.spans.length - 1]?.[1] ?? null;
    if (this.status === 'ended' && end !== null && comment.arrival > end + LATE_MS) return 'review';
    const intents = [comment.meaning].flat().slice(0, this.rules.intents);
    if (intents.some(({ word }) => word !== undefined && !this.claimWords.includes(word))) return 'review';
    if ([comment.meaning].flat().some((intent) => this.namesNoVariant(intent))) return 'review';
    const countBefore = this.claims.length;
    if (this.windowMs > 0 || this.hasPending()) return this.makePending(comment, intents, countBefore);
    this.results = intents.map((intent) =>
      intent.act === 'pass'
        ? this.pass(intent, comment.buyer)
        : this.claimUnits(intent, comment, countBefore, false),
    );
    return this.results[0]?.outcome ?? 'ignored';
  }

  /** `countBefore` is the number of the show's claims before the comment. */
  private claimUnits(
    { act, key, units = 1 }: OracleIntent,
    comment: Pick<OracleReview, 'commentId' | 'buyer' | 'claimTime' | 'arrival' | 'source'>,
    countBefore: number,
    isAccepted: boolean,
  ): Result {
    const { commentId, buyer, arrival } = comment;
    const result: Result = { item: key, quantity: units, won: 0, waiting: 0, outcome: 'duplicate_user' };
    if (this.isWithdrawn(key)) return { ...result, outcome: 'item_withdrawn' };
    const served = this.claimOutright({ act, key, units }, buyer);
    result.won = served.length;
    if (result.won > 0) result.outcome = 'winner';
    const earlier = this.claimsOf(key, buyer).filter(
      (claim) => claim.createdOrder < countBefore && !served.includes(claim),
    );
    if (earlier.length > 0 && !this.rules.addsUnits) return result;
    for (let unit = result.won; unit < units; unit++) {
      if (this.isOverLimit(buyer, key, isActive)) {
        if (unit === 0) result.outcome = 'over_limit';
        return result;
      }
      const number = this.nextUnit(key, buyer, countBefore);
      const times = { queueOnly: act === 'waitlist', fairTime: this.fairTime(comment), arrival };
      const place = isAccepted ? this.placeOf(key, times) : undefined;
      const status = this.statusFor(key, times.queueOnly);
      this.createClaim(key, buyer, number, status, times, place).commentId = commentId;
      if (status === 'winner') result.won += 1;
      if (status === 'waitlist') result.waiting += 1;
      if (unit === 0) result.outcome = status === 'unmatched' ? 'item_not_found' : status;
    }
    return result;
  }

  /** Returns an accepted comment's place in line, before the first waiting claim with a later time. */
  private placeOf(
    key: string,
    { fairTime, arrival }: Pick<OracleClaim, 'fairTime' | 'arrival'>,
  ): { ahead: number; next: OracleClaim | undefined } {
    const line = this.line(key);
    const next = line.find(
      (waiting) =>
        waiting.fairTime > fairTime || (waiting.fairTime === fairTime && waiting.arrival > arrival),
    );
    return { ahead: next === undefined ? line.length : line.indexOf(next), next };
  }

  private matchUnmatched(key: string): void {
    const unmatched = this.claims.filter((claim) => claim.key === key && claim.status === 'unmatched');
    for (const claim of unmatched.sort(byFairTime)) {
      this.changeStatus(claim, this.statusFor(key, claim.queueOnly));
    }
  }
}
