import { ACTIVE_CLAIM_STATUSES, type ClaimStatus, type Outcome } from '@sellary/contracts';

/**
 * The rules of allocation once more, written from their text alone: arrays and loops, independent of the
 * product's code. It receives all events in the order in which they happened, one at a time.
 */

export interface OracleItem {
  id: string;
  key: string;
  total: number;
  /** Counts changes of the quantity. */
  quantityVersion: number;
}

export interface OracleClaim {
  /** The product's id, as soon as it is known. */
  id: string;
  key: string;
  buyer: string;
  /** Its number among the buyer's claims on the item. */
  unit: number;
  status: ClaimStatus;
  /** Its number in the item's line; kept when it leaves the line. */
  ticket: number | null;
  /** Asked to wait only. */
  queueOnly: boolean;
  claimTime: number;
  arrival: number;
  /** Its number among all claims of the show. */
  born: number;
  /** Counts changes of the status. */
  version: number;
  /** Units left and waiters ahead when it was made. */
  unitsLeft: number | null;
  ahead: number;
}

/** One thing that a comment asks for. `units` left out: one of a claim, all of a pass. */
export interface Wish {
  act: 'claim' | 'pass' | 'waitlist';
  key: string;
  units?: number;
}

export interface OracleComment {
  commentId: string;
  buyer: string;
  byHost: boolean;
  claimTime: number;
  secondsOnly: boolean;
  arrival: number;
  says: Wish | Wish[] | 'chatter' | 'doubt';
}

export type Refused = 'ITEM_SOLD_OUT' | 'QUANTITY_BELOW_CLAIMED' | 'UNDO_STALE';

interface Memory {
  /** null if the act was on a claim without a known item. */
  item: OracleItem | null;
  key: string;
  before: { claim: OracleClaim; status: ClaimStatus | null; versionAfter: number }[];
  quantity: { before: number; versionAfter: number } | null;
  /** Units that were free next to a line before the act: after an undo they may be free again. */
  idle: number;
}

/** Outcome of one wish, as the comment reports it. */
export interface WishResult {
  item: string;
  quantity: number;
  won: number;
  waiting: number;
  outcome: Outcome;
}

const LATE_MS = 10 * 60_000;
const isActive = (claim: OracleClaim): boolean =>
  ACTIVE_CLAIM_STATUSES.some((status) => status === claim.status);

export class Oracle {
  items: OracleItem[] = [];
  claims: OracleClaim[] = [];
  outcomes: { commentId: string; outcome: Outcome }[] = [];
  spans: [start: number, end: number | null][] = [];
  rules = { wishes: 1, addsToHeld: false, unitsPerItem: 0, unitsPerShow: 0 };
  /** Results of the latest comment. */
  results: WishResult[] = [];
  status: 'draft' | 'active' | 'paused' | 'ended' = 'draft';
  private acts: { seq: number; memory: Memory }[] = [];
  private lastTicket = 0;
  /** Claims whose status the present step has changed, with the status before; null = made by it. */
  private touched: { claim: OracleClaim; before: ClaimStatus | null }[] = [];

  /** Forgets what the step before has changed. */
  beginStep(): void {
    this.touched = [];
  }

  changedClaims(): OracleClaim[] {
    return [...new Set(this.touched.map(({ claim }) => claim))];
  }

  item(key: string): OracleItem | undefined {
    return this.items.find((item) => item.key === key);
  }

  itemById(id: string): OracleItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  claim(id: string): OracleClaim | undefined {
    return this.claims.find((claim) => claim.id === id);
  }

  winners(key: string): OracleClaim[] {
    return this.claims.filter((claim) => claim.key === key && claim.status === 'winner');
  }

  line(key: string): OracleClaim[] {
    return this.claims
      .filter((claim) => claim.key === key && claim.status === 'waitlist')
      .sort((a, b) => (a.ticket ?? 0) - (b.ticket ?? 0));
  }

  held(key: string, buyer: string): OracleClaim[] {
    return this.claims.filter((claim) => claim.key === key && claim.buyer === buyer && isActive(claim));
  }

