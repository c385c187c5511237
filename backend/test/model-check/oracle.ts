import type { Outcome } from '@sellary/contracts';
import { isActive } from './oracle-lines';
import { OracleWindow } from './oracle-window';
import type {
  Memory,
  OracleClaim,
  OracleComment,
  OracleReview,
  Part,
  Refused,
  Result,
  Understood,
} from './oracle-types';

const LATE_MS = 10 * 60_000;

/**
 * The rules of allocation once more, written from their text alone: arrays and loops, independent of the
 * product's code. It receives all events in the order in which they happened, one at a time.
 */

export class Oracle extends OracleWindow {
  spans: [start: number, end: number | null][] = [];
  status: 'draft' | 'active' | 'paused' | 'ended' = 'draft';
  private acts: { seq: number; memory: Memory }[] = [];

  knows(commentId: string): boolean {
    return this.outcomes.some((known) => known.commentId === commentId);
  }

  press(to: 'active' | 'paused' | 'ended', at: number): void {
    const open = this.spans.find((span) => span[1] === null);
    if (open !== undefined) open[1] = at;
    if (to === 'active') this.spans.push([at, null]);
    this.status = to;
  }

  comment(comment: OracleComment): Outcome {
    this.results = [];
    const outcome = this.decideComment(comment);
    const { commentId, buyer, claimTime, arrival, source, says } = comment;
    this.outcomes.push({ commentId, outcome, first: outcome });
    const waiting = this.pending.at(-1);
    if (outcome === 'pending' && waiting !== undefined) waiting.commentId = commentId;
    if (outcome === 'review') {
      const proposal = typeof says === 'string' ? [] : [says].flat();
      this.reviews.push({ commentId, id: '', buyer, claimTime, arrival, source, proposal, resolved: null });
    }
    return outcome;
  }

  /** An operator accepts comments; each is decided at its own claim time. */
  accept(accepted: { review: OracleReview; as: Understood[] }[], seq: number): void {
    const inOrder = [...accepted].sort(
      (a, b) => this.fairTime(a.review) - this.fairTime(b.review) || a.review.arrival - b.review.arrival,
    );
    const keys = accepted.flatMap(({ as }) => as.map(({ key }) => key));
    this.remembering(seq, keys, null, () => {
      for (const { review, as } of inOrder) {
        const known = this.outcomes.find((one) => one.commentId === review.commentId);
        if (known !== undefined) known.outcome = this.decideAccepted(review, as);
      }
    });
    this.resolve(
      accepted.map(({ review }) => review),
      'accepted',
      seq,
    );
  }

  dismiss(reviews: OracleReview[], seq: number): void {
    this.remembering(seq, [], null, () => undefined);
    this.resolve(reviews, 'dismissed', seq);
  }

  private resolve(reviews: OracleReview[], as: 'accepted' | 'dismissed', seq: number): void {
    for (const review of reviews) review.resolved = { seq, as };
    const memory = this.acts.find((act) => act.seq === seq)?.memory;
    if (memory !== undefined) memory.reviews = reviews;
  }

  private decideAccepted(review: OracleReview, as: Understood[]): Outcome {
    const before = this.claims.length;
    const outcomes = as.map(({ act, key }) =>
      act === 'pass'
        ? this.pass({ act, key }, review.buyer).outcome
        : this.claimUnits({ act, key }, review, before, true).outcome,
    );
    return outcomes.find((outcome) => outcome !== 'duplicate_user') ?? 'duplicate_user';
  }

  /** Sets the author of a comment that had none. @returns the outcome from now on */
  identify(commentId: string, from: string, to: string): Outcome | null {
    const known = this.outcomes.find((one) => one.commentId === commentId);
    if (known === undefined) return null;
    const twice = this.claims.filter(
      (claim) => claim.buyer === from && isActive(claim) && this.held(claim.key, to).length > 0,
    );
    for (const claim of this.claims) {
      if (claim.buyer !== from || twice.includes(claim)) continue;
      claim.buyer = to;
      this.touched.push({ claim, before: claim.status });
    }
    if (twice.length > 0) known.outcome = 'review';
    return known.outcome;
  }

  inShow(claimTime: number, secondsOnly: boolean): boolean {
    return this.spans.some(([start, end]) => {
      const last = secondsOnly ? claimTime + 999 : claimTime;
      return last >= start && (end === null || claimTime < end);
    });
  }

