import { Inject, Injectable } from '@nestjs/common';
import {
  type AuditAction,
  type CreatedInvite,
  INVITE_LIFETIME_MS,
  type InviteList,
  type InviteMemberRequest,
  MAX_OPEN_INVITES,
  type PendingInvite,
  type Role,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  ApiError,
  APP_CONFIG,
  type AppConfig,
  Clock,
  type PageQuery,
  pageRequest,
  recordAudit,
  toPage,
  Transactions,
  type Tx,
  uuidV7,
} from '../../kernel';
import { auditedBy, type Principal } from '../access/principal';
import { emailKeyOf } from '../accounts/email-address';
import { linkTokenHash, newLinkToken } from '../link-token';
import { lockMembersAndReadCaller } from '../members/members-lock';
import { canGrantRole, assertCanChangeRoles, assertOwnWorkspace } from '../members/role-rules';

const OPEN = 'accepted_at IS NULL AND revoked_at IS NULL';

interface InviteRow {
  id: string;
  email: string;
  role: Role;
  invited_by: string;
  invited_by_name: string;
  created_at: Date;
  expires_at: Date;
}

const toPending = (row: InviteRow): PendingInvite => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: { id: row.invited_by, name: row.invited_by_name },
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
const auditedFields = ({ email, role, expires_at }: InviteRow): object => ({
  email,
  role,
  expiresAt: expires_at.toISOString(),
});

