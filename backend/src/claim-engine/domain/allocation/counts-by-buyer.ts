/** A count per buyer: the number before the board's first batch, plus changes since then. */
export class CountsByBuyer {
  private readonly changes = new Map<string, number>();

  constructor(private readonly before: ReadonlyMap<string, number> = new Map<string, number>()) {}

  count(buyerId: string): number {
    return (this.before.get(buyerId) ?? 0) + (this.changes.get(buyerId) ?? 0);
  }

  add(buyerId: string, change: number): void {
    this.changes.set(buyerId, (this.changes.get(buyerId) ?? 0) + change);
  }
}
