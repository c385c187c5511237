import type { Claim, Item } from '@sellary/contracts';

/** Ledger rows that may contain a price. */
interface PricedRow {
  claim?: Claim;
  promotedClaim?: Claim;
  item?: Item | null;
}

/**
 * Prices computed from the ledger alone. A unit keeps the price that its item had when the unit was won. If
 * an undo restores a win, the unit gets its earlier price back.
 */
export class ReplayedPrices {
  /** Current price of each claim that has a unit, by claim id. */
  private readonly currentPrices = new Map<string, number>();
  private readonly latestPrices = new Map<string, number | undefined>();

  /** @returns differences between the prices in the row and the replayed prices, as text */
  apply(seq: number, { claim, promotedClaim, item }: PricedRow): string[] {
    return [claim, promotedClaim].flatMap((entry) =>
      entry === undefined ? [] : this.applyClaim(seq, entry, item ?? null),
    );
  }

  private applyClaim(seq: number, { id, status, price, variant, why }: Claim, item: Item | null): string[] {
    if (status !== 'winner') {
      this.currentPrices.delete(id);
      return [];
    }
    const isNew = !this.currentPrices.has(id) && why.rule !== 'undone';
    const current = item?.variants?.find(({ name }) => name === variant)?.price ?? item?.price;
    const expected = isNew ? current : this.latestPrices.get(id);
    this.currentPrices.set(id, price ?? 0);
    this.latestPrices.set(id, price);
    return expected === price
      ? []
      : [
          `row ${seq}: claim ${id} was recorded at ${price ?? 'no price'}, but won at ${expected ?? 'no price'}`,
        ];
  }

  /** Price of the claim's latest win, or null if there is none. */
  latestPriceOf(claimId: string): number | null {
    return this.latestPrices.get(claimId) ?? null;
  }

  /** Total price of the units won. */
  get amountWon(): number {
    return [...this.currentPrices.values()].reduce((total, price) => total + price, 0);
  }
}
