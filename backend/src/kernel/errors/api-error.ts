import type { ErrorCode, ErrorDetail } from '@sellary/contracts';
import { ERROR_STATUS } from '@sellary/contracts';

/** An expected refusal: what every module throws, what the filter turns into the one error shape. */
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

  static notFound(what: string): ApiError {
    return new ApiError('NOT_FOUND', `This ${what} does not exist.`);
  }

  static invalid(field: string, message: string): ApiError {
    return new ApiError('VALIDATION_FAILED', message, [{ field, message }]);
  }
}
