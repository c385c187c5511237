import type { Role } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { hasRole } from '../access/access.guard';
import type { Principal } from '../access/principal';

/** The workspace of the session, where that is the one asked for. @throws ApiError NOT_FOUND */
export function own(principal: Principal, workspaceId: string): string {
  if (workspaceId !== principal.workspaceId) throw ApiError.notFound('workspace');
  return workspaceId;
}

/** Whether the caller may give or take these roles: admins all but `owner`, owners all. @throws ApiError FORBIDDEN */
export function mayTouch(principal: Principal, ...roles: Role[]): void {
  if (!hasRole(principal.role, 'admin')) throw new ApiError('FORBIDDEN', `This needs the role admin; yours is ${principal.role}.`);
  if (roles.includes('owner') && principal.role !== 'owner') throw new ApiError('FORBIDDEN', 'Only an owner makes or unmakes owners.');
}
