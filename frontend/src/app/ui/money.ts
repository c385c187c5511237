import { type Currency, formatMoney } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

/** "€14.90" as the locale writes it; empty without a price or a currency. */
export const moneyText = (minor: number | undefined, currency: Currency | undefined): string =>
  minor === undefined || currency === undefined ? '' : formatMoney(minor, currency, FORMAT_LOCALE);
