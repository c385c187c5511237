import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import {
  CALLBACK,
  type CallbackOptions,
  type CallbackRequest,
  REQUEST_CALLBACK,
  type VerifiedCallback,
  type VerifiesCallbacks,
} from '@sellary/extension-kit';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { ApiError, isUuid, reportFailure } from '../../kernel';
import { ExtensionSwitches } from '../switches/extension-switches';
import { inIsolation } from './isolated-call';
import { RouteOwners } from './route-owners';

type RequestWithCallback = Request & { [REQUEST_CALLBACK]?: VerifiedCallback };

/**
 * Verifies calls from other systems to extension routes, after the body has been read. The response to a call
 * that fails verification reveals nothing about workspaces.
 */
@Injectable()
export class CallbackRoutes implements NestInterceptor {
  constructor(
    private readonly owners: RouteOwners,
    private readonly switches: ExtensionSwitches,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const extension = this.owners.ownerOf(context.getClass());
    if (extension === undefined) return next.handle();
    const options = this.reflector.get<CallbackOptions | undefined>(CALLBACK, context.getHandler());
    if (options === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<RequestWithCallback>();
    const callback = toCallbackRequest(request);
    const workspaceId = await this.verify(extension, options, callback);
    if (workspaceId === null || !isUuid(workspaceId)) {
      throw new ApiError('FORBIDDEN', 'The signature is missing or invalid.');
    }
    await this.switches.assertOn(extension, workspaceId);
    request[REQUEST_CALLBACK] = { ...callback, workspaceId };
    return next.handle();
  }

  /** @throws ApiError EXTENSION_FAILED */
  private async verify(
    extension: string,
    { verifier }: CallbackOptions,
    callback: CallbackRequest,
  ): Promise<string | null> {
    const instance = this.modules.get<VerifiesCallbacks>(verifier, { strict: false });
    try {
      return await inIsolation(extension, `${verifier.name}.verify`, () => instance.verify(callback));
    } catch (error) {
      reportFailure(`extension ${extension}`, error);
      throw new ApiError(
        'EXTENSION_FAILED',
        `The extension "${extension}" could not check this call. Send it again later.`,
      );
    }
  }
}

function toCallbackRequest({ body, headers, params, query }: Request): CallbackRequest {
  return {
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    headers,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    query,
  };
}
