import { momentNow, msSince, sleptSince } from './moment';

describe('a moment', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is as long ago as either clock states, so that time asleep counts', () => {
    const then = momentNow();
    jest.advanceTimersByTime(1_000);
    expect(msSince(then)).toBe(1_000);
    jest.setSystemTime(Date.now() + 60_000);
    expect(msSince(then)).toBe(61_000);
  });

  it('is not moved closer by a wall clock that is set back', () => {
    const then = momentNow();
    jest.advanceTimersByTime(7_000);
    jest.setSystemTime(Date.now() - 3_600_000);
    expect(msSince(then)).toBe(7_000);
    expect(sleptSince(then)).toBe(false);
  });

  it('tells sleep from a timer that ran late', () => {
    const then = momentNow();
    jest.advanceTimersByTime(60_000);
    expect(sleptSince(then)).toBe(false);
    jest.setSystemTime(Date.now() + 3_000);
    expect(sleptSince(then)).toBe(true);
  });
});
