import { type ConnectCapability, PlatformError } from '@sellary/extension-kit';
import { diagnose } from './diagnosis';

const TOY = { label: 'Toy', connect: {} as ConnectCapability };

describe('Source problems', () => {
  it('A transient problem is reported only if it lasts.', () => {
    const reset = new PlatformError('transient', 'reset');
    expect([1, 4, 5].map((failures) => diagnose(reset, failures, TOY).problem)).toEqual([
      null,
      null,
      'UNREACHABLE',
    ]);
    expect(diagnose(new Error('connection terminated'), 9, TOY).problem).toBe('UNREACHABLE');
  });

  it('Only a database failure is reported as a database failure.', () => {
    const messages = [new Error('connection terminated'), new TypeError('x is undefined')].map(
      (error) => diagnose(error, 9, TOY).message,
    );
    expect(messages).toEqual([
      'The database is not responding. Retrying.',
      'An unexpected error occurred while reading comments from Toy. Retrying.',
    ]);
  });

  it.each([
    ['reconnect', 'CONNECTION_EXPIRED'],
    ['revoked', 'CONNECTION_EXPIRED'],
    ['permission', 'PERMISSION_MISSING'],
    ['held-back', 'PLATFORM_ERROR'],
    ['not-found', 'LIVE_GONE'],
    ['misconfigured', 'PLATFORM_ERROR'],
    ['rejected', 'PLATFORM_ERROR'],
  ] as const)('A platform error of kind %s is reported as %s.', (kind, problem) => {
    expect(diagnose(new PlatformError(kind, 'x'), 1, TOY).problem).toBe(problem);
  });

  it('The message about a missing broadcast mentions an account without access as a possible reason.', () => {
    expect(diagnose(new PlatformError('not-found', 'x'), 1, TOY).message).toContain(
      'not visible to the connected account',
    );
  });

  it('Messages about a platform without accounts do not advise connecting one.', () => {
    for (const kind of ['permission', 'not-found'] as const) {
      const { message } = diagnose(new PlatformError(kind, 'x'), 1, { label: 'Toy' });
      expect(message).not.toMatch(/account/);
    }
  });

  it('The message about a restricted account does not ask the user to reconnect.', () => {
    const { message } = diagnose(new PlatformError('held-back', 'x'), 1, TOY);
    expect(message).toContain('temporarily restricting this account');
    expect(message).not.toMatch(/connect/i);
  });

  it.each([
    [
      new PlatformError('reconnect', 'The password was changed.'),
      'The password was changed. Connect the account again',
    ],
    [new PlatformError('revoked', 'The app was removed.'), 'The app was removed. Connect the account again'],
    [new PlatformError('permission', "(#10) requires 'read_engagement'"), 'read_engagement'],
    [new PlatformError('not-found', 'x'), 'Use another broadcast'],
  ])('A problem message explains what happened and what to do (case %#).', (error, text) => {
    const { message } = diagnose(error, 1, TOY);
    expect(message).toContain(text);
    expect(message).toMatch(/[Cc]onnect the account again|Use another broadcast/);
  });
});
