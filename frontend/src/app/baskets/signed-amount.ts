import type { Currency } from '@sellary/contracts';
import { amountText } from '../shows/amount-text';
import { priceProblem, parseTypedPrice } from '../shows/price-problem';

type SignedAmount = { minor: number } | { problem: string };

const NO_AMOUNT = $localize`:@@baskets.extras.no-amount:Enter an amount, or remove the line`;

/**
 * Reads an amount that may be negative, such as a discount. Empty text is a problem, because the user types 0
 * for a line that is free.
 */
export function signedAmount(text: string, currency: Currency): SignedAmount {
  const [, sign = '', number = ''] = /^([-−]?)\s*(.*)$/su.exec(text.trim()) ?? [];
  const parsed = parseTypedPrice(number, currency);
  const problem = priceProblem(parsed, number, currency);
  if (problem !== null) return { problem };
  if (parsed.kind !== 'price') return { problem: NO_AMOUNT };
  const { minor } = parsed;
  return { minor: sign === '' || minor === 0 ? minor : -minor };
}

/** "4.90" or "-2.00", as typed into a field. */
export const signedAmountText = (minor: number, currency: Currency): string =>
  `${minor < 0 ? '-' : ''}${amountText(Math.abs(minor), currency)}`;
