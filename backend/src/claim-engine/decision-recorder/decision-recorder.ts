import type { Actor, Claim, ClaimRule, Item } from '@sellary/contracts';
import { isoTime } from '../../kernel';
import type { LockedShow } from '../../shows';
import {
  type ClaimState,
  type Counts,
  type Decision,
  isActive,
  variantOf,
  type Why,
} from '../domain/allocation';
import { type ClaimRecord, toClaim, toClaimState } from '../records/claim-record';
import { applyCounts, applyPlace, type ItemRecord, toItem, unitPrice } from '../records/item-record';

/** Completes a claim that `decide` created: its buyer and its comment. */
export type ClaimMaker = (
  claim: ClaimState,
  ref: number | null,
  why: ClaimRecord['why'],
) => ClaimRecord & { idempotencyKey: string | null; commentRowId: string | null };

export interface NewClaim extends ReturnType<ClaimMaker> {
  wonSeq: number | null;
}

export interface ChangedClaim {
  record: ClaimRecord;
  wonSeq: number | null;
  /** The claim went to another stock line. */
  rekeyed?: boolean;
}

/**
 * Rows that the caller has loaded for a batch: records by id, and the number of earlier wins of each buyer in
 * the show.
 */
export interface Loaded {
  items: Map<string, ItemRecord>;
  claims: Map<string, ClaimRecord>;
  wins: Map<string, number>;
}

/** The actor of decisions that follow from an operator's act. `seq` is the ledger row of the act. */
export interface OperatorMark {
  actor: Actor;
  seq: number;
}

/** The claims as the decision's ledger row shows them. */
export interface Recorded {
  claim?: Claim;
  promoted?: Claim;
}

/**
 * Turns decisions into ledger rows, counters and rows to write, one after the other, so that every ledger row
 * shows items and claims exactly as they were after its decision. Used for one transaction under the show's
 * lock.
 */
export class DecisionRecorder {
  private readonly created = new Map<string, NewClaim>();
  private readonly changed = new Map<string, ChangedClaim>();
  /** Items that were withdrawn or restored. */
  readonly withdrawals = new Set<ItemRecord>();
  /** Removed items, by id. */
  readonly removed: string[] = [];
  private readonly touchedItems = new Set<string>();

  constructor(
    private readonly show: LockedShow,
    private readonly loaded: Loaded,
    private readonly make: ClaimMaker,
    private readonly operator?: OperatorMark,
  ) {}

  /**
   * Records one decision that is not about a comment. `rankOf` returns the rank of a claim that returns into
   * the middle of a line.
   */
  apply(
    decision: Exclude<Decision, { kind: 'comment' }>,
    rankOf?: (claimId: string) => number | undefined,
  ): Recorded {
    switch (decision.kind) {
      case 'created':
        return this.create(decision);
      case 'moved':
        return this.move(decision, rankOf);
      case 'freed':
        return this.free(decision);
      case 'quantity':
        this.recount(this.item(decision.itemId), decision.counts, variantOf(decision.itemKey));
        return {};
      case 'withdrawn':
        this.withdraw(decision);
        return {};
      case 'removed':
        this.remove(this.item(decision.itemId));
        return {};
    }
  }

  /** The claim rows to write since the last call. */
  drainClaims(): { created: NewClaim[]; changed: ChangedClaim[] } {
    const drained = { created: [...this.created.values()], changed: [...this.changed.values()] };
    this.created.clear();
    this.changed.clear();
    return drained;
  }

  /** One `item.updated` for every item whose counters changed, at the end of the batch. */
  recordItems(): void {
    for (const id of this.touchedItems) {
      this.show.record('item.updated', { item: this.itemOf(id) }, this.operator?.actor);
    }
  }

  get items(): ItemRecord[] {
    return [...this.touchedItems].map((id) => this.item(id));
  }

  claimOf(id: string, position: number | null): Claim {
    return toClaim(this.record(id), position);
  }

  itemOf(id: string): Item {
    return toItem(this.item(id));
  }

