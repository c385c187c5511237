import { bucketsOf, bucketUnitOf, isDay, periodOf } from './period';

describe('Report period', () => {
  const boundsOf = (from: string, to: string, timeZone: string): string[] => {
    const { start, end } = periodOf(from, to, timeZone);
    return [start.toISOString(), end.toISOString()];
  };

  it('A month begins and ends at midnight in its time zone, even if the clocks change in between.', () => {
    expect(boundsOf('2026-10-01', '2026-10-31', 'Europe/Berlin')).toEqual([
      '2026-09-30T22:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
    ]);
    expect(boundsOf('2026-10-01', '2026-10-31', 'Asia/Kolkata')).toEqual([
      '2026-09-30T18:30:00.000Z',
      '2026-10-31T18:30:00.000Z',
    ]);
    expect(boundsOf('2026-01-01', '2026-01-01', 'Pacific/Kiritimati')).toEqual([
      '2025-12-31T10:00:00.000Z',
      '2026-01-01T10:00:00.000Z',
    ]);
  });

  it('A day whose midnight is skipped by a clock change begins right after the change.', () => {
    // On this day, clocks in Beirut jump from midnight to 01:00.
    expect(boundsOf('2026-03-29', '2026-03-29', 'Asia/Beirut')).toEqual([
      '2026-03-28T22:00:00.000Z',
      '2026-03-29T21:00:00.000Z',
    ]);
  });

  it('Periods that end before they begin or are too long are rejected.', () => {
    expect(() => periodOf('2026-02-02', '2026-02-01', 'UTC')).toThrow('ends before it begins');
    expect(() => periodOf('2020-01-01', '2026-01-01', 'UTC')).toThrow('at most 1100 days');
  });

  it('Only a real calendar date is a valid day.', () => {
    expect(['2024-02-29', '1999-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', null, 20260101].some(isDay)).toBe(false);
  });

  it('Buckets of days, weeks that start on Monday, or months cover the period without gaps.', () => {
    const month = { from: '2026-10-01', to: '2026-10-31' };
    expect(bucketUnitOf(month)).toBe('day');
    expect(bucketsOf(month, 'day')).toHaveLength(31);
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    expect(bucketUnitOf(quarter)).toBe('week');
    const weeks = bucketsOf(quarter, 'week');
    expect(weeks.slice(0, 2)).toEqual([
      { from: '2026-10-01', to: '2026-10-04' },
      { from: '2026-10-05', to: '2026-10-11' },
    ]);
    expect(weeks.at(-1)).toEqual({ from: '2026-12-28', to: '2026-12-31' });
    const years = { from: '2025-12-15', to: '2027-02-10' };
    expect(bucketUnitOf(years)).toBe('month');
    expect(bucketsOf(years, 'month').slice(0, 3)).toEqual([
      { from: '2025-12-15', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ]);
  });
});
