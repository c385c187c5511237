import { Injectable } from '@nestjs/common';
import {
  type AcceptInviteRequest,
  type InviteStatus,
  type InviteView,
  MAX_MEMBERS,
  type Role,
  type Session,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  ApiError,
  assertBelowLimit,
  Clock,
  poolReader,
  type Reader,
  recordAudit,
  Transactions,
  type Tx,
  uuidV7,
} from '../../kernel';
import { actorOf, type Principal } from '../access/principal';
import { SignInLimits } from '../accounts/sign-in-limits';
import { Credentials, emailTaken, insertUser, type RecognizedUser } from '../accounts/credentials';
import { emailKeyOf } from '../accounts/email-address';
import { checkNewPassword } from '../accounts/password-policy';
import { linkTokenHash } from '../link-token';
import { currentRole, lockMembers } from '../members/members-lock';
import { canGrantRole } from '../members/role-rules';
import { Sessions } from '../sessions/sessions';
import type { Visitor } from '../sessions/visitor';

interface InviteRow {
  id: string;
  workspace_id: string;
  workspace: string;
  email: string;
  email_key: string;
  role: Role;
  invited_by: string;
  invited_by_name: string;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  account_id: string | null;
}

interface NewMember {
  userId: string;
  name: string;
}
/** The joining user: signed in, identified by an account password, or new. */
type JoiningUser =
  { caller: Principal } | { accountHolder: RecognizedUser } | { name: string; passwordHash: string };

/**
 * Shows and accepts invitations. An invitation allows its recipient to register even if REGISTRATION is
 * closed.
 */
