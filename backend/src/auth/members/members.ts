import { Injectable } from '@nestjs/common';
import type { AuditAction, Member, MemberList, Role } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  ApiError,
  Clock,
  type PageQuery,
  pageRequest,
  poolReader,
  type Reader,
  recordAudit,
  toPage,
  Transactions,
  type Tx,
} from '../../kernel';
import { Access } from '../access/access';
import { auditedBy, type Principal } from '../access/principal';
import { Invites } from '../invites/invites';
import { Sessions } from '../sessions/sessions';
import { lockMembersAndReadCaller } from './members-lock';
import { assertCanChangeRoles, assertOwnWorkspace } from './role-rules';

interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  since: Date;
}

const toMember = ({ id, email, name, role, since }: MemberRow): Member => ({
  user: { id, email, name },
  role,
  since: since.toISOString(),
});

/**
 * A workspace's members. A change applies from the member's next request and closes the member's sockets. The
 * last owner cannot leave.
 */
@Injectable()
export class Members {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly invites: Invites,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Lists members in the order in which they joined.
   * @throws ApiError NOT_FOUND
   */
  async list(principal: Principal, workspaceId: string, query: PageQuery): Promise<MemberList> {
    const { limit, parameters } = pageRequest(query);
    const reader = poolReader(this.dataSource);
    const rows = await readMembers(reader, assertOwnWorkspace(principal, workspaceId), parameters);
    const page = toPage(rows, limit, (row) => ({ sortValue: row.since.toISOString(), id: row.id }));
    return { members: page.rows.map(toMember), nextCursor: page.nextCursor };
  }

  /**
   * Changes a role. Only an owner can add or remove owners.
   * @throws ApiError NOT_FOUND, FORBIDDEN, LAST_OWNER
   */
  async changeRole(principal: Principal, workspaceId: string, userId: string, role: Role): Promise<Member> {
    const changedMember = await this.withLockedMember(
      principal,
      workspaceId,
      userId,
      async (tx, caller, members, member) => {
        if (role === member.role) return toMember(member);
        assertCanChangeRoles(caller, member.role, role);
        if (role !== 'owner') requireAnotherOwner(members, member);
        await tx.query('UPDATE memberships SET role = $3 WHERE workspace_id = $1 AND user_id = $2', [
          workspaceId,
          userId,
          role,
        ]);
        await this.audit(tx, principal, 'member.role', userId, { role: member.role }, { role });
        await this.invites.revokeNoLongerAllowed(tx, caller, userId, role);
        return { ...toMember(member), role };
      },
    );
    this.access.announceChange(userId);
    return changedMember;
  }

  /**
   * Every member may leave; only admins may remove others.
   * @throws ApiError NOT_FOUND, FORBIDDEN, LAST_OWNER
   */
  async remove(principal: Principal, workspaceId: string, userId: string): Promise<void> {
    await this.withLockedMember(principal, workspaceId, userId, async (tx, caller, members, member) => {
      if (userId !== principal.userId) assertCanChangeRoles(caller, member.role);
      requireAnotherOwner(members, member);
      await tx.query('DELETE FROM memberships WHERE workspace_id = $1 AND user_id = $2', [
        workspaceId,
        userId,
      ]);
      // Otherwise, the old tokens would work again after a later invitation.
      await this.sessions.end(tx, 'user_id = $2 AND workspace_id = $3', [userId, workspaceId]);
      const action = userId === principal.userId ? 'member.leave' : 'member.remove';
      await this.audit(tx, principal, action, userId, {
        email: member.email,
        name: member.name,
        role: member.role,
      });
      await this.invites.revokeNoLongerAllowed(tx, caller, userId, null);
    });
    this.access.announceChange(userId);
  }

  private withLockedMember<T>(
    principal: Principal,
    workspaceId: string,
    userId: string,
    change: (tx: Tx, caller: Principal, members: MemberRow[], member: MemberRow) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run(async (tx) => {
      assertOwnWorkspace(principal, workspaceId);
      const caller = await lockMembersAndReadCaller(tx, principal);
      const members = await readMembers(tx, workspaceId);
      const member = members.find(({ id }) => id === userId);
      if (member === undefined) throw ApiError.notFound('member');
      return change(tx, caller, members, member);
    });
  }

  private audit(
    tx: Tx,
    principal: Principal,
    action: AuditAction,
    userId: string,
    before: unknown,
    after?: unknown,
  ): Promise<unknown> {
    return recordAudit(tx, {
      ...auditedBy(principal, this.clock.iso()),
      action,
      entityType: 'member',
      entityId: userId,
      before,
      after,
    });
  }
}

function requireAnotherOwner(members: MemberRow[], member: MemberRow): void {
  if (member.role !== 'owner' || members.filter(({ role }) => role === 'owner').length > 1) return;
  throw new ApiError('LAST_OWNER', 'A workspace needs an owner. Make another member an owner first.');
}

const readMembers = (
  reader: Reader,
  workspaceId: string,
  pageParameters: unknown[] = [null, null, null],
): Promise<MemberRow[]> =>
  reader.query<MemberRow>(
    `SELECT u.id, u.email, u.name, m.role, m.created_at AS since FROM memberships m JOIN users u ON u.id = m.user_id
     WHERE m.workspace_id = $1 AND ($2::timestamptz IS NULL OR (m.created_at, u.id) > ($2, $3::uuid))
     ORDER BY m.created_at, u.id LIMIT $4`,
    [workspaceId, ...pageParameters],
  );
