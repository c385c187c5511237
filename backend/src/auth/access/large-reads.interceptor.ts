import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { runAfter, CallSlots, streamLongLists } from '../../kernel';
import type { Principal } from './principal';

const LARGE_READ = 'sellary:large-read';
/**
 * Marks a read whose cost grows with the show. Only a few run at the same time for each user and workspace,
 * and a long list is sent in chunks.
 */
export const LargeRead = (): ClassDecorator & MethodDecorator => SetMetadata(LARGE_READ, true);

const WAIT_LIMITS = { waitingPerWorkspace: 200, maxWaitMs: 5_000, name: 'large reads' };
/**
 * A client that takes longer to receive its response is disconnected, because the response stays in memory
 * until then.
 */
const MAX_SEND_MS = 60_000;

/**
 * Limits what large reads cost other callers. A caller occupies one of its own slots until the response is
 * sent, and one of the process's slots during the query, so that most of the pool's connections stay free for
 * sales.
 */
@Injectable()
export class LargeReads implements NestInterceptor {
  private readonly callerSlots = new CallSlots({ ...WAIT_LIMITS, perUser: 3, perWorkspace: 6 });
  private readonly databaseSlots = new CallSlots({ ...WAIT_LIMITS, perWorkspace: 2, total: 3 });

  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const isLargeRead = this.reflector.getAllAndOverride<boolean | undefined>(LARGE_READ, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isLargeRead !== true) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const { userId, workspaceId } = context.switchToHttp().getRequest<Request & { user: Principal }>().user;
    const release = await this.callerSlots.acquire({ userId, workspaceId });
    response.once('close', release);
    // The caller disconnected while waiting, so 'close' was already emitted.
    if (response.destroyed) {
      release();
      return of(undefined);
    }
    const answer: unknown = await this.databaseSlots.run({ userId, workspaceId }, () =>
      lastValueFrom(next.handle()),
    );
    if (response.destroyed) return of(undefined);
    const timer = runAfter('large read', MAX_SEND_MS, () => response.destroy()).unref();
    response.once('close', () => clearTimeout(timer));
    return of(streamLongLists(answer));
  }
}
