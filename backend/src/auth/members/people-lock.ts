import type { Role } from '@sellary/contracts';
import { ApiError, type Tx } from '../../kernel';
import type { Principal } from '../access/principal';

/**
 * Allows one change of a workspace's members at a time: an invitation and a membership for the same person
 * must see each other, and two owners must not remove each other. Not a full row lock, which would also wait
 * for every new session.
 */
export const lockPeople = (tx: Tx, workspaceId: string): Promise<unknown> =>
  tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR NO KEY UPDATE', [workspaceId]);

/**
 * The current role of a user; null if they are not a member. Call it under `lockPeople`, so that it cannot
 * change.
 */
export async function currentRole(tx: Tx, workspaceId: string, userId: string): Promise<Role | null> {
  const [member] = await tx.query<{ role: Role }>(
    'SELECT role FROM memberships WHERE workspace_id = $1 AND user_id = $2',
    [workspaceId, userId],
  );
  return member?.role ?? null;
}

/**
 * Locks the people of the caller's workspace and reads the caller again: the caller may have lost the role
 * since the request was sent.
 * @throws ApiError FORBIDDEN if the caller was removed
 */
export async function lockPeopleAs(tx: Tx, principal: Principal): Promise<Principal> {
  await lockPeople(tx, principal.workspaceId);
  const role = await currentRole(tx, principal.workspaceId, principal.userId);
  if (role === null) throw new ApiError('FORBIDDEN', 'You are no longer a member of this workspace.');
  return { ...principal, role };
}
