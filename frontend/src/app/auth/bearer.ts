import type { HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ErrorBody } from '@sellary/contracts';
import { type Observable, catchError, defer, from, switchMap, throwError } from 'rxjs';
import { ApiError } from '../api/api-error';
import { ANONYMOUS } from '../api/auth-api';
import { SessionStore } from './session-store';

/** Adds the access token to API calls. If the token is rejected, renews it once and repeats the call. */
export const bearer: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ANONYMOUS) || !request.url.startsWith('/api/')) return next(request);
  const session = inject(SessionStore);

  const send = (token: string | null): Observable<HttpEvent<unknown>> =>
    next(token ? withToken(request, token) : request);

  return from(session.token()).pipe(
    switchMap((token) =>
      send(token).pipe(
        catchError((failure: unknown) => {
          if (!isTokenRejected(failure)) return throwError(() => failure);
          return from(session.renew(token)).pipe(
            switchMap((outcome) => {
              if (outcome === 'renewed') return defer(() => from(session.token())).pipe(switchMap(send));
              // Only reads wait for the sign-in: an act repeated minutes later would surprise the operator.
              if (outcome === 'ended' && request.method === 'GET' && session.phase() === 'expired') {
                return from(session.signedInAgain()).pipe(
                  switchMap(() => from(session.token())),
                  switchMap(send),
                );
              }
              if (outcome === 'ended') {
                return throwError(
                  () =>
                    new ApiError(
                      'UNAUTHENTICATED',
                      $localize`:@@auth.session.ended:Your session has ended. Sign in, then try again.`,
                      401,
                    ),
                );
              }
              return throwError(
                () =>
                  new ApiError(
                    'NETWORK',
                    $localize`:@@auth.session.unreachable:No response from the server, so nothing was changed. Try again in a moment.`,
                    0,
                  ),
              );
            }),
          );
        }),
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
