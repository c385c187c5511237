import { dayRangeOf } from './period';

describe('Named periods', () => {
  it('Last month is the whole previous month, even in January and after a shorter month.', () => {
    expect(dayRangeOf('last-month', new Date(2026, 0, 31, 23, 59))).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    });
    expect(dayRangeOf('last-month', new Date(2028, 2, 31))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('The other periods end today.', () => {
    const now = new Date(2026, 2, 5, 0, 1);
    expect(dayRangeOf('this-month', now)).toEqual({ from: '2026-03-01', to: '2026-03-05' });
    expect(dayRangeOf('last-30-days', now)).toEqual({ from: '2026-02-04', to: '2026-03-05' });
    expect(dayRangeOf('this-year', now)).toEqual({ from: '2026-01-01', to: '2026-03-05' });
  });
});
