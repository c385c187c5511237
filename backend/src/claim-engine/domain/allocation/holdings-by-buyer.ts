/** Number of a buyer's active claims in the show, by item key. */
export type ClaimsByItem = Readonly<Record<string, number>>;

/** Number of each buyer's active claims by item: before the board's first batch, plus changes since then. */
export class HoldingsByBuyer {
  private readonly byBuyer = new Map<string, Map<string, number>>();

  constructor(private readonly before: ReadonlyMap<string, ClaimsByItem> = new Map<string, ClaimsByItem>()) {}

  add(buyerId: string, itemKey: string, change: number): void {
    const counts = this.claimsOf(buyerId);
    counts.set(itemKey, (counts.get(itemKey) ?? 0) + change);
  }

  /** The buyer's active claims by item key; some may be 0. */
  byItem(buyerId: string): ReadonlyMap<string, number> {
    return this.claimsOf(buyerId);
  }

  private claimsOf(buyerId: string): Map<string, number> {
    const known = this.byBuyer.get(buyerId);
    if (known !== undefined) return known;
    const counts = new Map(Object.entries(this.before.get(buyerId) ?? {}));
    this.byBuyer.set(buyerId, counts);
    return counts;
  }
}
