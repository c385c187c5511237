import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CALLBACK, type ExtensionWorkspace, REQUEST_WORKSPACE } from '@sellary/extension-kit';
import type { Request } from 'express';
import type { Principal } from '../../auth';
import { ApiError } from '../../kernel';
import { ExtensionSwitches } from '../switches/extension-switches';
import { RouteOwners } from './route-owners';

type ExtensionRequest = Request & { user?: Principal; [REQUEST_WORKSPACE]?: ExtensionWorkspace };

/**
 * Rejects calls to an extension's routes if the extension is off in the caller's workspace, after sign-in and
 * role are checked. Also rejects calls to a route that opted out of sign-in without `@Callback`, because they
 * have no user.
 */
@Injectable()
export class ExtensionGuard implements CanActivate {
  constructor(
    private readonly owners: RouteOwners,
    private readonly switches: ExtensionSwitches,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const extension = this.owners.ownerOf(context.getClass());
    if (extension === undefined) return true;
    // `CallbackRoutes` verifies callbacks later, after their bodies are read.
    if (this.reflector.get(CALLBACK, context.getHandler()) !== undefined) return true;
    const request = context.switchToHttp().getRequest<ExtensionRequest>();
    if (request.user === undefined) {
      throw new ApiError('UNAUTHENTICATED', 'Sign in first. Extension routes require a signed-in user.');
    }
    request[REQUEST_WORKSPACE] = await this.switches.checkedWorkspace(extension, request.user);
    return true;
  }
}