  private create({ claim, ref, position, why, counts }: Extract<Decision, { kind: 'created' }>): Recorded {
    const made = this.make(claim, ref, this.why(why, claim));
    const { actor, actSeq } =
      this.operator === undefined ? made : { actor: this.operator.actor, actSeq: this.operator.seq };
    const wonSeq = claim.status === 'winner' ? this.show.lastSeq + 1 : null;
    const entry: NewClaim = { ...made, actor, actSeq, wonSeq };
    this.created.set(claim.id, entry);
    this.loaded.claims.set(claim.id, entry);
    this.show.stats.claims += 1;
    this.enter(entry, counts);
    const recorded = toClaim(entry, position);
    this.show.record(
      'claim.created',
      { claim: recorded, item: this.itemAt(entry.itemId) },
      this.operator?.actor,
    );
    return { claim: recorded };
  }

  private move(
    { claimId, to, place, itemId, itemKey, why, counts }: Extract<Decision, { kind: 'moved' }>,
    rankOf?: (claimId: string) => number | undefined,
  ): Recorded {
    const record = this.record(claimId);
    this.leave(record);
    const rekeyed = record.itemKey !== itemKey;
    Object.assign(record, {
      itemId,
      itemKey,
      status: to,
      place,
      why: this.nextWhy(record, why),
    });
    if (why.rule === 'awarded') record.operatorAction = true;
    this.adoptItem(record);
    this.enter(record, itemId === null ? null : counts);
    this.touch(record, to === 'winner', rekeyed);
    const position = to === 'waitlist' ? (rankOf?.(claimId) ?? counts.waiting) : null;
    const claim = toClaim(record, position);
    this.show.record('claim.updated', { claim, item: this.itemAt(itemId) }, this.operator?.actor);
    return { claim };
  }

  private withdraw({ itemId, itemKey, withdrawn, counts }: Extract<Decision, { kind: 'withdrawn' }>): void {
    const item = this.item(itemId);
    item.withdrawnAt = withdrawn ? new Date(this.show.at) : null;
    this.withdrawals.add(item);
    this.recount(item, counts, variantOf(itemKey));
  }

  private remove(item: ItemRecord): void {
    const nothing = { total: 0, claimed: 0, waiting: 0 };
    const variants = item.variants?.map(({ name }) => name) ?? [undefined];
    for (const variant of variants) this.recount(item, nothing, variant);
    this.show.stats.items -= 1;
    this.touchedItems.delete(item.id);
    this.removed.push(item.id);
    this.show.record('item.updated', { itemId: item.id, removed: true }, this.operator?.actor);
  }

  private free({ claimId, to, promoted, counts }: Extract<Decision, { kind: 'freed' }>): Recorded {
    const record = this.record(claimId);
    this.leave(record);
    record.status = to;
    this.touch(record, false);
    let promotedClaim: Claim | undefined;
    const claim = toClaim(record, null);
    if (promoted !== null) {
      const next = this.record(promoted.claimId);
      this.leave(next);
      Object.assign(next, {
        status: 'winner',
        why: this.nextWhy(next, promoted.why),
      });
      this.enter(next, null);
      this.touch(next, true);
      promotedClaim = toClaim(next, null);
    }
    if (counts !== null && record.itemId !== null) {
      this.recount(this.item(record.itemId), counts, variantOf(record.itemKey));
    }
    const data = {
      claim,
      item: this.itemAt(record.itemId),
      ...(promotedClaim === undefined ? {} : { promotedClaim }),
    };
    this.show.record('claim.released', data, this.operator?.actor);
    return promotedClaim === undefined ? { claim } : { claim, promoted: promotedClaim };
  }

  /** Removes a claim from the counters and from its item's winners. */
  private leave(record: ClaimRecord): void {
    const { stats } = this.show;
    if (record.status === 'winner') {
      stats.winners -= 1;
      this.addAmount(record.price, -1);
      stats.uniqueBuyers -= this.count(record.buyer.id, -1) === 0 ? 1 : 0;
      const item = record.itemId === null ? undefined : this.loaded.items.get(record.itemId);
      if (item !== undefined) item.winners = item.winners.filter((winner) => winner.claimId !== record.id);
    } else if (record.status === 'waitlist') stats.waitlisted -= 1;
    else if (record.status === 'unmatched') stats.unmatched -= 1;
    else if (record.status === 'pending') stats.pending -= 1;
  }

