import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ExtensionRefusal } from '@sellary/extension-kit';
import { catchError, Observable, throwError } from 'rxjs';
import { ApiError, runIsolated } from '../../kernel';
import { RouteOwners } from './route-owners';

/** Runs extension routes as isolated work, and turns their refusals into API errors. */
@Injectable()
export class IsolatedRoutes implements NestInterceptor {
  constructor(private readonly owners: RouteOwners) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const extension = this.owners.ownerOf(context.getClass());
    if (extension === undefined) return next.handle();
    return new Observable((subscriber) =>
      runIsolated(`extension ${extension}`, () =>
        next
          .handle()
          .pipe(catchError((error: unknown) => throwError(() => convertRefusal(error))))
          .subscribe(subscriber),
      ),
    );
  }
}

const convertRefusal = (error: unknown): unknown =>
  error instanceof ExtensionRefusal ? new ApiError('EXTENSION_REFUSED', error.message) : error;
