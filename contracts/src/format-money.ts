import type { Currency } from './money';

/** Writes minor units as the locale writes prices: `1490` as `14,90 €`. The digits never pass through a float. */
export const formatMoney = (minor: number, { code, digits }: Currency, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(`${minor}E-${digits}` as `${number}`);