  addItem(id: string, key: string, total: number): void {
    this.items.push({ id, key, total, quantityVersion: 0 });
    this.matchUnmatched(key);
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
    if (claim === undefined || !isActive(claim)) throw new Error('only an active claim is released');
    this.remembering(seq, [claim.key], null, () => this.end(claim, 'released'));
  }

  /** @returns the claim that wins */
  award(key: string, buyer: string, at: number, seq: number): OracleClaim | Refused {
    // Claims without a place, which are pending, come last.
    const place = (claim: OracleClaim): number =>
      this.queue.includes(claim) ? this.queue.indexOf(claim) : this.queue.length + claim.unit;
    const all = this.held(key, buyer).sort((a, b) => place(a) - place(b));
    const won = all.find((claim) => claim.status === 'winner');
    if (won !== undefined) return won;
    const held = all[0];
    if (this.free(key) <= 0) return 'ITEM_SOLD_OUT';
    let winner = held;
    this.remembering(seq, [key], null, () => {
      if (winner === undefined) {
        winner = this.make(key, buyer, 1, 'winner', { queueOnly: false, fairTime: at, arrival: at });
      } else this.changeStatus(winner, 'winner');
    });
    return winner ?? 'ITEM_SOLD_OUT';
  }

  /** Units that are added go to waiters first. */
  quantity(id: string, total: number, seq: number): Refused | null {
    const item = this.itemById(id);
    if (item === undefined) throw new Error('no such item');
    if (total < this.winners(item.key).length) return 'QUANTITY_BELOW_CLAIMED';
    const before = item.total;
    this.remembering(seq, [item.key], before, () => {
      item.total = total;
      item.quantityVersion += 1;
      for (let unit = before; unit < total; unit++) this.promoteFirst(item.key);
    });
    return null;
  }

  /** Reason why the act cannot be undone, without undoing it. */
  undoRefusal(seq: number): Refused | null {
    const memory = this.acts.find((act) => act.seq === seq)?.memory;
    if (memory === undefined) return 'UNDO_STALE';
    if (memory.before.some(({ claim, versionAfter }) => claim.version !== versionAfter)) return 'UNDO_STALE';
    if (memory.reviews.some((review) => review.resolved?.seq !== seq)) return 'UNDO_STALE';
    const back = memory.before.filter(
      ({ status }) => status !== null && ['winner', 'waitlist', 'unmatched', 'pending'].includes(status),
    );
    for (const { claim } of back) {
      // A buyer who came back may hold a new claim on the same unit, and no buyer holds a unit twice.
      const others = this.held(claim.key, claim.buyer).filter((other) => other !== claim);
      if (others.some((other) => other.unit === claim.unit)) return 'UNDO_STALE';
    }
    return memory.parts.some((part) => this.isStale(part, memory)) ? 'UNDO_STALE' : null;
  }

  private isStale(part: Part, { before, quantity }: Memory): boolean {
    const item = part.item ?? this.item(part.key);
    const key = item?.key ?? part.key;
    if (item !== undefined && !this.items.includes(item)) return true;
    if (quantity !== null && item?.quantityVersion !== quantity.versionAfter) return true;
    const own = before.filter(({ claim }) => claim.key === key);
    // It waited for an unknown item; it no longer does.
    if (item !== undefined && own.some(({ status }) => status === 'unmatched')) return true;
    const others = this.winners(key).filter((claim) => !own.some((one) => one.claim === claim));
    const again = own.filter(({ status }) => status === 'winner');
    return others.length + again.length > (quantity?.before ?? item?.total ?? 0);
  }

  undo(seq: number): Refused | null {
    const refusal = this.undoRefusal(seq);
    if (refusal !== null) return refusal;
    const memory = this.acts.find((act) => act.seq === seq)?.memory;
    if (memory === undefined) return 'UNDO_STALE';
    const idleNow = memory.parts.map(({ item, key }) => this.idle(item?.key ?? key));
    for (const { claim, status } of memory.before) this.changeStatus(claim, status ?? 'released');
    memory.parts.forEach((part, index) => {
      const item = part.item ?? this.item(part.key);
      if (item === undefined) return;
      if (memory.quantity !== null) {
        item.total = memory.quantity.before;
        item.quantityVersion += 1;
      }
      const units = this.free(item.key) - Math.max(part.idle, idleNow[index] ?? 0);
      for (let unit = 0; unit < units; unit++) this.promoteFirst(item.key);
    });
    for (const review of memory.reviews) {
      review.resolved = null;
      const known = this.outcomes.find((one) => one.commentId === review.commentId);
      if (known !== undefined) known.outcome = 'review';
    }
    return null;
  }

