import type { BasketRow, Currency } from '@sellary/contracts';
import { moneyText } from '../ui/money';

/** Sums of what the buyers pay, one for each currency: "€34.90 + $12.00"; empty without prices. */
export function totalsText(rows: readonly BasketRow[]): string {
  const sums = new Map<string, { currency: Currency; minor: number }>();
  for (const { currency, total } of rows) {
    if (currency === undefined || total === undefined) continue;
    // Two shows may store one currency with different digits: their minor units are not the same.
    const key = `${currency.code} ${currency.digits}`;
    sums.set(key, { currency, minor: (sums.get(key)?.minor ?? 0) + total });
  }
  return [...sums.values()].map(({ currency, minor }) => moneyText(minor, currency)).join(' + ');
}
