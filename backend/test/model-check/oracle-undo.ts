import type { ClaimStatus, Outcome } from '@sellary/contracts';
import { byFairTime, OracleLines } from './oracle-lines';
import type { ActEffects, OracleClaim, OracleItem, OracleReview, ItemEffect, Refusal } from './oracle-types';

/** Records what a show's acts have changed and can revert each of them. */
export class OracleUndo extends OracleLines {
  /** `first` is the outcome on arrival. */
  outcomes: { commentId: string; outcome: Outcome; first: Outcome }[] = [];
  reviews: OracleReview[] = [];
  protected readonly acts: { seq: number; effects: ActEffects }[] = [];

  /** Closes the waiting claims. When the item is restored, they wait again and get the free units. */
  withdraw(id: string, seq: number): void {
    const lines = this.linesOf(id);
    const act = (): void => lines.forEach((item) => this.closeLine(item));
    this.recordAct(seq, keysOf(lines), act, { withdrew: true });
  }

  restore(id: string, seq: number): void {
    const lines = this.linesOf(id);
    const act = (): void => lines.forEach((item) => this.openLine(item));
    this.recordAct(seq, keysOf(lines), act, { withdrew: false });
  }

  private openLine(item: OracleItem): void {
    item.withdrawn = false;
    const isClosed = (claim: OracleClaim): boolean => claim.key === item.key && claim.status === 'closed';
    // Claims without a place in line were pending, and are pending again.
    const placeless = this.claims.filter((claim) => isClosed(claim) && !this.queue.includes(claim));
    const closed = [...this.queue.filter(isClosed), ...placeless.sort(byFairTime)];
    const isSame = (a: OracleClaim, b: OracleClaim): boolean => a.buyer === b.buyer && a.unit === b.unit;
    closed.forEach((claim, index) => {
      const hasLater = closed.slice(index + 1).some((other) => isSame(claim, other));
      if (hasLater || this.claimsOf(item.key, claim.buyer).some((other) => isSame(claim, other))) return;
      this.changeStatus(claim, placeless.includes(claim) ? 'pending' : 'waitlist');
    });
    while (this.freeUnits(item.key) > 0 && this.line(item.key).length > 0) this.promoteFirst(item.key);
  }

  private closeLine(item: OracleItem): void {
    item.withdrawn = true;
    const pending = this.claims.filter(({ key, status }) => key === item.key && status === 'pending');
    for (const claim of [...this.line(item.key), ...pending]) this.changeStatus(claim, 'closed');
  }

  /** Returns the reason why the act cannot be undone, or null if it can. */
  undoRefusal(seq: number): Refusal | null {
    const effects = this.acts.find((act) => act.seq === seq)?.effects;
    if (effects === undefined) return 'UNDO_STALE';
    if (effects.claims.some(({ claim, statusAfter }) => claim.status !== statusAfter)) return 'UNDO_STALE';
    if (effects.reviews.some((review) => review.resolved?.seq !== seq)) return 'UNDO_STALE';
    if (this.hasChangedItems(effects)) return 'UNDO_STALE';
    const restored = effects.claims.filter(({ claim, status }) =>
      ['winner', 'waitlist', 'unmatched', 'pending'].includes(this.restoredAs(claim, status, effects)),
    );
    for (const { claim } of restored) {
      // The buyer may have a new claim on the same unit by now, and a buyer cannot have the same unit twice.
      const others = this.claimsOf(claim.key, claim.buyer).filter((other) => other !== claim);
      if (others.some((other) => other.unit === claim.unit)) return 'UNDO_STALE';
    }
    return effects.parts.some((part) => this.isStale(part, effects)) ? 'UNDO_STALE' : null;
  }

  /** True if an added item was removed or renumbered, or has a claim that did not wait for it. */
  private hasChangedItems({ added, claims }: ActEffects): boolean {
    return added.some(
      (item) =>
        this.item(item.key) !== item ||
        this.claims.some((claim) => claim.itemId === item.id && !claims.some((row) => row.claim === claim)),
    );
  }

