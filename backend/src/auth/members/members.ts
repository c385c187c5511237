import { Injectable } from '@nestjs/common';
import type { Member, MemberList, Role } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  ApiError,
  Clock,
  decodeCursor,
  type Keyset,
  type PageQuery,
  poolReader,
  type Reader,
  recordAudit,
  toPage,
  Transactions,
  type Tx,
} from '../../kernel';
import { Access } from '../access/access';
import type { Principal } from '../access/principal';
import { mayTouch, own } from './who-may';

interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  since: Date;
}

const toMember = ({ id, email, name, role, since }: MemberRow): Member => ({ user: { id, email, name }, role, since: since.toISOString() });

/** The people of a workspace. A change counts from their next request on, and cuts off their sockets; the last owner stays. */
@Injectable()
export class Members {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** In the order in which they came. @throws ApiError NOT_FOUND */
  async list(principal: Principal, workspaceId: string, query: PageQuery): Promise<MemberList> {
    const limit = query.limit ?? 50;
    const reader = poolReader(this.dataSource);
    const rows = await read(reader, own(principal, workspaceId), { after: decodeCursor(query.cursor), limit: limit + 1 });
    const page = toPage(rows, limit, (row) => ({ at: row.since.toISOString(), id: row.id }));
    return { members: page.rows.map(toMember), nextCursor: page.nextCursor };
  }

  /** Only an owner makes or unmakes owners. @throws ApiError NOT_FOUND, FORBIDDEN, LAST_OWNER */
  async changeRole(principal: Principal, workspaceId: string, userId: string, role: Role): Promise<Member> {
    const changed = await this.onMember(principal, workspaceId, userId, async (tx, members, member) => {
      if (role === member.role) return toMember(member);
      mayTouch(principal, member.role, role);
      if (role !== 'owner') keepOneOwner(members, member);
      await tx.query('UPDATE memberships SET role = $3 WHERE workspace_id = $1 AND user_id = $2', [workspaceId, userId, role]);
      await this.audit(tx, principal, 'member.role', userId, { role: member.role }, { role });
      return { ...toMember(member), role };
    });
    this.access.announceChange(userId);
    return changed;
  }

  /** Anybody may leave; removing others is for admins. @throws ApiError NOT_FOUND, FORBIDDEN, LAST_OWNER */
  async remove(principal: Principal, workspaceId: string, userId: string): Promise<void> {
    await this.onMember(principal, workspaceId, userId, async (tx, members, member) => {
      if (userId !== principal.userId) mayTouch(principal, member.role);
      keepOneOwner(members, member);
      await tx.query('DELETE FROM memberships WHERE workspace_id = $1 AND user_id = $2', [workspaceId, userId]);
      const action = userId === principal.userId ? 'member.leave' : 'member.remove';
      await this.audit(tx, principal, action, userId, { email: member.email, name: member.name, role: member.role });
    });
    this.access.announceChange(userId);
  }

  private onMember<T>(
    principal: Principal,
    workspaceId: string,
    userId: string,
    act: (tx: Tx, members: MemberRow[], member: MemberRow) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run(async (tx) => {
      // One change of a workspace's people at a time: two owners must not remove each other at once.
      await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [own(principal, workspaceId)]);
      const members = await read(tx, workspaceId);
      const member = members.find((one) => one.id === userId);
      if (member === undefined) throw ApiError.notFound('member');
      // The caller's own role may have changed while this waited for the lock.
      const caller = members.find((one) => one.id === principal.userId);
      if (caller?.role !== principal.role) throw new ApiError('FORBIDDEN', 'Your role has just changed. Look again.');
      return act(tx, members, member);
    });
  }

  private audit(tx: Tx, principal: Principal, action: string, userId: string, before: unknown, after?: unknown): Promise<unknown> {
    const actor = { id: principal.userId, name: principal.name };
    return recordAudit(tx, {
      ...{ workspaceId: principal.workspaceId, actor, action, entityType: 'member', entityId: userId, before, at: this.clock.iso() },
      ...(after === undefined ? {} : { after }),
    });
  }
}

function keepOneOwner(members: MemberRow[], member: MemberRow): void {
  if (member.role !== 'owner' || members.filter((one) => one.role === 'owner').length > 1) return;
  throw new ApiError('LAST_OWNER', 'A workspace needs an owner. Make somebody else one first.');
}

const read = (reader: Reader, workspaceId: string, page?: { after: Keyset | null; limit: number }): Promise<MemberRow[]> =>
  reader.query<MemberRow>(
    `SELECT u.id, u.email, u.name, m.role, m.created_at AS since FROM memberships m JOIN users u ON u.id = m.user_id
     WHERE m.workspace_id = $1 AND ($2::timestamptz IS NULL OR (m.created_at, u.id) > ($2, $3::uuid))
     ORDER BY m.created_at, u.id LIMIT $4`,
    [workspaceId, page?.after?.at ?? null, page?.after?.id ?? null, page?.limit ?? null],
  );
