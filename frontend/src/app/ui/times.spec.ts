import { duration } from './times';

describe('duration', () => {
  it.each([
    [0, '0.0 s'],
    [4_240, '4.2 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_600, '1 h'],
    [5_520_000, '1 h 32 min'],
    [7_200_000, '2 h'],
  ])('%i ms is shown as "%s".', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
