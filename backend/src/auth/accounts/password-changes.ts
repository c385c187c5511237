import { Injectable } from '@nestjs/common';
import type { AuditAction, ChangePasswordRequest, Session } from '@sellary/contracts';
import { ApiError, Transactions, type Tx } from '../../kernel';
import { actorOf, type Principal } from '../access/principal';
import { SecurityLog } from '../audit/security-log';
import { linkTokenHash } from '../link-token';
import { Sessions } from '../sessions/sessions';
import type { Visitor } from '../sessions/visitor';
import { SignInLimits } from './sign-in-limits';
import { Credentials } from './credentials';
import { emailKeyOf } from './email-address';
import { checkNewPassword } from './password-policy';

const wrongCurrentPassword = (): ApiError => {
  const message = 'The current password is wrong.';
  return new ApiError('INVALID_CREDENTIALS', message, [{ field: 'current', message }]);
};
const unknownLink = (): ApiError =>
  new ApiError('NOT_FOUND', 'This link is invalid, was already used, or has expired. Request a new one.');

/** Sets a new password, and ends all of the user's other sessions. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly signInLimits: SignInLimits,
    private readonly securityLog: SecurityLog,
  ) {}

  static withoutWorkspace(): ApiError {
    return new ApiError(
      'FORBIDDEN',
      'Your password was changed. You are no longer a member of any workspace. Ask for an invitation.',
    );
  }

  /**
   * Changes the caller's password, and ends all of the caller's other sessions. A wrong current password
   * counts as a failed sign-in, so that a stolen access token does not help anyone guess the password.
   * @throws ApiError INVALID_CREDENTIALS, VALIDATION_FAILED, RATE_LIMITED
   */
  async change(
    principal: Principal,
    { current, next }: ChangePasswordRequest,
    visitor: Visitor,
  ): Promise<void> {
    checkNewPassword(next, principal, 'next');
    const currentHash = await this.checkedHash(emailKeyOf(principal.email), current, visitor);
    const passwordHash = await this.credentials.hash(next);
    await this.transactions.run(async (tx) => {
      // If two changes run at the same time, the second one's current password is already out of date.
      if (!(await this.credentials.replace(tx, principal.userId, passwordHash, currentHash))) {
        throw wrongCurrentPassword();
      }
      const ended = await this.sessions.end(tx, 'user_id = $2 AND id <> $3', [
        principal.userId,
        principal.sessionId,
      ]);
      await this.record(tx, principal.userId, principal.name, 'account.password', {
        ...visitor,
        sessionsEnded: ended.length,
      });
    });
  }

  /**
   * Sets a password with a reset link, which works once. `session` is null if the user is not in any
   * workspace.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED, RATE_LIMITED
   */
  async reset(
    token: string,
    password: string,
    visitor: Visitor,
  ): Promise<{ userId: string; session: Session | null }> {
    const tokenHash = linkTokenHash(token);
    const owner = await this.signInLimits.findByLink(visitor.address, async () =>
      tokenHash === null ? undefined : this.credentials.findResetOwner(tokenHash),
    );
    if (tokenHash === null || owner === undefined) throw unknownLink();
    checkNewPassword(password, owner);
    const passwordHash = await this.credentials.hash(password);
    const session = await this.transactions.run(async (tx) => {
      if (!(await this.credentials.consumeReset(tx, tokenHash))) throw unknownLink();
      await this.credentials.replace(tx, owner.userId, passwordHash, null);
      const ended = await this.sessions.end(tx, 'user_id = $2', [owner.userId]);
      await this.record(tx, owner.userId, owner.name, 'account.reset', {
        ...visitor,
        sessionsEnded: ended.length,
      });
      const { userId, workspaceId } = owner;
      return workspaceId === null ? null : this.sessions.start(tx, { userId, workspaceId }, visitor);
    });
    return { userId: owner.userId, session };
  }

  private async checkedHash(emailKey: string, password: string, { address }: Visitor): Promise<string> {
    try {
      return (
        await this.signInLimits.login(emailKey, address, () => this.credentials.check(emailKey, password))
      ).passwordHash;
    } catch (error) {
      throw error instanceof ApiError && error.code === 'INVALID_CREDENTIALS'
        ? wrongCurrentPassword()
        : error;
    }
  }

  private record(tx: Tx, userId: string, name: string, action: AuditAction, after: unknown): Promise<void> {
    return this.securityLog.record(tx, userId, { actor: actorOf({ userId, name }), action, after });
  }
}
