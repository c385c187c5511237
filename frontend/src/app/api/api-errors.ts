import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ApiError } from './api-error';

/** Outermost interceptor: callers only ever meet `ApiError`. */
export const apiErrors: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((failure: unknown) =>
      failure instanceof HttpErrorResponse && failure.error instanceof Blob
        ? from(inWords(failure, failure.error)).pipe(switchMap((told) => throwError(() => ApiError.from(told))))
        : throwError(() => ApiError.from(failure)),
    ),
  );

/** Whoever asked for a file gets a refusal as a file too: its words are inside. */
async function inWords(failure: HttpErrorResponse, file: Blob): Promise<HttpErrorResponse> {
  const { status, statusText, headers } = failure;
  try {
    const error: unknown = JSON.parse(await file.text());
    return new HttpErrorResponse({ error, status, statusText, headers });
  } catch {
    return failure;
  }
}
