import { CLAIM_COUNTERS, type ClaimRule, type ClaimStatus } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { type Counts, variantOf } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import { applyCounts, applyPlace, type ItemRecord, unitPrice } from '../records/item-record';
import { type LoadedRows, loadedItem } from './loaded';

/** Updates the counters and amounts of a show and its items as decisions change claims. */
export class ShowCounters {
  /** Ids of items whose counters changed. */
  readonly changedItems = new Set<string>();

  constructor(
    private readonly show: LockedShow,
    private readonly loaded: LoadedRows,
  ) {}

  /** Removes a claim from the counters and from its item's winners. */
  leave(record: ClaimRecord): void {
    this.addToStatusCounter(record.status, -1);
    if (record.status !== 'winner') return;
    this.addAmount(record.price, -1);
    this.show.stats.uniqueBuyers -= this.addWins(record.buyer.id, -1) === 0 ? 1 : 0;
    const item = record.itemId === null ? undefined : this.loaded.items.get(record.itemId);
    if (item !== undefined) item.winners = item.winners.filter((winner) => winner.claimId !== record.id);
  }

  /** Adds a claim to the counters, and a win to its item's winners. `counts`: new counters of the stock line. */
  enter(record: ClaimRecord, counts: Counts | null): void {
    this.addToStatusCounter(record.status, 1);
    const item = record.itemId === null ? undefined : loadedItem(this.loaded, record.itemId);
    if (record.status === 'winner') {
      this.setPrice(record, item);
      this.addAmount(record.price, 1);
      this.show.stats.uniqueBuyers += this.addWins(record.buyer.id, 1) === 1 ? 1 : 0;
      if (item !== undefined) {
        const { handle, displayName } = record.buyer;
        item.winners.push({ claimId: record.id, handle, displayName });
      }
    }
    if (item === undefined) return;
    const variant = variantOf(record.itemKey);
    if (counts !== null) this.recount(item, counts, variant);
    if (record.place !== null) applyPlace(item, record.place, variant);
  }

  /**
   * Gives a win the current price. A win restored by an undo keeps its price, even if the item's price has
   * changed.
   */
  private setPrice(record: ClaimRecord, item: ItemRecord | undefined): void {
    const isRestored = record.why.rule === ('undone' satisfies ClaimRule);
    if (!isRestored && item !== undefined) record.price = unitPrice(item, variantOf(record.itemKey));
  }

  private addAmount(price: number | null, by: 1 | -1): void {
    if (price !== null) this.show.stats.amountWon = (this.show.stats.amountWon ?? 0) + by * price;
  }

  /** Sets the counters of one of the item's stock lines. */
  recount(item: ItemRecord, counts: Counts, variant: string | undefined): void {
    const { stats } = this.show;
    const { claimedCount, totalQuantity } = item;
    applyCounts(item, counts, variant);
    stats.itemsClaimed += Number(item.claimedCount > 0) - Number(claimedCount > 0);
    stats.unitsClaimed += item.claimedCount - claimedCount;
    stats.unitsTotal += item.totalQuantity - totalQuantity;
    this.changedItems.add(item.id);
  }

  private addToStatusCounter(status: ClaimStatus, by: 1 | -1): void {
    const counter = CLAIM_COUNTERS[status];
    if (counter !== null) this.show.stats[counter] += by;
  }

  private addWins(buyerId: string, by: number): number {
    const wins = (this.loaded.wins.get(buyerId) ?? 0) + by;
    this.loaded.wins.set(buyerId, wins);
    return wins;
  }
}
