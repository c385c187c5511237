import { momentNow, msSince, sleptSince } from './moment';

describe('a moment', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('The age of a moment comes from the clock that advanced further, so that it includes sleep.', () => {
    const then = momentNow();
    jest.advanceTimersByTime(1_000);
    expect(msSince(then)).toBe(1_000);
    jest.setSystemTime(Date.now() + 60_000);
    expect(msSince(then)).toBe(61_000);
  });

  it('Setting the wall clock back does not make a moment younger.', () => {
    const then = momentNow();
    jest.advanceTimersByTime(7_000);
    jest.setSystemTime(Date.now() - 3_600_000);
    expect(msSince(then)).toBe(7_000);
    expect(sleptSince(then)).toBe(false);
  });

  it('Sleep is detected as drift between the clocks, so that a late timer is not mistaken for sleep.', () => {
    const then = momentNow();
    jest.advanceTimersByTime(60_000);
    expect(sleptSince(then)).toBe(false);
    jest.setSystemTime(Date.now() + 3_000);
    expect(sleptSince(then)).toBe(true);
  });
});
