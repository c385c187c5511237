import type { BasketRow, Currency } from '@sellary/contracts';
import { moneyText } from '../ui/money';

/** The total that the buyers pay in each currency: "€34.90 + $12.00". Empty without prices. */
export function totalsText(rows: readonly BasketRow[]): string {
  const sums = new Map<string, { currency: Currency; minor: number }>();
  for (const { currency, total } of rows) {
    if (currency === undefined || total === undefined) continue;
    // Two shows may store the same currency with a different number of decimal places, so their minor units
    // are not the same.
    const key = `${currency.code} ${currency.digits}`;
    sums.set(key, { currency, minor: (sums.get(key)?.minor ?? 0) + total });
  }
  return [...sums.values()].map(({ currency, minor }) => moneyText(minor, currency)).join(' + ');
}
