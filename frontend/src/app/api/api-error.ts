import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorBody, ErrorCode, ErrorDetail } from '@sellary/contracts';

/** `NETWORK`: no answer came, so whether the server did anything cannot be known. `UNEXPECTED`: an answer that is not ours (a proxy's page). */
export type ApiErrorCode = ErrorCode | 'NETWORK' | 'UNEXPECTED';

/** Failures that have nothing to do with what was sent. */
const PASSING: readonly ApiErrorCode[] = ['NETWORK', 'UNEXPECTED', 'UNAUTHENTICATED', 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL'];

/** What every failed call rejects with: the server's own words wherever it said any. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly status: number,
    readonly details: readonly ErrorDetail[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** Whether the very same call may succeed later. */
  get mayPass(): boolean {
    return PASSING.includes(this.code);
  }

  static from(failure: unknown): ApiError {
    if (failure instanceof ApiError) return failure;
    if (!(failure instanceof HttpErrorResponse)) {
      return new ApiError('UNEXPECTED', failure instanceof Error ? failure.message : 'Something unexpected happened.', 0);
    }
    if (failure.status === 0) return new ApiError('NETWORK', 'The server did not answer. Check the connection, then try again.', 0);
    const body: unknown = failure.error;
    if (isErrorBody(body)) return new ApiError(body.error.code, body.error.message, failure.status, body.error.details);
    return new ApiError('UNEXPECTED', `The server answered ${failure.status} without saying why. Try again in a moment.`, failure.status);
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && typeof error.message === 'string';
}