  free(key: string): number {
    return (this.item(key)?.total ?? 0) - this.winners(key).length;
  }

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
    this.outcomes.push({ commentId: comment.commentId, outcome });
    return outcome;
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
    this.remembering(seq, claim.key, null, () => this.end(claim, 'released'));
  }

  /** @returns the claim that wins */
  award(key: string, buyer: string, at: number, seq: number): OracleClaim | Refused {
    const all = this.held(key, buyer).sort((a, b) => (a.ticket ?? 0) - (b.ticket ?? 0));
    const won = all.find((claim) => claim.status === 'winner');
    if (won !== undefined) return won;
    const held = all[0];
    if (this.free(key) <= 0) return 'ITEM_SOLD_OUT';
    let winner = held;
    this.remembering(seq, key, null, () => {
      if (winner === undefined) {
        winner = this.make(key, buyer, 1, 'winner', { queueOnly: false, claimTime: at, arrival: at });
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
    this.remembering(seq, item.key, before, () => {
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
    const item = memory.item ?? this.item(memory.key);
    if (item !== undefined && !this.items.includes(item)) return 'UNDO_STALE';
    if (memory.quantity !== null && item?.quantityVersion !== memory.quantity.versionAfter) {
      return 'UNDO_STALE';
    }
    const back = memory.before.filter(
      ({ status }) => status !== null && ['winner', 'waitlist', 'unmatched'].includes(status),
    );
    for (const { claim } of back) {
      // A buyer who came back may hold a new claim on the same unit, and no buyer holds a unit twice.
      const others = this.held(claim.key, claim.buyer).filter((other) => other !== claim);
      if (others.some((other) => other.unit === claim.unit)) return 'UNDO_STALE';
    }
    // It waited for an unknown item; it no longer does.
    if (item !== undefined && back.some(({ status }) => status === 'unmatched')) return 'UNDO_STALE';
    const others = this.winners(item?.key ?? memory.key).filter(
      (claim) => !memory.before.some((one) => one.claim === claim),
    );
    const again = memory.before.filter(({ status }) => status === 'winner');
    const total = memory.quantity?.before ?? item?.total ?? 0;
    return others.length + again.length > total ? 'UNDO_STALE' : null;
  }

  undo(seq: number): Refused | null {
    const refusal = this.undoRefusal(seq);
    if (refusal !== null) return refusal;
    const memory = this.acts.find((act) => act.seq === seq)?.memory;
    if (memory === undefined) return 'UNDO_STALE';
    const item = memory.item ?? this.item(memory.key);
    const key = item?.key ?? memory.key;
    const idleNow = this.idle(key);
    for (const { claim, status } of memory.before) this.changeStatus(claim, status ?? 'released');
    if (item === undefined) return null;
    const idle = Math.max(memory.idle, idleNow);
    if (memory.quantity !== null) {
      item.total = memory.quantity.before;
      item.quantityVersion += 1;
    }
    const units = this.free(key) - idle;
    for (let unit = 0; unit < units; unit++) this.promoteFirst(key);
    return null;
  }

  private decideComment(comment: OracleComment): Outcome {
    if (comment.byHost) return 'host';
    if (!this.inShow(comment.claimTime, comment.secondsOnly)) return 'outside_show';
    if (comment.says === 'chatter') return 'ignored';
    if (comment.says === 'doubt') return 'review';
    const end = this.spans[this.spans.length - 1]?.[1] ?? null;
    if (this.status === 'ended' && end !== null && comment.arrival > end + LATE_MS) return 'review';
    const before = this.claims.length;
    const wishes = [comment.says].flat().slice(0, this.rules.wishes);
    for (const wish of wishes) {
      const result =
        wish.act === 'pass' ? this.pass(wish, comment.buyer) : this.claimUnits(wish, comment, before);
      this.results.push(result);
    }
    return this.results[0]?.outcome ?? 'ignored';
  }

  /** Ends the units that were asked for last; those that only wait end before those that won. */
  private pass({ key, units }: Wish, buyer: string): WishResult {
    const held = this.held(key, buyer);
    const waiting = held.filter((claim) => claim.status !== 'winner').sort((a, b) => b.unit - a.unit);
    const won = held.filter((claim) => claim.status === 'winner').sort((a, b) => b.unit - a.unit);
    const ending = [...waiting, ...won].slice(0, units ?? held.length);
    for (const claim of ending) this.end(claim, 'passed');
    const outcome = ending.length === 0 ? 'no_active_claim' : 'passed';
    return { item: key, quantity: units ?? ending.length, won: 0, waiting: 0, outcome };
  }

  /** `before`: number of the show's claims before the comment. */
  private claimUnits({ act, key, units = 1 }: Wish, comment: OracleComment, before: number): WishResult {
    const { buyer, claimTime, arrival } = comment;
    const result: WishResult = { item: key, quantity: units, won: 0, waiting: 0, outcome: 'duplicate_user' };
    const earlier = this.held(key, buyer).filter((claim) => claim.born < before);
    if (earlier.length > 0 && !this.rules.addsToHeld) return result;
    for (let unit = 0; unit < units; unit++) {
      const everywhere = this.claims.filter((claim) => claim.buyer === buyer && isActive(claim));
      const { unitsPerItem, unitsPerShow } = this.rules;
      const here = this.held(key, buyer);
      if (
        (unitsPerItem !== 0 && here.length + 1 > unitsPerItem) ||
        (unitsPerShow !== 0 && everywhere.length + 1 > unitsPerShow)
      ) {
        if (unit === 0) result.outcome = 'over_limit';
        return result;
      }
      const own = this.claims.filter(
        (claim) => claim.born >= before && claim.key === key && claim.buyer === buyer,
      );
      const number = 1 + Math.max(0, ...[...here, ...own].map((claim) => claim.unit));
      const queueOnly = act === 'waitlist';
      const status = this.judge(key, queueOnly);
      this.make(key, buyer, number, status, { queueOnly, claimTime, arrival });
      if (status === 'winner') result.won += 1;
      if (status === 'waitlist') result.waiting += 1;
      if (unit === 0) result.outcome = status === 'unmatched' ? 'item_not_found' : status;
    }
    return result;
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

  private promoteFirst(key: string): void {
    const first = this.line(key)[0];
    if (first !== undefined && this.free(key) > 0) this.changeStatus(first, 'winner');
  }

  private end(claim: OracleClaim, status: 'released' | 'passed'): void {
    const freesUnit = claim.status === 'winner';
    this.changeStatus(claim, status);
    if (freesUnit) this.promoteFirst(claim.key);
  }

  private make(
    key: string,
    buyer: string,
    unit: number,
    status: ClaimStatus,
    of: Pick<OracleClaim, 'queueOnly' | 'claimTime' | 'arrival'>,
  ): OracleClaim {
    const known = this.item(key) !== undefined;
    const stood = { unitsLeft: known ? this.free(key) : null, ahead: this.line(key).length };
    const claim: OracleClaim = {
      id: '',
      key,
      buyer,
      unit,
      ...of,
      ...stood,
      status: 'released',
      ticket: null,
      born: this.claims.length,
      version: 0,
    };
    this.claims.push(claim);
    this.touched.push({ claim, before: null });
    this.changeStatus(claim, status);
    return claim;
  }

  private changeStatus(claim: OracleClaim, status: ClaimStatus): void {
    if (!this.touched.some((one) => one.claim === claim)) this.touched.push({ claim, before: claim.status });
    claim.status = status;
    claim.version += 1;
    if (status === 'waitlist' && claim.ticket === null) claim.ticket = this.lastTicket += 1;
  }

  /** Units that are free next to a line, because its buyers only asked to wait. */
  private idle(key: string): number {
    return this.line(key).length > 0 ? this.free(key) : 0;
  }

  private remembering(seq: number, key: string, quantity: number | null, act: () => void): void {
    const idle = this.idle(key);
    act();
    const before = this.touched.map(({ claim, before: status }) => ({
      claim,
      status,
      versionAfter: claim.version,
    }));
    const versionAfter = this.item(key)?.quantityVersion ?? 0;
    this.acts.push({
      seq,
      memory: {
        item: this.item(key) ?? null,
        key,
        before,
        idle,
        quantity: quantity === null ? null : { before: quantity, versionAfter },
      },
    });
  }
}
