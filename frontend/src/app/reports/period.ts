import type { SalesPeriod } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

/** Periods, as named in the page's address. `own`: the user chooses both days. */
export const PERIOD_NAMES = ['this-month', 'last-month', 'last-30-days', 'this-year', 'own'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];
export type DayRange = Pick<SalesPeriod, 'from' | 'to'>;

/** Days of a named period, as of `now` in this device's time zone. */
export function dayRangeOf(name: Exclude<PeriodName, 'own'>, now: Date): DayRange {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (name) {
    case 'this-month':
      return { from: dayText(year, month, 1), to: dayText(year, month, day) };
    case 'last-month':
      return { from: dayText(year, month - 1, 1), to: dayText(year, month, 0) };
    case 'last-30-days':
      return { from: dayText(year, month, day - 29), to: dayText(year, month, day) };
    case 'this-year':
      return { from: dayText(year, 0, 1), to: dayText(year, month, day) };
    default:
      return name satisfies never;
  }
}

/** A day as `2026-10-01`. Months and days may be out of range, as with `Date`. */
const dayText = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Noon UTC on a day, so that UTC formatters show that day. */
const noonUtcOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

export const isDayText = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(noonUtcOf(text));

const PERIOD = new Intl.DateTimeFormat(FORMAT_LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat(FORMAT_LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat(FORMAT_LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "1 – 30 Nov 2026" */
export const periodText = ({ from, to }: DayRange): string =>
  PERIOD.formatRange(noonUtcOf(from), noonUtcOf(to));

/** "1 – 7 Nov", or "1 Nov" if it is one day. */
export const dayRangeText = ({ from, to }: DayRange): string =>
  DAY.formatRange(noonUtcOf(from), noonUtcOf(to));

/** "Nov 2026" */
export const monthText = ({ from }: DayRange): string => MONTH.format(noonUtcOf(from));
