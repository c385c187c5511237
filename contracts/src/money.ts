/** Maximum price in minor units: the sum of 90,000 units at this price is still a safe integer. */
export const MAX_PRICE = 99_999_999_999;

/**
 * A show's currency. The digits are stored with the show, because browsers and later Node versions may
 * disagree about them, and an amount could then be read as 100 times its value.
 */
export interface Currency {
  /** ISO 4217, such as `EUR`. */
  code: string;
  /** Digits after the decimal point: with 2 digits, 1490 minor units are 14.90. */
  digits: number;
}

export const currencyCodes = (): string[] => Intl.supportedValuesOf('currency');

/** @throws RangeError if `code` is not three letters */
export const currencyOf = (code: string): Currency => ({
  code,
  digits:
    new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
      .maximumFractionDigits ?? 2,
});

/** True if the value is a price or a sum of prices in minor units. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

export const isPrice = (value: unknown): value is number => isAmount(value) && value <= MAX_PRICE;

/** Formats minor units with a decimal point and without a currency, such as `1490` as `14.90`. */
export function decimalText(minor: number, { digits }: Pick<Currency, 'digits'>, point = '.'): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `${point}${text.slice(-digits)}`}`;
}
