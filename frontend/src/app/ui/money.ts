import type { Currency } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

/** Writes minor units as the locale writes prices: `1490` as `14,90 €`. The digits never pass through a float. */
export const formatMoney = (minorUnits: number, { code, digits }: Currency, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(`${minorUnits}E-${digits}` as `${number}`);

/** "€14.90" as the page's locale writes it; empty without a price or a currency. */
export const moneyText = (minorUnits: number | undefined, currency: Currency | undefined): string =>
  minorUnits === undefined || currency === undefined ? '' : formatMoney(minorUnits, currency, FORMAT_LOCALE);
