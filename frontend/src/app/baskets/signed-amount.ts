import type { Currency } from '@sellary/contracts';
import { amountText } from '../shows/amount-text';
import { priceProblem, typedPrice } from '../shows/price-problem';

export type SignedAmount = { minor: number } | { problem: string };

/** Reads an amount that may be negative, such as a discount. An empty text is 0. */
export function signedAmount(text: string, currency: Currency): SignedAmount {
  const [, sign = '', number = ''] = /^([-−]?)\s*(.*)$/su.exec(text.trim()) ?? [];
  const parsed = typedPrice(number, currency);
  const problem = priceProblem(parsed, number, currency);
  if (problem !== null) return { problem };
  const minor = parsed.kind === 'price' ? parsed.minor : 0;
  return { minor: sign === '' || minor === 0 ? minor : -minor };
}

/** "4.90" or "-2.00", as it is typed into a field. */
export const signedAmountText = (minor: number, currency: Currency): string =>
  `${minor < 0 ? '-' : ''}${amountText(Math.abs(minor), currency)}`;
