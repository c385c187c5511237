import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorBody, ErrorCode, ErrorDetail } from '@sellary/contracts';
import { errorText } from './error-texts';

/**
 * `NETWORK`: no response, so it is unknown whether the server did anything. `UNEXPECTED`: a response that is
 * not from this server (such as a proxy's error page), or an error in the console itself.
 */
export type ApiErrorCode = ErrorCode | 'NETWORK' | 'UNEXPECTED';

/** Codes of failures that do not depend on the request. */
const TRANSIENT: readonly ApiErrorCode[] = [
  'NETWORK',
  'UNEXPECTED',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
];

/** The error for every failed call, with a text for the user. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly status: number,
    readonly details: readonly ErrorDetail[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ApiError';
  }

  /** True when the same call may succeed later. */
  get isTransient(): boolean {
    return TRANSIENT.includes(this.code);
  }

  static from(failure: unknown): ApiError {
    if (failure instanceof ApiError) return failure;
    if (!(failure instanceof HttpErrorResponse)) {
      // Other errors have messages for developers, in English only.
      return new ApiError(
        'UNEXPECTED',
        $localize`:@@api.error.unexpected:Something unexpected happened. Reload the page, then try again.`,
        0,
        [],
        { cause: failure },
      );
    }
    if (failure.status === 0) {
      return new ApiError(
        'NETWORK',
        $localize`:@@api.error.network:No response from the server. Check the connection, then try again.`,
        0,
      );
    }
    const body: unknown = failure.error;
    if (isErrorBody(body)) {
      const { code, message, details } = body.error;
      return new ApiError(code, errorText(code, message), failure.status, details);
    }
    return new ApiError(
      'UNEXPECTED',
      $localize`:@@api.error.no-reason:Unexpected response from the server (HTTP ${failure.status}:status:). Try again in a moment.`,
      failure.status,
    );
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'message' in error &&
    typeof error.message === 'string'
  );
}
