import type { ErrorCode, ErrorDetail } from '@sellary/contracts';
import { ERROR_STATUS } from '@sellary/contracts';

/** An expected error. Every module throws it, and the filter turns it into the API's error shape. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: ErrorDetail[],
    /** Seconds, for RATE_LIMITED and UNAVAILABLE. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.status = ERROR_STATUS[code];
  }

  static notFound(entity: string): ApiError {
    return new ApiError('NOT_FOUND', `This ${entity} does not exist.`);
  }

  /** A temporary error. The client can try again after this many seconds. */
  static retryAfter(seconds: number, code: 'RATE_LIMITED' | 'UNAVAILABLE', message: string): ApiError {
    return new ApiError(code, message, undefined, seconds);
  }

  static invalid(field: string, message: string): ApiError {
    return new ApiError('VALIDATION_FAILED', message, [{ field, message }]);
  }
}
