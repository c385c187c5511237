import { isoTime } from './iso-time';

describe('An ISO 8601 time', () => {
  it('The result is the same as that of toISOString, even if other times were converted in between.', () => {
    const now = Date.UTC(2026, 10, 23, 12, 0, 0, 7);
    // Times whose milliseconds have the same low bits, times before 1970, and fractions of a millisecond.
    for (const ms of [now, now + 256, now, now + 65_536, -1, -257, 0, 256, now + 0.5, now, 8.64e15]) {
      expect(isoTime(ms)).toBe(new Date(ms).toISOString());
    }
  });

  it('A value that is not a time is rejected.', () => {
    expect(() => isoTime(Number.NaN)).toThrow(RangeError);
  });
});
