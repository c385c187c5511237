import { MAX_REPORT_DAYS, type BucketUnit } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { WallClock } from '../../reports';

const DAY_MS = 86_400_000;
const QUARTER_HOUR_MS = 15 * 60_000;
/** Larger than any time zone's offset from UTC. */
const MAX_OFFSET_MS = 15 * 60 * 60_000;
const MAX_DAYS_IN_DAILY_BUCKETS = 62;
const MAX_DAYS_IN_WEEKLY_BUCKETS = 400;

/** A period of whole days in a time zone. */
export interface Period {
  /** First and last day, such as `2026-10-01`. */
  from: string;
  to: string;
  wallClock: WallClock;
  /** First moment of the first day. */
  start: Date;
  /** First moment after the last day. */
  end: Date;
}

const msOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const addDays = (day: string, days: number): string => textOf(msOf(day) + days * DAY_MS);

/** True if the value is a calendar date, such as `2026-02-28`. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^(19|20)\d\d-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(msOf(value)) &&
  textOf(msOf(value)) === value;

/**
 * The period from the day `from` to the day `to`.
 * @throws ApiError VALIDATION_FAILED if it ends before it begins, or is too long
 */
export function periodOf(from: string, to: string, timeZone: string): Period {
  const days = (msOf(to) - msOf(from)) / DAY_MS + 1;
  if (days < 1) throw ApiError.invalid('to', 'The period ends before it begins. Choose a later end date.');
  if (days > MAX_REPORT_DAYS) {
    throw ApiError.invalid(
      'to',
      `A report can cover at most ${MAX_REPORT_DAYS} days. Choose a shorter period.`,
    );
  }
  const wallClock = new WallClock(timeZone);
  return { from, to, wallClock, start: startOf(from, wallClock), end: startOf(addDays(to, 1), wallClock) };
}

/**
 * Finds the first moment of a day. It is not always midnight because some time zones change their clocks at
 * midnight. A search in quarter-hour steps is exact because days begin only on quarter hours.
 */
function startOf(day: string, wallClock: WallClock): Date {
  let before = (msOf(day) - MAX_OFFSET_MS) / QUARTER_HOUR_MS;
  let after = (msOf(day) + MAX_OFFSET_MS) / QUARTER_HOUR_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock.dayAt(new Date(middle * QUARTER_HOUR_MS)) < day) before = middle;
    else after = middle;
  }
  return new Date(after * QUARTER_HOUR_MS);
}

interface DayRange {
  from: string;
  to: string;
}

/** Chooses the bucket unit so that a chart can show all buckets. */
export function bucketUnitOf({ from, to }: DayRange): BucketUnit {
  const days = (msOf(to) - msOf(from)) / DAY_MS + 1;
  if (days <= MAX_DAYS_IN_DAILY_BUCKETS) return 'day';
  return days <= MAX_DAYS_IN_WEEKLY_BUCKETS ? 'week' : 'month';
}

/**
 * Divides the period into days, weeks that start on Monday, or months. The first and last buckets may be
 * shorter.
 */
export function bucketsOf({ from, to }: DayRange, unit: BucketUnit): DayRange[] {
  const buckets: DayRange[] = [];
  for (let start = from; start <= to;) {
    const end = lastDayOf(start, unit);
    buckets.push({ from: start, to: end < to ? end : to });
    start = addDays(end, 1);
  }
  return buckets;
}

function lastDayOf(day: string, unit: BucketUnit): string {
  const date = new Date(msOf(day));
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, (7 - date.getUTCDay()) % 7);
    case 'month':
      return textOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
    default:
      return unit satisfies never;
  }
}
