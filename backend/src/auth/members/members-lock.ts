import type { Role } from '@sellary/contracts';
import { ApiError, type Tx } from '../../kernel';
import type { Principal } from '../access/principal';

/**
 * Allows only one change to a workspace's members at a time, because an invitation and a membership for the
 * same person must see each other, and two owners must not remove each other. A full row lock would also wait
 * for every new session.
 */
export const lockMembers = (tx: Tx, workspaceId: string): Promise<unknown> =>
  tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR NO KEY UPDATE', [workspaceId]);

/**
 * A user's current role, or null if they are not a member. Call it under `lockMembers`, so that the role
 * cannot change.
 */
export async function currentRole(tx: Tx, workspaceId: string, userId: string): Promise<Role | null> {
  const [member] = await tx.query<{ role: Role }>(
    'SELECT role FROM memberships WHERE workspace_id = $1 AND user_id = $2',
    [workspaceId, userId],
  );
  return member?.role ?? null;
}

/**
 * Locks the members of the caller's workspace and rereads the caller's role, which may have changed since the
 * request was sent.
 * @throws ApiError FORBIDDEN if the caller was removed
 */
export async function lockMembersAndReadCaller(tx: Tx, principal: Principal): Promise<Principal> {
  await lockMembers(tx, principal.workspaceId);
  const role = await currentRole(tx, principal.workspaceId, principal.userId);
  if (role === null) throw new ApiError('FORBIDDEN', 'You are no longer a member of this workspace.');
  return { ...principal, role };
}
