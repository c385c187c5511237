import { GraphError } from '../graph/graph-error';
import { backoffMs, diagnose } from './trouble';

describe('Trouble with a source', () => {
  it('backs off twice as long each time, with jitter, up to thirty seconds', () => {
    expect([1, 2, 3, 7, 40].map((failures) => backoffMs(failures, 1))).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
    expect(backoffMs(3, 0)).toBe(1_000);
  });

  it('is told only when it lasts', () => {
    const reset = new GraphError('transient', 'reset');
    expect([1, 4, 5].map((failures) => diagnose(reset, failures, 0).problem)).toEqual([null, null, 'UNREACHABLE']);
    expect(diagnose(new Error('connection terminated'), 9, 0).problem).toBe('UNREACHABLE');
  });

  it('of a throttle stays away for what the platform estimates, at least five minutes', () => {
    const wait = (regain: number): number => diagnose(new GraphError('throttled', 'x', 80_001, null, regain), 1, 0).waitMs;
    expect([wait(0), wait(900_000)]).toEqual([300_000, 900_000]);
  });

  it.each([
    ['token', 'CONNECTION_EXPIRED'],
    ['revoked', 'CONNECTION_EXPIRED'],
    ['permission', 'PERMISSION_MISSING'],
    ['gone', 'LIVE_GONE'],
    ['setup', 'PLATFORM_ERROR'],
    ['request', 'PLATFORM_ERROR'],
  ] as const)('of kind %s is told as %s', (kind, problem) => {
    expect(diagnose(new GraphError(kind, 'x'), 1, 0).problem).toBe(problem);
  });
});
