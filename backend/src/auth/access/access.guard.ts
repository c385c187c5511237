import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type Role, ROLES } from '@sellary/contracts';
import type { Request } from 'express';
import { ApiError, PUBLIC } from '../../kernel';
import { SecurityLog } from '../audit/security-log';
import { MIN_ROLE, type Principal } from './principal';

export const hasRole = (actual: Role, minimum: Role): boolean =>
  ROLES.indexOf(actual) >= ROLES.indexOf(minimum);

/**
 * Guards every HTTP route. Unless the route is @Public, the caller must be signed in and have its
 * @MinimumRole. Sockets have their own check.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly securityLog: SecurityLog,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true) return true;
    await super.canActivate(context);
    const minimum = this.reflector.getAllAndOverride<Role | undefined>(MIN_ROLE, targets);
    const { user, method, path } = context.switchToHttp().getRequest<Request & { user: Principal }>();
    if (minimum !== undefined && !hasRole(user.role, minimum)) {
      this.securityLog.warn(
        `${method} ${path} refused for user ${user.userId}: requires ${minimum}, has ${user.role}`,
      );
      throw new ApiError(
        'FORBIDDEN',
        `This requires the ${minimum} role. Your role is ${user.role}. Ask an admin or owner.`,
      );
    }
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error as Error;
    if (user === false) {
      throw new ApiError(
        'UNAUTHENTICATED',
        'Sign in first. The access token is missing, expired, or revoked.',
      );
    }
    return user;
  }
}
