import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, Role } from '@sellary/contracts';
import type { Request } from 'express';

/**
 * The caller, with workspace and role. Read from the database on every request, so that a lowered role takes
 * effect immediately.
 */
export interface Principal {
  userId: string;
  name: string;
  email: string;
  workspaceId: string;
  role: Role;
  /** The session (token family) the request belongs to. */
  sessionId: string;
}

/** The JWT claims of an access token. `exp` is in seconds since the epoch. */
export interface AccessClaims {
  sub: string;
  ws: string;
  sid: string;
  exp: number;
}

/** An extension acting in a workspace. */
interface ActingExtension {
  workspaceId: string;
  extension: string;
}

/** The caller of an act: a user or an extension. */
export type ActCaller = Pick<Principal, 'workspaceId' | 'userId' | 'name'> | ActingExtension;

export const actorOf = (caller: Pick<Principal, 'userId' | 'name'> | ActCaller): Actor =>
  'extension' in caller
    ? { kind: 'extension', name: caller.extension }
    : { kind: 'person', id: caller.userId, name: caller.name };

/** The part of an audit entry that names the caller and the time. */
export const auditedBy = (caller: ActCaller, at: string) => ({
  workspaceId: caller.workspaceId,
  actor: actorOf(caller),
  at,
});

export const MIN_ROLE = 'sellary:minimum-role';
/** Sets the lowest role that may call the route; without this decorator, any member may. */
export const MinimumRole = (role: Role): ClassDecorator & MethodDecorator => SetMetadata(MIN_ROLE, role);

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  return context.switchToHttp().getRequest<Request & { user: Principal }>().user;
});
