import { timeText } from './time-text';

describe('durations', () => {
  it.each([
    [40, '40 ms'],
    [1_360, '1.4 s'],
    [59_949, '59.9 s'],
    [59_999, '1 min 0 s'],
    [119_600, '2 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('The text for %i ms is %s.', (ms, text) => {
    expect(timeText(ms)).toBe(text);
  });
});
