import type { ClaimStatus, Outcome } from '@sellary/contracts';
import { OracleLines } from './oracle-lines';
import type { Memory, OracleClaim, OracleItem, OracleReview, Part, Refused } from './oracle-types';

/** Records what the acts of a show have changed, and reverts each of them. */
export class OracleUndo extends OracleLines {
  /** `first`: on arrival. */
  outcomes: { commentId: string; outcome: Outcome; first: Outcome }[] = [];
  reviews: OracleReview[] = [];
  protected readonly acts: { seq: number; memory: Memory }[] = [];

  /** Those who wait are closed; when the item returns, they wait again, and free units go to them. */
  withdraw(id: string, seq: number): void {
    const lines = this.linesOf(id);
    const act = (): void => lines.forEach((item) => this.closeLine(item));
    this.remembering(seq, keysOf(lines), act, { withdrew: true });
  }

  putBackOnSale(id: string, seq: number): void {
    const lines = this.linesOf(id);
    const act = (): void => lines.forEach((item) => this.openLine(item));
    this.remembering(seq, keysOf(lines), act, { withdrew: false });
  }

  private openLine(item: OracleItem): void {
    item.withdrawn = false;
    const isClosed = (claim: OracleClaim): boolean => claim.key === item.key && claim.status === 'closed';
    // Those without a place in line waited for the fairness window, and wait for it again.
    const placeless = this.claims.filter((claim) => isClosed(claim) && !this.queue.includes(claim));
    placeless.sort(
      (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival || a.createdOrder - b.createdOrder,
    );
    const closed = [...this.queue.filter(isClosed), ...placeless];
    const isSame = (a: OracleClaim, b: OracleClaim): boolean => a.buyer === b.buyer && a.unit === b.unit;
    closed.forEach((claim, index) => {
      const later = closed.slice(index + 1).some((other) => isSame(claim, other));
      if (later || this.held(item.key, claim.buyer).some((other) => isSame(claim, other))) return;
      this.changeStatus(claim, placeless.includes(claim) ? 'pending' : 'waitlist');
    });
    while (this.free(item.key) > 0 && this.line(item.key).length > 0) this.promoteFirst(item.key);
  }

  private closeLine(item: OracleItem): void {
    item.withdrawn = true;
    const pending = this.claims.filter(({ key, status }) => key === item.key && status === 'pending');
    for (const claim of [...this.line(item.key), ...pending]) this.changeStatus(claim, 'closed');
  }

  /** Reason why the act cannot be undone, without undoing it. */
  undoRefusal(seq: number): Refused | null {
    const memory = this.acts.find((act) => act.seq === seq)?.memory;
    if (memory === undefined) return 'UNDO_STALE';
    if (memory.before.some(({ claim, statusAfter }) => claim.status !== statusAfter)) return 'UNDO_STALE';
    if (memory.reviews.some((review) => review.resolved?.seq !== seq)) return 'UNDO_STALE';
    if (this.hasGrown(memory)) return 'UNDO_STALE';
    const back = memory.before.filter(({ claim, status }) =>
      ['winner', 'waitlist', 'unmatched', 'pending'].includes(this.statusBack(claim, status, memory)),
    );
    for (const { claim } of back) {
      // A buyer who came back may hold a new claim on the same unit, and no buyer holds a unit twice.
      const others = this.held(claim.key, claim.buyer).filter((other) => other !== claim);
      if (others.some((other) => other.unit === claim.unit)) return 'UNDO_STALE';
    }
    return memory.parts.some((part) => this.isStale(part, memory)) ? 'UNDO_STALE' : null;
  }

  /** An added item is gone or has another number, or a claim has come to it that did not wait for it. */
  private hasGrown({ added, before }: Memory): boolean {
    return added.some(
      (item) =>
        this.item(item.key) !== item ||
        this.claims.some((claim) => claim.itemId === item.id && !before.some((one) => one.claim === claim)),
    );
  }

  /** Status to which an undo returns a claim. No claim waits for a withdrawn item. */
  private statusBack(claim: OracleClaim, status: ClaimStatus | null, { withdrew }: Memory): ClaimStatus {
    const isOffSale = this.item(claim.key)?.withdrawn === true && withdrew !== true;
    const waits = status === 'waitlist' || status === 'pending';
    return waits && isOffSale ? 'closed' : (status ?? 'released');
  }

  private isStale(part: Part, { before, quantities, withdrew }: Memory): boolean {
    const item = part.item ?? this.item(part.key);
    const key = item?.key ?? part.key;
    if (item !== undefined && !this.items.includes(item)) return true;
    const quantity = quantities.find((one) => one.item === item);
    if (quantity !== undefined && item?.total !== quantity.after) return true;
    if (withdrew !== null && item?.withdrawn !== withdrew) return true;
    const own = before.filter(({ claim }) => claim.key === key);
    // It waited for an unknown item; it no longer does.
    const isItemless = ({ claim, status }: (typeof own)[number]): boolean =>
      status === 'unmatched' || (status === 'pending' && claim.itemId === null);
    if ((item !== undefined || this.exists(key)) && own.some(isItemless)) return true;
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
    const { withdrew } = memory;
    const items = memory.parts.flatMap(({ item }) => item ?? []);
    for (const { claim, status } of memory.before) {
      this.changeStatus(claim, this.statusBack(claim, status, memory));
    }
    if (withdrew === true) for (const item of items) item.withdrawn = false;
    if (withdrew === false) for (const item of items) this.closeLine(item);
    this.items = this.items.filter((item) => !memory.added.includes(item));
    memory.parts.forEach((part, index) => {
      const item = part.item ?? this.item(part.key);
      if (item === undefined) return;
      item.total = memory.quantities.find((quantity) => quantity.item === item)?.before ?? item.total;
      const units = this.free(item.key) - Math.max(part.idle, idleNow[index] ?? 0);
      for (let unit = 0; unit < units; unit++) this.promoteFirst(item.key);
      // A unit that was free before stays so only for buyers who asked only to wait.
      const outright = this.line(item.key).filter(({ queueOnly }) => !queueOnly);
      for (const claim of outright.slice(0, Math.max(0, this.free(item.key)))) {
        this.changeStatus(claim, 'winner');
      }
    });
    for (const review of memory.reviews) {
      review.resolved = null;
      const known = this.outcomes.find((outcome) => outcome.commentId === review.commentId);
      if (known !== undefined) known.outcome = 'review';
    }
    return null;
  }

  protected remembering(
    seq: number,
    keys: string[],
    act: () => void,
    { quantities = [], withdrew = null, added = [] }: Partial<Memory> = {},
  ): void {
    const asked = [...new Set(keys)].map((key) => ({
      key,
      idle: this.idle(key),
      item: this.item(key) ?? null,
    }));
    act();
    const before = this.touched.map(({ claim, before: status }) => ({
      claim,
      status,
      statusAfter: claim.status,
    }));
    // An item that the act left as it was may be changed or removed since.
    const isItsOwn = quantities.length > 0 || withdrew !== null;
    const parts = asked.filter(({ key }) => isItsOwn || before.some(({ claim }) => claim.key === key));
    for (const part of parts) {
      const own = before.filter(({ claim }) => claim.key === part.key);
      // A pending claim may be older than the item, which it is not on until it is decided.
      if (own.length > 0 && own.every(({ claim }) => claim.itemId === null)) part.item = null;
    }
    this.acts.push({ seq, memory: { parts, before, reviews: [], quantities, withdrew, added } });
  }
}

const keysOf = (items: OracleItem[]): string[] => items.map(({ key }) => key);
