import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, Role } from '@sellary/contracts';
import type { Request } from 'express';

/**
 * The caller, with workspace and role. Read from the database at every request, so that a lowered role counts
 * at once.
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

/** Claims of an access token. `exp` in seconds since the epoch. */
export interface AccessClaims {
  sub: string;
  ws: string;
  sid: string;
  exp: number;
}

export const actorOf = ({ userId, name }: Pick<Principal, 'userId' | 'name'>): Actor => ({
  kind: 'person',
  id: userId,
  name,
});

export const MIN_ROLE = 'sellary:minimum-role';
/** The least role that may call the route; without it, any member. */
export const MinimumRole = (role: Role): ClassDecorator & MethodDecorator => SetMetadata(MIN_ROLE, role);

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  return context.switchToHttp().getRequest<Request & { user: Principal }>().user;
});
