import type { HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ErrorBody } from '@sellary/contracts';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { ApiError } from '../api/api-error';
import { ANONYMOUS } from '../api/auth-api';
import { SessionStore } from './session-store';

/** Adds the access token to API calls. If the token is rejected, renews it once and repeats the call. */
export const bearer: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ANONYMOUS) || !request.url.startsWith('/api/')) return next(request);
  const session = inject(SessionStore);

  const send = (token: string | null): Observable<HttpEvent<unknown>> =>
    next(token ? withToken(request, token) : request);

  /** @returns the token to repeat the call with */
  async function tokenAfter(rejected: string | null): Promise<string | null> {
    const outcome = await session.renew(rejected);
    if (outcome === 'unreachable') {
      const text = $localize`:@@auth.session.unreachable:No response from the server, so nothing was changed. Try again in a moment.`;
      throw new ApiError('NETWORK', text, 0);
    }
    // Only reads wait for the sign-in: an act repeated minutes later would surprise the operator.
    if (outcome === 'ended' && request.method === 'GET' && session.phase() === 'expired') {
      await session.signedInAgain();
    } else if (outcome === 'ended') {
      const text = $localize`:@@auth.session.ended:Your session has ended. Sign in, then try again.`;
      throw new ApiError('UNAUTHENTICATED', text, 401);
    }
    return session.token();
  }

  return from(session.token()).pipe(
    switchMap((token) =>
      send(token).pipe(
        catchError((failure: unknown) =>
          isTokenRejected(failure)
            ? from(tokenAfter(token)).pipe(switchMap(send))
            : throwError(() => failure),
        ),
      ),
    ),
  );
};

/** Distinguishes a rejected token from a wrong password, which is also a 401. */
function isTokenRejected(failure: unknown): boolean {
  if (!(failure instanceof HttpErrorResponse) || failure.status !== 401) return false;
  return (failure.error as Partial<ErrorBody> | null)?.error?.code !== 'INVALID_CREDENTIALS';
}

function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