@Injectable()
export class InviteAcceptance {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly signInLimits: SignInLimits,
  ) {}

  /** @throws ApiError NOT_FOUND, RATE_LIMITED */
  async view(token: string, address: string): Promise<InviteView> {
    const row = await this.find(token, address);
    return {
      workspace: { name: row.workspace },
      email: row.email,
      role: row.role,
      invitedBy: row.invited_by_name,
      expiresAt: row.expires_at.toISOString(),
      status: this.statusOf(row),
      hasAccount: row.account_id !== null,
    };
  }

  /**
   * Accepts an invitation. `caller` is the signed-in user, if any; the new session replaces theirs. If two
   * calls arrive at the same time, only one succeeds.
   * @throws ApiError NOT_FOUND, INVITE_USED, INVITE_REVOKED, INVITE_EXPIRED, ALREADY_MEMBER, FORBIDDEN
   * (signed in with another email), UNAUTHENTICATED (not signed in, and no password), LIMIT_REACHED,
   * EMAIL_TAKEN, INVALID_CREDENTIALS, VALIDATION_FAILED, RATE_LIMITED
   */
  async accept(
    token: string,
    request: AcceptInviteRequest,
    caller: Principal | null,
    visitor: Visitor,
  ): Promise<Session> {
    const invite = await this.find(token, visitor.address);
    this.assertPending(invite);
    if (caller !== null) return this.join(invite, this.asCaller(invite, caller), visitor);
    const { name, password } = request;
    if (password === undefined) {
      throw new ApiError('UNAUTHENTICATED', `Sign in as ${invite.email}, or enter a password.`);
    }
    if (name === undefined) {
      return this.join(invite, await this.signInAccountHolder(invite, password, visitor), visitor);
    }
    return this.joinAsNew(invite, name, password, visitor);
  }

  private asCaller(invite: InviteRow, caller: Principal): JoiningUser {
    if (emailKeyOf(caller.email) === invite.email_key) return { caller };
    throw new ApiError(
      'FORBIDDEN',
      `This invitation is for ${invite.email}; you are signed in as ${caller.email}.`,
    );
  }

  private async signInAccountHolder(
    invite: InviteRow,
    password: string,
    { address }: Visitor,
  ): Promise<JoiningUser> {
    if (invite.account_id === null) {
      throw ApiError.invalid('name', 'name is required because this email does not have an account yet');
    }
    return {
      accountHolder: await this.signInLimits.login(invite.email_key, address, () =>
        this.credentials.check(invite.email_key, password),
      ),
    };
  }

  private async joinAsNew(
    invite: InviteRow,
    name: string,
    password: string,
    visitor: Visitor,
  ): Promise<Session> {
    if (invite.account_id !== null) throw emailTaken();
    checkNewPassword(password, { email: invite.email, name });
    const attempt = await this.signInLimits.beginRegistration(visitor.address);
    try {
      return await this.join(invite, { name, passwordHash: await this.credentials.hash(password) }, visitor);
    } catch (error) {
      throw await this.signInLimits.countFailure(attempt, error);
    }
  }

  private join(invite: InviteRow, joiningUser: JoiningUser, visitor: Visitor): Promise<Session> {
    return this.transactions.run(async (tx) => {
      await lockMembers(tx, invite.workspace_id);
      const current = await this.read(tx, 'i.id = $1', invite.id);
      if (current === undefined) throw ApiError.notFound('invitation');
      this.assertPending(current);
      await this.assertInviterMayGrant(tx, current);
      const newMember = await this.findOrCreateUser(tx, current, joiningUser);
      await this.admit(tx, current, newMember);
      const workspaceId = current.workspace_id;
      if ('caller' in joiningUser) return this.sessions.replace(tx, joiningUser.caller, workspaceId, visitor);
      return this.sessions.start(tx, { userId: newMember.userId, workspaceId }, visitor);
    });
  }

  /**
   * Checks that the inviter may still grant this role.
   * @throws ApiError INVITE_REVOKED
   */
  private async assertInviterMayGrant(tx: Tx, invite: InviteRow): Promise<void> {
    const role = await currentRole(tx, invite.workspace_id, invite.invited_by);
    if (role === null || !canGrantRole(role, invite.role)) throw inviteRevoked();
  }

  private async findOrCreateUser(tx: Tx, invite: InviteRow, joiningUser: JoiningUser): Promise<NewMember> {
    if ('caller' in joiningUser) return { userId: joiningUser.caller.userId, name: joiningUser.caller.name };
    if ('accountHolder' in joiningUser) {
      const { userId } = joiningUser.accountHolder;
      await this.credentials.confirm(tx, joiningUser.accountHolder);
      const [user] = await tx.query<{ name: string }>('SELECT name FROM users WHERE id = $1', [userId]);
      if (user === undefined) throw ApiError.notFound('account');
      return { userId, name: user.name };
    }
    const userId = uuidV7();
    await insertUser(
      tx,
      { id: userId, email: invite.email, name: joiningUser.name, passwordHash: joiningUser.passwordHash },
      this.clock.iso(),
    );
    return { userId, name: joiningUser.name };
  }

  private async admit(tx: Tx, invite: InviteRow, { userId, name }: NewMember): Promise<void> {
    await assertBelowLimit(tx, {
      name: 'members',
      workspaceId: invite.workspace_id,
      countSql: 'SELECT count(*) FROM memberships WHERE workspace_id = $1',
      max: MAX_MEMBERS,
      message: `This workspace has ${MAX_MEMBERS} members, which is the maximum. Ask an admin to remove a member first.`,
    });
    const at = this.clock.iso();
    const added = await tx.query(
      'INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING user_id',
      [invite.workspace_id, userId, invite.role, at],
    );
    if (added.length === 0) throw new ApiError('ALREADY_MEMBER', 'You are already a member.');
    await tx.query('UPDATE invites SET accepted_at = $2 WHERE id = $1', [invite.id, at]);
    await recordAudit(tx, {
      workspaceId: invite.workspace_id,
      actor: actorOf({ userId, name }),
      action: 'member.join',
      entityType: 'member',
      entityId: userId,
      after: {
        email: invite.email,
        name,
        role: invite.role,
        invitedBy: invite.invited_by_name,
        inviteId: invite.id,
      },
      at,
    });
  }

  private async find(token: string, address: string): Promise<InviteRow> {
    const hash = linkTokenHash(token);
    const row = await this.signInLimits.findByLink(address, async () =>
      hash === null ? undefined : this.read(poolReader(this.dataSource), 'i.token_hash = $1', hash),
    );
    if (row === undefined) throw ApiError.notFound('invitation');
    return row;
  }

  private async read(reader: Reader, where: string, value: unknown): Promise<InviteRow | undefined> {
    const [row] = await reader.query<InviteRow>(
      `SELECT i.*, w.name AS workspace, u.id AS account_id FROM invites i JOIN workspaces w ON w.id = i.workspace_id
       LEFT JOIN users u ON u.email_key = i.email_key WHERE ${where}`,
      [value],
    );
    return row;
  }

  private statusOf(invite: InviteRow): InviteStatus {
    if (invite.accepted_at !== null) return 'used';
    if (invite.revoked_at !== null) return 'revoked';
    return invite.expires_at.getTime() <= this.clock.now() ? 'expired' : 'pending';
  }

  private assertPending(invite: InviteRow): void {
    switch (this.statusOf(invite)) {
      case 'used':
        throw new ApiError('INVITE_USED', 'This invitation has already been used. Ask for a new one.');
      case 'revoked':
        throw inviteRevoked();
      case 'expired':
        throw new ApiError('INVITE_EXPIRED', 'This invitation has expired. Ask for a new one.');
      case 'pending':
    }
  }
}

const inviteRevoked = (): ApiError =>
  new ApiError('INVITE_REVOKED', 'This invitation was revoked. Ask for a new one.');
