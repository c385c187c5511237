import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { ErrorBody, ErrorCode } from '@sellary/contracts';
import type { Response } from 'express';
import { ApiError } from './api-error';
import { isBadValue, isDatabaseUnreachable, isDiskFull, tookTooLong } from './database-failure';
import { stackOf } from './message-of';

const CODE_BY_STATUS: Record<number, ErrorCode> = {
  400: 'VALIDATION_FAILED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

/**
 * Turns any thrown value into an error that a caller may see. Unknown causes become INTERNAL, and their text
 * goes only to the log.
 */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isDatabaseUnreachable(thrown)) {
    return ApiError.retryAfter(
      2,
      'UNAVAILABLE',
      'The database is not responding. A change that was not confirmed may or may not have been saved. Try again.',
    );
  }
  if (isDiskFull(thrown)) {
    return ApiError.retryAfter(
      5,
      'UNAVAILABLE',
      "The database's disk is full, so nothing was saved. Free up some space, then try again.",
    );
  }
  if (tookTooLong(thrown)) {
    return ApiError.retryAfter(
      2,
      'UNAVAILABLE',
      'The database took too long to respond, so nothing was changed. Try again in a moment.',
    );
  }
  if (isBadValue(thrown)) {
    return new ApiError('VALIDATION_FAILED', 'A value in the request cannot be stored. Check the fields.');
  }
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : ((thrown as { status?: unknown }).status ?? 500);
  const code = typeof status === 'number' ? CODE_BY_STATUS[status] : undefined;
  if (code !== undefined) return new ApiError(code, messageFor(code, thrown));
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new ApiError('VALIDATION_FAILED', messageFor('VALIDATION_FAILED', thrown));
  }
  return new ApiError('INTERNAL', 'An internal error occurred and was logged. Try again.');
}

function messageFor(code: ErrorCode, thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : '';
  switch (code) {
    case 'NOT_FOUND':
      return message.startsWith('Cannot ') ? 'This path does not exist.' : message || 'Not found.';
    case 'PAYLOAD_TOO_LARGE':
      return 'The request body is too large.';
    case 'UNAUTHENTICATED':
      return 'Sign in first.';
    case 'VALIDATION_FAILED':
      // An exception that a controller throws explains to the user what is wrong with a value. An error from
      // the HTTP server, which Nest passes on as the cause of an exception, does not.
      if (thrown instanceof HttpException && thrown.cause === undefined) return message;
      return `The request is malformed${message === '' ? '' : `: ${message}`}`;
    default:
      return message || code;
  }
}

/** Gives every error response the same shape, without internal details. */
@Catch()
export class ApiExceptionFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = toApiError(thrown);
    // An expected error, such as a rejection because a queue is full, is not a server failure, and a flood of
    // such errors must not fill the log.
    if (error.status >= 500 && !(thrown instanceof ApiError && error.code === 'UNAVAILABLE')) {
      this.log.error(stackOf(thrown));
    }
    if (host.getType() !== 'http') return;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const body: ErrorBody = {
      error: {
        code: error.code,
        message: error.message,
        ...(error.details ? { details: error.details } : {}),
      },
    };
    if (error.retryAfter !== undefined) response.setHeader('Retry-After', String(error.retryAfter));
    response.status(error.status).json(body);
  }
}
