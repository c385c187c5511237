import { Pipe, type PipeTransform } from '@angular/core';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
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

/** "20:14:03.4": for telling two comments apart. */
export function clockWithTenths(iso: string): string {
  return `${clock(iso)}.${Math.floor((Date.parse(iso) % 1000) / 100)}`;
}

export function dayAndTime(iso: string): string {
  return DAY_TIME.format(Date.parse(iso));
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
