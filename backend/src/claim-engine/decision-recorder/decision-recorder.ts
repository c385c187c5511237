import type { Actor, Claim, Item } from '@sellary/contracts';
import { isoTime } from '../../kernel';
import type { LockedShow } from '../../shows';
import {
  type ClaimState,
  type Counts,
  type Decision,
  isActive,
  requestReason,
  variantOf,
  type Why,
} from '../domain/allocation';
import { type ClaimRecord, toClaim, toClaimState } from '../records/claim-record';
import { type ItemRecord, toItem } from '../records/item-record';
import type { NewClaimRecord } from '../records/new-claim';
import { LinePositions } from './line-positions';
import { type LoadedRows, loadedItem } from './loaded';
import { ShowCounters } from './show-counters';

/** Adds the buyer and comment to a claim created by `decide`. `ref` is the comment's number in the batch. */
export type ClaimMaker = (claim: ClaimState, ref: number | null, why: ClaimRecord['why']) => NewClaimRecord;

export interface NewClaim extends NewClaimRecord {
  wonSeq: number | null;
}

export interface ChangedClaim {
  record: ClaimRecord;
  wonSeq: number | null;
  /** The claim moved to another stock line. */
  rekeyed?: boolean;
}

/** The actor of decisions that follow from an operator's act. `seq` is the ledger row of the act. */
export interface ActOrigin {
  actor: Actor;
  seq: number;
}

/** The claims as the decision's ledger row shows them. */
export interface RecordedClaims {
  claim?: Claim;
  promoted?: Claim;
}

/**
 * Turns decisions into ledger rows, counters, and rows to write, one by one, so that every ledger row shows
 * items and claims exactly as they were after its decision. Used for a single transaction under the show's
 * lock.
 */
export class DecisionRecorder {
  private readonly created = new Map<string, NewClaim>();
  private readonly changed = new Map<string, ChangedClaim>();
  readonly withdrawnOrRestored = new Set<ItemRecord>();
  readonly removedItemIds: string[] = [];
  private readonly counters: ShowCounters;
  private readonly positions: LinePositions;

  /**
   * @param operator null for an act by the engine; omitted for viewers' comments
   * @param positionsBefore see {@link LinePositions}; needed only for claims that may return to a line
   */
  constructor(
    private readonly show: LockedShow,
    private readonly loaded: LoadedRows,
    private readonly makeClaim: ClaimMaker,
    private readonly operator?: ActOrigin | null,
    positionsBefore: ReadonlyMap<string, number> = new Map(),
  ) {
    this.positions = new LinePositions(positionsBefore);
    this.counters = new ShowCounters(show, loaded);
  }

  /** Records one decision that is not about a comment. */
  apply(decision: Exclude<Decision, { kind: 'comment' }>): RecordedClaims {
    switch (decision.kind) {
      case 'created':
        return this.create(decision);
      case 'moved':
        return this.move(decision);
      case 'freed':
        return this.free(decision);
      case 'quantity':
        this.counters.recount(this.itemRecord(decision.itemId), decision.counts, variantOf(decision.itemKey));
        return {};
      case 'withdrawn':
        this.withdraw(decision);
        return {};
      case 'removed':
        this.remove(this.itemRecord(decision.itemId));
        return {};
    }
  }

  /** Returns the claim rows to write that earlier calls have not returned. */
  drainClaims(): { created: NewClaim[]; changed: ChangedClaim[] } {
    const drained = { created: [...this.created.values()], changed: [...this.changed.values()] };
    this.created.clear();
    this.changed.clear();
    return drained;
  }

  /** Records one `item.updated` for every item whose counters changed, at the end of the batch. */
  recordItems(): void {
    for (const id of this.counters.changedItems) {
      this.show.record('item.updated', { item: this.itemOf(id) }, this.operator?.actor);
    }
  }

  get changedItems(): ItemRecord[] {
    return [...this.counters.changedItems].map((id) => this.itemRecord(id));
  }

  claimOf(id: string, position: number | null): Claim {
    return toClaim(this.claimRecord(id), position);
  }

  itemOf(id: string): Item {
    return toItem(this.itemRecord(id));
  }

  private create(decision: Extract<Decision, { kind: 'created' }>): RecordedClaims {
    const { claim, ref, position, why, counts } = decision;
    const made = this.makeClaim(claim, ref, this.storedWhy(why, claim));
    const { actor, actSeq } =
      this.operator == null ? made : { actor: this.operator.actor, actSeq: this.operator.seq };
    const wonSeq = claim.status === 'winner' ? this.show.lastSeq + 1 : null;
    const entry: NewClaim = { ...made, actor, actSeq, wonSeq };
    this.created.set(claim.id, entry);
    this.loaded.claims.set(claim.id, entry);
    this.show.stats.claims += 1;
    this.enter(entry, counts);
    const recorded = { claim: toClaim(entry, position), item: this.itemOrNull(entry.itemId) };
    this.show.record('claim.created', recorded, this.operator?.actor);
    return { claim: recorded.claim };
  }

