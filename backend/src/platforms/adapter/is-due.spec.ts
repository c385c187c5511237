import { isDue } from './is-due';

describe('The end of an interval', () => {
  it('An interval is over once its time has passed, or after the clock was set back.', () => {
    expect([isDue(1_999, 1_000, 1_000), isDue(2_000, 1_000, 1_000), isDue(999, 1_000, 1_000)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
