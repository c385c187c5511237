import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import type { SlotHolder } from '../../limits/call-slots';
import { BodyReader } from './body-reader';
import { BODY_RULE, type BodyRule, DEFAULT_BODY_RULE } from './body-rule';

/**
 * Reads the request body. Interceptors run after the guards and before the handler, so for an unknown path, a
 * missing token, or an insufficient role, only the headers are read.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  private readonly reader = new BodyReader();

  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { user?: SlotHolder }>();
    const rule =
      this.reflector.get<BodyRule | undefined>(BODY_RULE, context.getHandler()) ?? DEFAULT_BODY_RULE;
    const address = request.ip ?? '';
    const holder = request.user ?? { userId: address, workspaceId: address };
    request.body = await this.reader.read(request, http.getResponse<Response>(), rule, holder);
    return next.handle();
  }
}
