import { GraphError } from '../graph/graph-error';
import { backoffMs, diagnose } from './diagnosis';

describe('Problems of a source', () => {
  it('Each retry waits twice as long, with jitter, up to thirty seconds.', () => {
    expect([1, 2, 3, 7, 40].map((failures) => backoffMs(failures, 1))).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
    expect(backoffMs(3, 0)).toBe(1_000);
  });

  it('A problem is reported only if it lasts.', () => {
    const reset = new GraphError('transient', 'reset');
    expect([1, 4, 5].map((failures) => diagnose(reset, failures, 0, 'Facebook').problem)).toEqual([null, null, 'UNREACHABLE']);
    expect(diagnose(new Error('connection terminated'), 9, 0, 'Facebook').problem).toBe('UNREACHABLE');
  });

  it('A throttle lasts as long as the platform estimates, and at least five minutes.', () => {
    const wait = (regain: number): number => diagnose(new GraphError('throttled', 'x', 80_001, null, regain), 1, 0, 'Facebook').waitMs;
    expect([wait(0), wait(900_000)]).toEqual([300_000, 900_000]);
  });

  it.each([
    ['token', 'CONNECTION_EXPIRED'],
    ['revoked', 'CONNECTION_EXPIRED'],
    ['permission', 'PERMISSION_MISSING'],
    ['held-back', 'PLATFORM_ERROR'],
    ['gone', 'LIVE_GONE'],
    ['setup', 'PLATFORM_ERROR'],
    ['request', 'PLATFORM_ERROR'],
  ] as const)('A problem of kind %s is reported as %s.', (kind, problem) => {
    expect(diagnose(new GraphError(kind, 'x'), 1, 0, 'Facebook').problem).toBe(problem);
  });

  it('A hidden object may also mean a sign-in without access to it.', () => {
    expect(diagnose(new GraphError('gone', 'x', 100, 33), 1, 0, 'Facebook').message).toContain('not visible to this sign-in');
  });

  it('A restricted page asks for patience, not for a new sign-in.', () => {
    const { message } = diagnose(new GraphError('held-back', 'x', 10, 1_893_063), 1, 0, 'Facebook');
    expect(message).toContain('restricting this account for a time');
    expect(message).not.toMatch(/connect/i);
  });

  it.each([
    [new GraphError('token', 'x', 190, 460), 'changed the password at Facebook'],
    [new GraphError('token', 'x', 190, 463), 'The sign-in at Facebook has expired'],
    [new GraphError('token', 'x', 190, 492), 'no longer has a role on the Page'],
    [new GraphError('token', 'x', 190, 4711), 'Facebook no longer accepts the sign-in'],
    [new GraphError('revoked', 'x', 190, 458), "The app was removed in the Facebook account's settings"],
    [new GraphError('permission', "(#10) requires 'pages_read_engagement'", 10), 'pages_read_engagement'],
    [new GraphError('gone', 'x', 100, 33), 'choose the broadcast on its page'],
  ])('says what happened and what to do: %#', (error, words) => {
    const { message } = diagnose(error, 1, 0, 'Facebook');
    expect(message).toContain(words);
    expect(message).toMatch(/[Rr]econnect the account|Pause the show/);
  });
});
