import type { Outcome } from '@sellary/contracts';
import { isActive, OracleLines } from './oracle-lines';
import type {
  Memory,
  OracleClaim,
  OracleComment,
  OracleReview,
  Part,
  Refused,
  Understood,
} from './oracle-types';

const LATE_MS = 10 * 60_000;

/**
 * The rules of allocation once more, written from their text alone: arrays and loops, independent of the
 * product's code. It receives all events in the order in which they happened, one at a time.
 */

export class Oracle extends OracleLines {
  /** `first`: on arrival. */
  outcomes: { commentId: string; outcome: Outcome; first: Outcome }[] = [];
  reviews: OracleReview[] = [];
  claimWords: readonly string[] = ['sold'];
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
    const outcome = this.decideComment(comment);
    const { commentId, buyer, claimTime, arrival, says } = comment;
    this.outcomes.push({ commentId, outcome, first: outcome });
    if (outcome === 'review') {
      const proposal = typeof says === 'string' ? null : says;
      this.reviews.push({ commentId, id: '', buyer, claimTime, arrival, proposal, resolved: null });
    }
    return outcome;
  }

  /** An operator accepts comments; each is decided at its own claim time. */
  accept(accepted: { review: OracleReview; as: Understood }[], seq: number): void {
    const inOrder = [...accepted].sort(
      (a, b) => a.review.claimTime - b.review.claimTime || a.review.arrival - b.review.arrival,
    );
    const keys = accepted.map(({ as }) => as.key);
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

  private decideAccepted({ buyer, claimTime, arrival }: OracleReview, { act, key }: Understood): Outcome {
    const held = this.held(key, buyer);
    if (act === 'pass') {
      for (const claim of held) this.end(claim, 'passed');
      return held.length === 0 ? 'no_active_claim' : 'passed';
    }
    if (held.length > 0) return 'duplicate_user';
    const times = { queueOnly: act === 'waitlist', claimTime, arrival };
    if (this.item(key) === undefined) {
      this.make(key, buyer, 'unmatched', times);
      return 'item_not_found';
    }
    const line = this.line(key);
    const later = line.find(
      (waiter) =>
        waiter.claimTime > claimTime || (waiter.claimTime === claimTime && waiter.arrival > arrival),
    );
    const ahead = later === undefined ? line.length : line.indexOf(later);
    const status = act === 'claim' && this.free(key) > 0 && ahead === 0 ? 'winner' : 'waitlist';
    this.make(key, buyer, status, times, { ahead, later });
    return status;
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
    const held = this.held(key, buyer)[0];
    if (held?.status === 'winner') return held;
    if (this.free(key) <= 0) return 'ITEM_SOLD_OUT';
    let winner = held;
    this.remembering(seq, [key], null, () => {
      if (winner === undefined) {
        winner = this.make(key, buyer, 'winner', { queueOnly: false, claimTime: at, arrival: at });
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
      ({ status }) => status !== null && ['winner', 'waitlist', 'unmatched'].includes(status),
    );
    for (const { claim } of back) {
      // A buyer who came back holds a new claim, and no buyer holds two.
      if (this.held(claim.key, claim.buyer).some((other) => other !== claim)) return 'UNDO_STALE';
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
    const { act, key, word } = comment.says;
    if (word !== undefined && !this.claimWords.includes(word)) return 'review';
    const held = this.held(key, comment.buyer);
    if (act === 'pass') {
      for (const claim of held) this.end(claim, 'passed');
      return held.length === 0 ? 'no_active_claim' : 'passed';
    }
    if (held.length > 0) return 'duplicate_user';
    const status = this.judge(key, act === 'waitlist');
    this.make(key, comment.buyer, status, {
      queueOnly: act === 'waitlist',
      claimTime: comment.claimTime,
      arrival: comment.arrival,
    });
    return status === 'unmatched' ? 'item_not_found' : status;
  }

  private judge(key: string, queueOnly: boolean): 'winner' | 'waitlist' | 'unmatched' {
    if (this.item(key) === undefined) return 'unmatched';
    return !queueOnly && this.free(key) > 0 && this.line(key).length === 0 ? 'winner' : 'waitlist';
  }

  private matchUnmatched(key: string): void {
    const orphans = this.claims.filter((claim) => claim.key === key && claim.status === 'unmatched');
    orphans.sort((a, b) => a.claimTime - b.claimTime || a.arrival - b.arrival || a.born - b.born);
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
