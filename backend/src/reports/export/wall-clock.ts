const SLOT_MS = 15 * 60_000;

/** True if the runtime knows the time zone by this IANA name. */
export function isTimeZone(name: unknown): name is string {
  // The runtime also accepts offsets such as "+02:00", which have no daylight saving time.
  if (typeof name !== 'string' || !/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Local time in a time zone. */
export class WallClock {
  private readonly format: Intl.DateTimeFormat;
  /**
   * Offset from UTC in ms, cached per quarter-hour. Clocks change only on the quarter-hour, and computing the
   * offset for every row would take longer than writing the row.
   */
  private readonly offsets = new Map<number, number>();

  constructor(readonly timeZone: string) {
    const numeric = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      ...numeric,
    });
  }

  /** A date whose UTC fields contain the local time. */
  localTimeAt(moment: Date): Date {
    const ms = moment.getTime();
    const slot = Math.floor(ms / SLOT_MS);
    const offset = this.offsets.get(slot) ?? this.offsetAt(slot * SLOT_MS);
    this.offsets.set(slot, offset);
    return new Date(ms + offset);
  }

  /** "2026-11-22 20:04:05", which every spreadsheet reads as a time, in every country. */
  textAt(moment: Date): string {
    return this.localTimeAt(moment).toISOString().slice(0, 19).replace('T', ' ');
  }

  /** "2026-11-22" */
  dayAt(moment: Date): string {
    return this.localTimeAt(moment).toISOString().slice(0, 10);
  }

  private offsetAt(ms: number): number {
    const parts = new Map(this.format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
      ms
    );
  }
}
