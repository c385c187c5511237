import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ApiError } from './api-error';

/** Outermost interceptor: turns every failure into an `ApiError`. */
export const apiErrors: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((failure: unknown) =>
      failure instanceof HttpErrorResponse && failure.error instanceof Blob
        ? from(withBody(failure, failure.error)).pipe(
            switchMap((failureWithBody) => throwError(() => ApiError.from(failureWithBody))),
          )
        : throwError(() => ApiError.from(failure)),
    ),
  );

/** Reads the error body of a rejected download. The body arrives as a file, like the download itself. */
async function withBody(failure: HttpErrorResponse, file: Blob): Promise<HttpErrorResponse> {
  const { status, statusText, headers } = failure;
  try {
    const error: unknown = JSON.parse(await file.text());
    return new HttpErrorResponse({ error, status, statusText, headers });
  } catch {
    return failure;
  }
}