/** Creates, lists, and revokes invitations. `InviteAcceptance` accepts them. */
@Injectable()
export class Invites {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists the open invitations, newest first. The list includes expired invitations, so that admins can see
   * why a user has not joined.
   * @throws ApiError NOT_FOUND
   */
  async list(principal: Principal, workspaceId: string, query: PageQuery): Promise<InviteList> {
    const { limit, parameters } = pageRequest(query);
    const rows = await this.dataSource.query<InviteRow[]>(
      `SELECT * FROM invites WHERE workspace_id = $1 AND ${OPEN} AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [assertOwnWorkspace(principal, workspaceId), ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.created_at.toISOString(), id: row.id }));
    return { invites: page.rows.map(toPending), nextCursor: page.nextCursor };
  }

  /**
   * Creates an invitation and its link, and revokes the email's earlier open invitation. `origin` is the
   * link's base URL on servers without PUBLIC_URL.
   * @throws ApiError NOT_FOUND, FORBIDDEN, ALREADY_MEMBER, LIMIT_REACHED
   */
  async create(
    principal: Principal,
    workspaceId: string,
    request: InviteMemberRequest,
    origin: string,
  ): Promise<CreatedInvite> {
    assertOwnWorkspace(principal, workspaceId);
    const token = newLinkToken();
    const row = await this.transactions.run(async (tx) => {
      const caller = await lockMembersAndReadCaller(tx, principal);
      assertCanChangeRoles(caller, request.role);
      const emailKey = emailKeyOf(request.email);
      await assertNotMember(tx, workspaceId, emailKey);
      await this.revokeEarlierInvite(tx, caller, emailKey);
      await this.refuseTooMany(tx, workspaceId);
      const row = await this.insert(tx, principal, request, token);
      await this.audit(tx, principal, 'invite.create', row.id, { after: auditedFields(row) });
      return row;
    });
    return { ...toPending(row), token, link: `${this.config.publicUrl ?? origin}/invites/${token}` };
  }

  /**
   * Revokes an open invitation.
   * @throws ApiError NOT_FOUND (also if it was used or revoked), FORBIDDEN
   */
  async revoke(principal: Principal, workspaceId: string, inviteId: string): Promise<void> {
    assertOwnWorkspace(principal, workspaceId);
    await this.transactions.run(async (tx) => {
      const caller = await lockMembersAndReadCaller(tx, principal);
      const [row] = await tx.query<InviteRow>(
        `SELECT * FROM invites WHERE id = $1 AND workspace_id = $2 AND ${OPEN} FOR UPDATE`,
        [inviteId, workspaceId],
      );
      if (row === undefined) throw ApiError.notFound('invitation');
      assertCanChangeRoles(caller, row.role);
      await this.markRevoked(tx, caller, row);
    });
  }

  /**
   * Revokes the open invitations created by `inviterId` with a role that this user may no longer grant.
   * `role`: the inviter's new role, or null after a removal. `caller`: the user who made the change. Call it
   * under `lockMembers`.
   */
  async revokeNoLongerAllowed(
    tx: Tx,
    caller: Principal,
    inviterId: string,
    role: Role | null,
  ): Promise<void> {
    const rows = await tx.query<InviteRow>(
      `SELECT * FROM invites WHERE workspace_id = $1 AND invited_by = $2 AND ${OPEN} FOR UPDATE`,
      [caller.workspaceId, inviterId],
    );
    for (const row of rows) {
      if (role === null || !canGrantRole(role, row.role)) await this.markRevoked(tx, caller, row);
    }
  }

  /** Revokes the email's earlier open invitation, so that it can no longer grant its role. */
  private async revokeEarlierInvite(tx: Tx, caller: Principal, emailKey: string): Promise<void> {
    const [earlier] = await tx.query<InviteRow>(
      `SELECT * FROM invites WHERE workspace_id = $1 AND email_key = $2 AND ${OPEN} FOR UPDATE`,
      [caller.workspaceId, emailKey],
    );
    if (earlier === undefined) return;
    assertCanChangeRoles(caller, earlier.role);
    await this.markRevoked(tx, caller, earlier);
  }

  /**
   * @throws ApiError LIMIT_REACHED if the workspace has too many open invitations, not counting expired ones
   */
  private async refuseTooMany(tx: Tx, workspaceId: string): Promise<void> {
    const [row] = await tx.query<{ open: number }>(
      `SELECT count(*) AS open FROM invites WHERE workspace_id = $1 AND ${OPEN} AND expires_at > $2`,
      [workspaceId, this.clock.iso()],
    );
    if ((row?.open ?? 0) < MAX_OPEN_INVITES) return;
    throw new ApiError(
      'LIMIT_REACHED',
      `${MAX_OPEN_INVITES} invitations are open, which is the maximum. Revoke one that you no longer need.`,
    );
  }

  private async markRevoked(tx: Tx, principal: Principal, row: InviteRow): Promise<void> {
    await tx.query('UPDATE invites SET revoked_at = $2 WHERE id = $1', [row.id, this.clock.iso()]);
    await this.audit(tx, principal, 'invite.revoke', row.id, { before: auditedFields(row) });
  }

  private async insert(
    tx: Tx,
    principal: Principal,
    { email, role }: InviteMemberRequest,
    token: string,
  ): Promise<InviteRow> {
    const now = this.clock.now();
    const [row] = await tx.query<InviteRow>(
      `INSERT INTO invites (id, workspace_id, email, email_key, role, token_hash, invited_by, invited_by_name, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING *`,
      [
        uuidV7(),
        principal.workspaceId,
        email,
        emailKeyOf(email),
        role,
        linkTokenHash(token),
        principal.userId,
        principal.name,
        new Date(now),
        new Date(now + INVITE_LIFETIME_MS),
      ],
    );
    if (row === undefined) throw new Error('PostgreSQL returned no inserted row');
    return row;
  }

  private audit(
    tx: Tx,
    principal: Principal,
    action: AuditAction,
    id: string,
    change: { before?: unknown; after?: unknown },
  ): Promise<unknown> {
    return recordAudit(tx, {
      ...auditedBy(principal, this.clock.iso()),
      action,
      entityType: 'invite',
      entityId: id,
      ...change,
    });
  }
}

async function assertNotMember(tx: Tx, workspaceId: string, emailKey: string): Promise<void> {
  const member = await tx.query(
    'SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = $1 AND u.email_key = $2',
    [workspaceId, emailKey],
  );
  if (member.length > 0) throw new ApiError('ALREADY_MEMBER', 'This person is already a member.');
}
