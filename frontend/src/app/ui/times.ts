import { Pipe, type PipeTransform } from '@angular/core';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const MINUTE = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const DAY_TIME = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Time of day with seconds, in the reader's own zone: "20:14:03". */
export function clock(iso: string): string {
  return CLOCK.format(Date.parse(iso));
}

/** "20:14": for stretches that begin at whole minutes. */
export function clockMinute(iso: string): string {
  return MINUTE.format(Date.parse(iso));
}

/** "20:14:03.4": for telling two comments apart. */
export function clockWithTenths(iso: string): string {
  return `${clock(iso)}.${Math.floor((Date.parse(iso) % 1000) / 100)}`;
}

export function dayAndTime(iso: string): string {
  return DAY_TIME.format(Date.parse(iso));
}

/** How long something took, as precisely as one would say it: "4.2 s", "42 s", "3 min 20 s", "1 h 32 min". `ms` is not negative. */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
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
    return DAY.format(Date.parse(iso));
  }
}

@Pipe({ name: 'dayAndTime' })
export class DayAndTimePipe implements PipeTransform {
  transform(iso: string): string {
    return dayAndTime(iso);
  }
}
