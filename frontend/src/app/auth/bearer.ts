import type { HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ErrorBody } from '@sellary/contracts';
import { type Observable, catchError, defer, from, switchMap, throwError } from 'rxjs';
import { ApiError } from '../api/api-error';
import { ANONYMOUS } from '../api/auth-api';
import { SessionStore } from './session-store';

/** Puts the access token on every call; a refused one is renewed once and the call made again. */
export const bearer: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ANONYMOUS) || !request.url.startsWith('/api/')) return next(request);
  const session = inject(SessionStore);

  const send = (token: string | null): Observable<HttpEvent<unknown>> => next(token ? withToken(request, token) : request);

  return from(session.token()).pipe(
    switchMap((token) =>
      send(token).pipe(
        catchError((failure: unknown) => {
          if (!isRefusedToken(failure)) return throwError(() => failure);
          return from(session.renew(token)).pipe(
            switchMap((outcome) => {
              if (outcome === 'renewed') return defer(() => from(session.token())).pipe(switchMap(send));
              if (outcome === 'ended' && request.method === 'GET' && session.phase() === 'expired') {
                return from(session.signedInAgain()).pipe(
                  switchMap(() => from(session.token())),
                  switchMap(send),
                );
              }
              // An act is never repeated minutes later behind the operator's back.
              if (outcome === 'ended') {
                return throwError(() => new ApiError('UNAUTHENTICATED', 'Your session has ended. Nothing was changed.', 401));
              }
              return throwError(() => new ApiError('NETWORK', 'The server did not answer. Nothing was changed.', 0));
            }),
          );
        }),
      ),
    ),
  );
};

/** A 401 that speaks of a password says nothing about the token. */
function isRefusedToken(failure: unknown): boolean {
  if (!(failure instanceof HttpErrorResponse) || failure.status !== 401) return false;
  return (failure.error as Partial<ErrorBody> | null)?.error?.code !== 'INVALID_CREDENTIALS';
}

function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
