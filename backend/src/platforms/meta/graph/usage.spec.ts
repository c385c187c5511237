import { nextIntervalMs, throttlePauseMs } from '../../adapter/quota';
import { readUsage } from './usage';

const headers = (values: Record<string, unknown>): Headers =>
  new Headers(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
const business = (id: string, percent: number, regainMinutes = 0): Record<string, unknown> => ({
  [id]: [
    {
      type: 'pages',
      call_count: percent,
      total_cputime: 20,
      total_time: 20,
      estimated_time_to_regain_access: regainMinutes,
    },
  ],
});

describe('Usage headers', () => {
  it('Missing or unreadable usage headers count as zero.', () => {
    expect(readUsage(new Headers())).toEqual({ percent: 0, regainMs: 0 });
    expect(readUsage(new Headers({ 'x-app-usage': 'oops' }))).toEqual({ percent: 0, regainMs: 0 });
  });

  it('The highest reported usage applies.', () => {
    expect(
      readUsage(headers({ 'X-App-Usage': { call_count: 28, total_time: 76, total_cputime: 25 } })).percent,
    ).toBe(76);
    const both = headers({
      'X-App-Usage': { call_count: 28 },
      'X-Business-Use-Case-Usage': business('1000001', 95, 7),
    });
    expect(readUsage(both, '1000001')).toEqual({ percent: 95, regainMs: 420_000 });
  });

  it('Usage headers may contain numbers as strings.', () => {
    expect(readUsage(headers({ 'X-App-Usage': { call_count: '91', total_time: 'much' } })).percent).toBe(91);
  });

  it("Another account's usage does not slow this account down.", () => {
    const several = headers({
      'X-Business-Use-Case-Usage': { ...business('1000001', 30), ...business('1000002', 100, 60) },
    });
    expect(readUsage(several, '1000001')).toEqual({ percent: 30, regainMs: 0 });
  });

  it.each([
    [0, 3_000],
    [74, 3_000],
    [75, 6_000],
    [89, 6_000],
    [90, 12_000],
    [99, 12_000],
    [100, 300_000],
    [140, 300_000],
  ])('At %i%% usage, calls are %i ms apart.', (percent, expected) => {
    expect(nextIntervalMs({ percent, regainMs: 0 }, 3_000)).toBe(expected);
  });

  it('At the limit, calls stop for the estimated time, but for at least five minutes.', () => {
    expect([throttlePauseMs(0), throttlePauseMs(60_000), throttlePauseMs(900_000)]).toEqual([
      300_000, 300_000, 900_000,
    ]);
    expect(nextIntervalMs({ percent: 100, regainMs: 1_200_000 }, 3_000)).toBe(1_200_000);
  });
});
