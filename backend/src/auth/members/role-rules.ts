import type { Role } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { hasRole } from '../access/access.guard';
import type { Principal } from '../access/principal';

/**
 * The session's workspace, if it is the requested workspace.
 * @throws ApiError NOT_FOUND
 */
export function assertOwnWorkspace(principal: Principal, workspaceId: string): string {
  if (workspaceId !== principal.workspaceId) throw ApiError.notFound('workspace');
  return workspaceId;
}

/**
 * True if a member with the role `memberRole` may grant or remove `role`. Owners may change every role, and
 * admins every role except `owner`.
 */
export const canGrantRole = (memberRole: Role, role: Role): boolean =>
  hasRole(memberRole, role === 'owner' ? 'owner' : 'admin');

/** @throws ApiError FORBIDDEN if the caller may not grant or remove one of the roles */
export function assertCanChangeRoles(principal: Pick<Principal, 'role'>, ...roles: Role[]): void {
  if (!hasRole(principal.role, 'admin')) {
    throw new ApiError('FORBIDDEN', `This requires the admin role. Your role is ${principal.role}.`);
  }
  if (!roles.every((role) => canGrantRole(principal.role, role))) {
    throw new ApiError('FORBIDDEN', 'Only an owner can add or remove owners.');
  }
}
