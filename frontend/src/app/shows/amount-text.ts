import { type Currency, decimalText } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

/** Decimal separator in the user's locale. */
export const decimalSign = (): '.' | ',' => ((1.1).toLocaleString(FORMAT_LOCALE).includes(',') ? ',' : '.');

/** The amount as a user types it into a field, such as "14.90". Empty if there is no amount. */
export const amountText = (minor: number | undefined, currency: Currency): string =>
  minor === undefined ? '' : decimalText(minor, currency, decimalSign());
