import { isTimeZone, WallClock } from './wall-clock';

const localTime = (zone: string, moment: string): string => new WallClock(zone).textAt(new Date(moment));

describe('Local time in a time zone', () => {
  it.each([
    ['America/New_York', '2026-11-23T01:00:00.123Z', '2026-11-22 20:00:00'],
    ['Asia/Bangkok', '2026-11-22T20:00:00.000Z', '2026-11-23 03:00:00'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00.000Z', '2026-11-23 00:00:00'],
    ['Australia/Eucla', '2026-01-01T00:00:00.000Z', '2026-01-01 08:45:00'],
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28 23:59:59'],
  ])('The time in %s at %s is %s.', (timeZone, moment, expected) => {
    expect(localTime(timeZone, moment)).toBe(expected);
  });

  it('The clock skips an hour when daylight saving time begins, and repeats one when it ends.', () => {
    expect([
      localTime('Europe/Berlin', '2026-03-29T00:59:59Z'),
      localTime('Europe/Berlin', '2026-03-29T01:00:00Z'),
    ]).toEqual(['2026-03-29 01:59:59', '2026-03-29 03:00:00']);
    expect([
      localTime('Europe/Berlin', '2026-10-25T00:30:00Z'),
      localTime('Europe/Berlin', '2026-10-25T01:30:00Z'),
    ]).toEqual(['2026-10-25 02:30:00', '2026-10-25 02:30:00']);
  });

  it('The clock returns the local day.', () => {
    expect(new WallClock('America/New_York').dayAt(new Date('2026-11-23T01:00:00Z'))).toBe('2026-11-22');
  });

  it.each(['Europe/Berlin', 'asia/bangkok', 'UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])(
    'The time zone %s is accepted.',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    '',
    'Mars/Olympus',
    '+02:00',
    'Europe/Berlin\n',
    'Europe Berlin',
    'x'.repeat(65),
    undefined,
    ['UTC'],
    5,
  ])('The time zone %j is rejected.', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