  private enter(record: ClaimRecord, counts: Counts | null): void {
    const { stats } = this.show;
    const item = record.itemId === null ? undefined : this.item(record.itemId);
    if (record.status === 'winner') {
      stats.winners += 1;
      this.setPrice(record, item);
      stats.uniqueBuyers += this.count(record.buyer.id, 1) === 1 ? 1 : 0;
      if (item !== undefined) {
        const { handle, displayName } = record.buyer;
        item.winners.push({ claimId: record.id, handle, displayName });
      }
    } else if (record.status === 'waitlist') stats.waitlisted += 1;
    else if (record.status === 'unmatched') stats.unmatched += 1;
    else if (record.status === 'pending') stats.pending += 1;
    if (item === undefined) return;
    const variant = variantOf(record.itemKey);
    if (counts !== null) this.recount(item, counts, variant);
    if (record.place !== null) applyPlace(item, record.place, variant);
  }

  /**
   * Gives a win the current price. A win that an undo restores keeps its price, even if the item's price has
   * changed.
   */
  private setPrice(record: ClaimRecord, item: ItemRecord | undefined): void {
    const isRestored = record.why.rule === ('undone' satisfies ClaimRule);
    if (!isRestored && item !== undefined) record.price = unitPrice(item, variantOf(record.itemKey));
    this.addAmount(record.price, 1);
  }

  private addAmount(price: number | null, by: 1 | -1): void {
    if (price !== null) this.show.stats.amountWon = (this.show.stats.amountWon ?? 0) + by * price;
  }

  private recount(item: ItemRecord, counts: Counts, variant: string | undefined): void {
    const { stats } = this.show;
    const { claimedCount, totalQuantity } = item;
    applyCounts(item, counts, variant);
    stats.itemsClaimed += Number(item.claimedCount > 0) - Number(claimedCount > 0);
    stats.unitsClaimed += item.claimedCount - claimedCount;
    stats.unitsTotal += item.totalQuantity - totalQuantity;
    this.touchedItems.add(item.id);
  }

  private touch(record: ClaimRecord, won: boolean, rekeyed = false): void {
    record.updatedAt = this.show.at;
    if (this.operator !== undefined) {
      record.actor = this.operator.actor;
      record.actSeq = this.operator.seq;
    }
    const wonSeq = won ? this.show.lastSeq + 1 : null;
    const fresh = this.created.get(record.id);
    if (fresh !== undefined) fresh.wonSeq = isActive(record.status) ? (wonSeq ?? fresh.wonSeq) : null;
    else {
      const before = this.changed.get(record.id)?.rekeyed === true;
      this.changed.set(record.id, { record, wonSeq, rekeyed: rekeyed || before });
    }
  }

  private adoptItem(record: ClaimRecord): void {
    if (record.itemId === null) return;
    const item = this.item(record.itemId);
    record.itemNumber = item.itemNumber;
    record.itemTitle = item.title;
  }

  private count(buyerId: string, by: number): number {
    const wins = (this.loaded.wins.get(buyerId) ?? 0) + by;
    this.loaded.wins.set(buyerId, wins);
    return wins;
  }

  private why(
    why: Why,
    { claimTime, fairTime, arrival }: Pick<ClaimState, 'claimTime' | 'fairTime' | 'arrival'>,
  ): ClaimRecord['why'] {
    const fair = fairTime === undefined ? {} : { fairTime: isoTime(fairTime) };
    return { ...why, claimTime: isoTime(claimTime), ...fair, arrival: isoTime(arrival) };
  }

  private nextWhy(record: ClaimRecord, why: Why): ClaimRecord['why'] {
    const { asked, variantAsked } = record.why;
    return {
      ...this.why(why, toClaimState(record)),
      ...(asked === undefined ? {} : { asked }),
      ...(variantAsked === undefined ? {} : { variantAsked }),
    };
  }

  private itemAt(itemId: string | null): Item | null {
    return itemId === null ? null : this.itemOf(itemId);
  }

  private record(id: string): ClaimRecord {
    const record = this.loaded.claims.get(id);
    if (record === undefined) throw new Error(`Claim ${id} was decided on but not loaded`);
    return record;
  }

  private item(id: string): ItemRecord {
    const record = this.loaded.items.get(id);
    if (record === undefined) throw new Error(`Item ${id} was decided on but not loaded`);
    return record;
  }
}