  private move(decision: Extract<Decision, { kind: 'moved' }>): RecordedClaims {
    const { claimId, to, place, itemId, itemKey, unit, why, counts } = decision;
    const record = this.claimRecord(claimId);
    this.leave(record);
    if (itemId === null && record.itemId !== null) {
      this.counters.recount(this.itemRecord(record.itemId), counts, variantOf(record.itemKey));
    }
    const rekeyed = record.itemKey !== itemKey;
    Object.assign(record, { itemId, itemKey, unit, status: to, place, why: this.whyOfChange(record, why) });
    if (why.rule === 'awarded') record.operatorAction = true;
    this.copyItemNames(record);
    this.enter(record, itemId === null ? null : counts);
    this.touch(record, to === 'winner', rekeyed);
    const position = to === 'waitlist' ? (this.positions.positionOf(record) ?? counts.waiting) : null;
    const claim = toClaim(record, position);
    this.show.record('claim.updated', { claim, item: this.itemOrNull(itemId) }, this.operator?.actor);
    return { claim };
  }

  private leave(claim: ClaimRecord): void {
    if (claim.status === 'waitlist') this.positions.leave(claim);
    this.counters.leave(claim);
  }

  private enter(claim: ClaimRecord, counts: Counts | null): void {
    if (claim.status === 'waitlist') this.positions.enter(claim);
    this.counters.enter(claim, counts);
  }

  private withdraw({ itemId, itemKey, withdrawn, counts }: Extract<Decision, { kind: 'withdrawn' }>): void {
    const item = this.itemRecord(itemId);
    item.withdrawnAt = withdrawn ? new Date(this.show.at) : null;
    this.withdrawnOrRestored.add(item);
    this.counters.recount(item, counts, variantOf(itemKey));
  }

  private remove(item: ItemRecord): void {
    const nothing = { total: 0, claimed: 0, waiting: 0 };
    const variants = item.variants?.map(({ name }) => name) ?? [undefined];
    for (const variant of variants) this.counters.recount(item, nothing, variant);
    this.show.stats.items -= 1;
    this.counters.changedItems.delete(item.id);
    this.removedItemIds.push(item.id);
    this.show.record('item.updated', { itemId: item.id, removed: true }, this.operator?.actor);
  }

  private free({ claimId, to, promoted, counts }: Extract<Decision, { kind: 'freed' }>): RecordedClaims {
    const record = this.claimRecord(claimId);
    this.leave(record);
    record.status = to;
    this.touch(record, false);
    let promotedClaim: Claim | undefined;
    const claim = toClaim(record, null);
    if (promoted !== null) {
      const next = this.claimRecord(promoted.claimId);
      this.leave(next);
      Object.assign(next, { status: 'winner', why: this.whyOfChange(next, promoted.why) });
      this.enter(next, null);
      this.touch(next, true);
      promotedClaim = toClaim(next, null);
    }
    if (counts !== null && record.itemId !== null) {
      this.counters.recount(this.itemRecord(record.itemId), counts, variantOf(record.itemKey));
    }
    const released = { claim, item: this.itemOrNull(record.itemId) };
    const data = promotedClaim === undefined ? released : { ...released, promotedClaim };
    this.show.record('claim.released', data, this.operator?.actor);
    return promotedClaim === undefined ? { claim } : { claim, promoted: promotedClaim };
  }

  private touch(record: ClaimRecord, won: boolean, rekeyed = false): void {
    record.updatedAt = this.show.at;
    if (this.operator !== undefined) {
      record.actor = this.operator?.actor ?? null;
      record.actSeq = this.operator?.seq ?? null;
    }
    const wonSeq = won ? this.show.lastSeq + 1 : null;
    const created = this.created.get(record.id);
    if (created !== undefined) created.wonSeq = isActive(record.status) ? (wonSeq ?? created.wonSeq) : null;
    else {
      const wasRekeyed = this.changed.get(record.id)?.rekeyed === true;
      this.changed.set(record.id, { record, wonSeq, rekeyed: rekeyed || wasRekeyed });
    }
  }

  private copyItemNames(record: ClaimRecord): void {
    if (record.itemId === null) return;
    const item = this.itemRecord(record.itemId);
    record.itemNumber = item.itemNumber;
    record.itemTitle = item.title;
  }

  private storedWhy(
    why: Why,
    { claimTime, fairTime, arrival }: Pick<ClaimState, 'claimTime' | 'fairTime' | 'arrival'>,
  ): ClaimRecord['why'] {
    const fair = fairTime === undefined ? {} : { fairTime: isoTime(fairTime) };
    return { ...why, claimTime: isoTime(claimTime), ...fair, arrival: isoTime(arrival) };
  }

  private whyOfChange(record: ClaimRecord, why: Why): ClaimRecord['why'] {
    const { asked, variantAsked } = record.why;
    return { ...this.storedWhy(why, toClaimState(record)), ...requestReason(asked, variantAsked) };
  }

  private itemOrNull(itemId: string | null): Item | null {
    return itemId === null ? null : this.itemOf(itemId);
  }

  private claimRecord(id: string): ClaimRecord {
    const record = this.loaded.claims.get(id);
    if (record === undefined) throw new Error(`A decision refers to claim ${id}, which is not loaded`);
    return record;
  }

  private itemRecord(id: string): ItemRecord {
    return loadedItem(this.loaded, id);
  }
}
