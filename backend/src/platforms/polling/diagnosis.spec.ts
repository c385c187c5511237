import { PlatformError } from '../adapter/platform-error';
import { backoffMs, diagnose } from './diagnosis';

describe('Problems of a source', () => {
  it('Each retry waits twice as long, with jitter, up to thirty seconds.', () => {
    expect([1, 2, 3, 7, 40].map((failures) => backoffMs(failures, 1))).toEqual([
      500, 1_000, 2_000, 30_000, 30_000,
    ]);
    expect(backoffMs(3, 0)).toBe(1_000);
  });

  it('A problem is reported only if it lasts.', () => {
    const reset = new PlatformError('transient', 'reset');
    expect([1, 4, 5].map((failures) => diagnose(reset, failures, 0, 'Toy').problem)).toEqual([
      null,
      null,
      'UNREACHABLE',
    ]);
    expect(diagnose(new Error('connection terminated'), 9, 0, 'Toy').problem).toBe('UNREACHABLE');
  });

  it('of a throttle stays away for what the platform asks, and five minutes if it does not say', () => {
    const wait = (retryAfterMs: number): number =>
      diagnose(new PlatformError('throttled', 'x', { retryAfterMs }), 1, 0, 'Toy').waitMs;
    expect([wait(0), wait(900_000)]).toEqual([300_000, 900_000]);
  });

  it.each([
    ['reconnect', 'CONNECTION_EXPIRED'],
    ['revoked', 'CONNECTION_EXPIRED'],
    ['permission', 'PERMISSION_MISSING'],
    ['held-back', 'PLATFORM_ERROR'],
    ['not-found', 'LIVE_GONE'],
    ['misconfigured', 'PLATFORM_ERROR'],
    ['rejected', 'PLATFORM_ERROR'],
  ] as const)('A problem of kind %s is reported as %s.', (kind, problem) => {
    expect(diagnose(new PlatformError(kind, 'x'), 1, 0, 'Toy').problem).toBe(problem);
  });

  it('A hidden object may also mean a sign-in without access to it.', () => {
    expect(diagnose(new PlatformError('not-found', 'x'), 1, 0, 'Toy').message).toContain(
      'not visible to this sign-in',
    );
  });

  it('A restricted page asks for patience, not for a new sign-in.', () => {
    const { message } = diagnose(new PlatformError('held-back', 'x'), 1, 0, 'Toy');
    expect(message).toContain('restricting this account for a time');
    expect(message).not.toMatch(/connect/i);
  });

  it.each([
    [new PlatformError('reconnect', 'The password was changed.'), 'The password was changed. Reconnect'],
    [new PlatformError('revoked', 'The app was removed.'), 'The app was removed. Reconnect'],
    [new PlatformError('permission', "(#10) requires 'read_engagement'"), 'read_engagement'],
    [new PlatformError('not-found', 'x'), 'Use another broadcast'],
  ])('says what happened and what to do: %#', (error, words) => {
    const { message } = diagnose(error, 1, 0, 'Toy');
    expect(message).toContain(words);
    expect(message).toMatch(/[Rr]econnect the account|Use another broadcast/);
  });
});