  /** Status to which an undo returns a claim. No claim waits for a withdrawn item. */
  private restoredAs(claim: OracleClaim, status: ClaimStatus | null, { withdrew }: ActEffects): ClaimStatus {
    const isOffSale = this.item(claim.key)?.withdrawn === true && withdrew !== true;
    const waits = status === 'waitlist' || status === 'pending';
    return waits && isOffSale ? 'closed' : (status ?? 'released');
  }

  private isStale(part: ItemEffect, { claims, quantities, withdrew }: ActEffects): boolean {
    const item = part.item ?? this.item(part.key);
    const key = item?.key ?? part.key;
    if (item !== undefined && !this.items.includes(item)) return true;
    const quantity = quantities.find((change) => change.item === item);
    if (quantity !== undefined && item?.total !== quantity.after) return true;
    if (withdrew !== null && item?.withdrawn !== withdrew) return true;
    const changes = claims.filter(({ claim }) => claim.key === key);
    // If the item that a claim waited for exists now, the act is stale.
    const wasUnmatched = changes.some(({ status }) => status === 'unmatched');
    if ((item !== undefined || this.hasItem(key)) && wasUnmatched) return true;
    const others = this.winners(key).filter((claim) => !changes.some((row) => row.claim === claim));
    const restored = changes.filter(({ status }) => status === 'winner');
    return others.length + restored.length > (quantity?.before ?? item?.total ?? 0);
  }

  undo(seq: number): Refusal | null {
    const refusal = this.undoRefusal(seq);
    if (refusal !== null) return refusal;
    const effects = this.acts.find((act) => act.seq === seq)?.effects;
    if (effects === undefined) return 'UNDO_STALE';
    const idleNow = effects.parts.map(({ item, key }) => this.idleUnits(item?.key ?? key));
    const { withdrew } = effects;
    const items = effects.parts.flatMap(({ item }) => item ?? []);
    for (const { claim, status } of effects.claims) {
      this.changeStatus(claim, this.restoredAs(claim, status, effects));
    }
    if (withdrew === true) for (const item of items) item.withdrawn = false;
    if (withdrew === false) for (const item of items) this.closeLine(item);
    this.items = this.items.filter((item) => !effects.added.includes(item));
    effects.parts.forEach((part, index) => {
      const item = part.item ?? this.item(part.key);
      if (item === undefined) return;
      item.total = effects.quantities.find((quantity) => quantity.item === item)?.before ?? item.total;
      const units = this.freeUnits(item.key) - Math.max(part.idle, idleNow[index] ?? 0);
      for (let unit = 0; unit < units; unit++) this.promoteFirst(item.key);
      // A unit that was free before stays free only if every buyer in line only asked to wait.
      const claimants = this.line(item.key).filter(({ queueOnly }) => !queueOnly);
      for (const claim of claimants.slice(0, Math.max(0, this.freeUnits(item.key)))) {
        this.changeStatus(claim, 'winner');
      }
    });
    for (const review of effects.reviews) {
      review.resolved = null;
      const known = this.outcomes.find((outcome) => outcome.commentId === review.commentId);
      if (known !== undefined) known.outcome = 'review';
    }
    return null;
  }

  protected recordAct(
    seq: number,
    keys: string[],
    act: () => void,
    { quantities = [], withdrew = null, added = [] }: Partial<ActEffects> = {},
  ): void {
    const affected = [...new Set(keys)].map((key) => ({
      key,
      idle: this.idleUnits(key),
      item: this.item(key) ?? null,
    }));
    act();
    const claims = this.touched.map(({ claim, before: status }) => ({
      claim,
      status,
      statusAfter: claim.status,
    }));
    // Only items that the act changed matter, because others may be changed or removed before the undo.
    const changesItems = quantities.length > 0 || withdrew !== null;
    const parts = affected.filter(({ key }) => changesItems || claims.some(({ claim }) => claim.key === key));
    for (const part of parts) {
      const changes = claims.filter(({ claim }) => claim.key === part.key);
      // A pending claim may be older than the item. It is not on an item until it is decided.
      if (changes.length > 0 && changes.every(({ claim }) => claim.itemId === null)) part.item = null;
    }
    this.acts.push({ seq, effects: { parts, claims, reviews: [], quantities, withdrew, added } });
  }
}

const keysOf = (items: OracleItem[]): string[] => items.map(({ key }) => key);
