import { type Currency, decimalText } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

/** Decimal separator in the user's locale. */
export const decimalSign = (): '.' | ',' => ((1.1).toLocaleString(FORMAT_LOCALE).includes(',') ? ',' : '.');

/** "14.90", as typed into a field. */
export const amountText = (minor: number | undefined, currency: Currency): string =>
  minor === undefined ? '' : decimalText(minor, currency, decimalSign());
