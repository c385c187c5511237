import type { Currency } from '@sellary/contracts';
import { moneyText } from '../ui/money';
import { decimalSign } from './amount-text';
import { parseMoney, type ParsedMoney } from './parse-money';

/**
 * Parses a price typed by the user. In a currency with three decimals, `1.500` would be ambiguous, so the
 * user's locale decides.
 */
export const parseTypedPrice = (text: string, currency: Currency): ParsedMoney =>
  parseMoney(text, currency, currency.digits === 3 ? decimalSign() : undefined);

/**
 * Writes a possible meaning of an ambiguous price with all its decimals, because a price with too many decimals
 * is rejected, not shortened.
 */
export function readingText(minor: number, currency: Currency): string {
  if (Number.isInteger(minor)) return moneyText(minor, currency);
  // A price is ambiguous only with three digits after its separator.
  const lostDigits = 3 - currency.digits;
  return moneyText(Math.round(minor * 10 ** lostDigits), { ...currency, digits: 3 });
}

/**
 * Describes the problem with text that is not exactly one price. Returns null if the text is exactly one
 * price or is empty.
 */
export function priceProblem(parsed: ParsedMoney, text: string, currency: Currency): string | null {
  switch (parsed.kind) {
    case 'empty':
    case 'price':
      return null;
    case 'ambiguous': {
      const [larger = '', smaller = ''] = parsed.readings.map((minor) => readingText(minor, currency));
      return $localize`:A price with one separator can be read in two ways@@shows.price.ambiguous:“${text}:text:” can be ${larger}:larger: or ${smaller}:smaller:`;
    }
    case 'invalid':
      return PROBLEMS[parsed.problem](text, currency);
  }
}

const PROBLEMS: Record<
  Extract<ParsedMoney, { kind: 'invalid' }>['problem'],
  (text: string, currency: Currency) => string
> = {
  'no-number': (text) => $localize`:@@shows.price.no-number:“${text}:text:” is not a price`,
  negative: (text) => $localize`:@@shows.price.negative:“${text}:text:” is below zero`,
  'too-large': (text) => $localize`:@@shows.price.too-large:“${text}:text:” is too large for a price`,
  'too-precise': (text, { code }) =>
    $localize`:@@shows.price.too-precise:“${text}:text:” has more decimal places than ${code}:currency: allows`,
  'other-currency': (text, { code }) =>
    $localize`:@@shows.price.other-currency:“${text}:text:” is not in ${code}:currency:, the currency of this show`,
};
