import type { Claim, Item } from '@sellary/contracts';
import type { RecordedClaim } from './records';

/** Rows of the ledger that may carry a price. */
interface PricedRow {
  claim?: Claim;
  promotedClaim?: Claim;
  item?: Item | null;
}

/**
 * Prices, computed from the ledger alone: a unit is won at the price that its item had then, and keeps it. A
 * win that an undo restores has its earlier price again.
 */
export class ReplayedPrices {
  /** Current price by claim that holds a unit. */
  private readonly won = new Map<string, number>();
  private readonly lastWon = new Map<string, number | undefined>();

  /** @returns differences between the row's prices, as text */
  apply(seq: number, { claim, promotedClaim, item }: PricedRow): string[] {
    return [claim, promotedClaim].flatMap((one) =>
      one === undefined ? [] : this.applyClaim(seq, one, item ?? null),
    );
  }

  private applyClaim(seq: number, { id, status, price, variant, why }: Claim, item: Item | null): string[] {
    if (status !== 'winner') {
      this.won.delete(id);
      return [];
    }
    const isNew = !this.won.has(id) && why.rule !== 'undone';
    const current = item?.variants?.find(({ name }) => name === variant)?.price ?? item?.price;
    const expected = isNew ? current : this.lastWon.get(id);
    this.won.set(id, price ?? 0);
    this.lastWon.set(id, price);
    return expected === price
      ? []
      : [`row ${seq}: claim ${id} was won at ${price ?? 'no price'}, not at ${expected ?? 'no price'}`];
  }

  /** @returns differences between the ledger and the stored prices and sum, as text */
  compare(claims: readonly RecordedClaim[], amountWon: number): string[] {
    const winners = claims.filter(({ status }) => status === 'winner');
    const differences = winners.flatMap(({ id, price }) =>
      (price ?? 0) === (this.won.get(id) ?? 0)
        ? []
        : [`claim ${id}: stored price ${price}, replayed ${this.won.get(id) ?? 'none'}`],
    );
    const sum = winners.reduce((total, { id }) => total + (this.won.get(id) ?? 0), 0);
    return sum === amountWon
      ? differences
      : [...differences, `the show has sold for ${amountWon}, ${sum} follows from the ledger`];
  }
}
