import { PlatformError } from '@sellary/extension-kit';
import { retryWaitMs } from './retry-wait';

describe('The wait before a retry', () => {
  it('Each retry waits twice as long, with jitter, up to thirty seconds.', () => {
    const reset = new PlatformError('transient', 'reset');
    expect([1, 2, 3, 7, 40].map((failures) => retryWaitMs(reset, failures, 1))).toEqual([
      500, 1_000, 2_000, 30_000, 30_000,
    ]);
    expect(retryWaitMs(reset, 3, 0)).toBe(1_000);
    expect(retryWaitMs(new Error('connection terminated'), 3, 0)).toBe(1_000);
  });

  it('A throttle lasts as long as the platform requests, or five minutes if it does not specify a time.', () => {
    const wait = (retryAfterMs: number): number =>
      retryWaitMs(new PlatformError('throttled', 'x', { retryAfterMs }), 1, 0);
    expect([wait(0), wait(900_000)]).toEqual([300_000, 900_000]);
  });

  it('A problem that the user has to fix is checked once a minute.', () => {
    expect(retryWaitMs(new PlatformError('reconnect', 'x'), 1, 0)).toBe(60_000);
  });
});