  private decideComment(comment: OracleComment): Outcome {
    if (comment.byHost) return 'host';
    if (!this.inShow(comment.claimTime, comment.secondsOnly)) return 'outside_show';
    if (comment.says === 'chatter') return 'ignored';
    if (comment.says === 'doubt') return 'review';
    const end = this.spans[this.spans.length - 1]?.[1] ?? null;
    if (this.status === 'ended' && end !== null && comment.arrival > end + LATE_MS) return 'review';
    const wishes = [comment.says].flat().slice(0, this.rules.wishes);
    if (wishes.some(({ word }) => word !== undefined && !this.claimWords.includes(word))) return 'review';
    const before = this.claims.length;
    if (this.windowMs > 0 || this.hasPending()) {
      this.wait(comment, wishes, before);
      return 'pending';
    }
    this.results = wishes.map((wish) =>
      wish.act === 'pass' ? this.pass(wish, comment.buyer) : this.claimUnits(wish, comment, before, false),
    );
    return this.results[0]?.outcome ?? 'ignored';
  }

  /** `before`: number of the show's claims before the comment. */
  private claimUnits(
    { act, key, units = 1 }: Understood,
    comment: Pick<OracleReview, 'buyer' | 'claimTime' | 'arrival' | 'source'>,
    before: number,
    isAccepted: boolean,
  ): Result {
    const { buyer, arrival } = comment;
    const result: Result = { item: key, quantity: units, won: 0, waiting: 0, outcome: 'duplicate_user' };
    const earlier = this.decided(key, buyer).filter((claim) => claim.born < before);
    if (earlier.length > 0 && !this.rules.addsToHeld) return result;
    for (let unit = 0; unit < units; unit++) {
      if (this.isOverLimit(this.decided(key, buyer).length, buyer)) {
        if (unit === 0) result.outcome = 'over_limit';
        return result;
      }
      const number = this.nextUnit(key, buyer, before);
      const times = { queueOnly: act === 'waitlist', fairTime: this.fairTime(comment), arrival };
      const place = isAccepted ? this.placeOf(key, times) : undefined;
      const status = this.judge(key, times.queueOnly, place?.ahead);
      this.make(key, buyer, number, status, times, place);
      if (status === 'winner') result.won += 1;
      if (status === 'waitlist') result.waiting += 1;
      if (unit === 0) result.outcome = status === 'unmatched' ? 'item_not_found' : status;
    }
    return result;
  }

  /** The place of an accepted comment: before the first waiter who claimed later. */
  private placeOf(
    key: string,
    { fairTime, arrival }: Pick<OracleClaim, 'fairTime' | 'arrival'>,
  ): { ahead: number; later: OracleClaim | undefined } {
    const line = this.line(key);
    const later = line.find(
      (waiter) => waiter.fairTime > fairTime || (waiter.fairTime === fairTime && waiter.arrival > arrival),
    );
    return { ahead: later === undefined ? line.length : line.indexOf(later), later };
  }

  private matchUnmatched(key: string): void {
    const orphans = this.claims.filter((claim) => claim.key === key && claim.status === 'unmatched');
    orphans.sort((a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival || a.born - b.born);
    for (const claim of orphans) this.changeStatus(claim, this.judge(key, claim.queueOnly));
  }

  private remembering(seq: number, keys: string[], quantity: number | null, act: () => void): void {
    const parts = [...new Set(keys)].map((key) => ({
      ...{ key, idle: this.idle(key), item: this.item(key) ?? null },
    }));
    act();
    const before = this.touched.map(({ claim, before: status }) => ({
      ...{ claim, status, versionAfter: claim.version },
    }));
    const versionAfter = parts[0]?.item?.quantityVersion ?? 0;
    this.acts.push({
      seq,
      memory: {
        ...{ parts, before, reviews: [] },
        quantity: quantity === null ? null : { before: quantity, versionAfter },
      },
    });
  }
}
