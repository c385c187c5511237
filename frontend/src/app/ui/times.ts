import { Pipe, type PipeTransform } from '@angular/core';
import { FORMAT_LOCALE } from '../i18n/format-locale';

const CLOCK = new Intl.DateTimeFormat(FORMAT_LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const MINUTE = new Intl.DateTimeFormat(FORMAT_LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat(FORMAT_LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const TENTHS = new Intl.NumberFormat(FORMAT_LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const DAY_TIME = new Intl.DateTimeFormat(FORMAT_LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Time of day with seconds, in the user's own time zone: "20:14:03". */
export function clock(iso: string): string {
  return CLOCK.format(Date.parse(iso));
}

/** Time of day without seconds: "20:14". */
export function clockMinute(iso: string): string {
  return MINUTE.format(Date.parse(iso));
}

/** "20:14:03.4", to distinguish two comments. */
export function clockWithTenths(iso: string): string {
  return `${clock(iso)}.${Math.floor((Date.parse(iso) % 1000) / 100)}`;
}

/** "28 Nov 2026" */
export function day(iso: string): string {
  return DAY.format(Date.parse(iso));
}

/** "28 November", or "Saturday, 28 November" with the day of the week, for names of shows. */
export function todayText(weekday?: 'long'): string {
  const parts = { day: 'numeric', month: 'long', ...(weekday && { weekday }) } as const;
  return new Intl.DateTimeFormat(FORMAT_LOCALE, parts).format(new Date());
}

export function dayAndTime(iso: string): string {
  return DAY_TIME.format(Date.parse(iso));
}

/** A duration in short units: "4.2 s", "42 s", "3 min 20 s", "1 h 32 min". `ms` is not negative. */
export function duration(ms: number): string {
  if (ms < 9_950) return inSeconds(TENTHS.format(ms / 1000));
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return inSeconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return seconds % 60
      ? $localize`:@@ui.duration.minutes-seconds:${minutes}:minutes: min ${seconds % 60}:seconds: s`
      : inMinutes(minutes);
  }
  const hours = Math.floor(minutes / 60);
  return minutes % 60
    ? $localize`:@@ui.duration.hours-minutes:${hours}:hours: h ${minutes % 60}:minutes: min`
    : $localize`:@@ui.duration.hours:${hours}:hours: h`;
}

const inSeconds = (seconds: number | string): string =>
  $localize`:@@ui.duration.seconds:${seconds}:seconds: s`;
const inMinutes = (minutes: number): string => $localize`:@@ui.duration.minutes:${minutes}:minutes: min`;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const inUnit = (unit: 'minute' | 'hour' | 'day'): Intl.NumberFormat =>
  new Intl.NumberFormat(FORMAT_LOCALE, { style: 'unit', unit, unitDisplay: 'long' });
const LONG = { minute: inUnit('minute'), hour: inUnit('hour'), day: inUnit('day') };

/** "12 minutes", "5 hours", "3 days" in the language of the page. */
export function longDuration(ms: number): string {
  if (ms < HOUR_MS) return LONG.minute.format(Math.max(0, Math.floor(ms / 60_000)));
  return ms < 2 * DAY_MS
    ? LONG.hour.format(Math.floor(ms / HOUR_MS))
    : LONG.day.format(Math.floor(ms / DAY_MS));
}

@Pipe({ name: 'duration' })
export class DurationPipe implements PipeTransform {
  transform(ms: number): string {
    return duration(ms);
  }
}

@Pipe({ name: 'clock' })
export class ClockPipe implements PipeTransform {
  transform(iso: string): string {
    return clock(iso);
  }
}

@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(iso: string): string {
    return day(iso);
  }
}

@Pipe({ name: 'dayAndTime' })
export class DayAndTimePipe implements PipeTransform {
  transform(iso: string): string {
    return dayAndTime(iso);
  }
}
