import type { NextFunction, Request, Response } from 'express';
import { after } from '../../background/background';

const MAX_DISCARD_MS = 5_000;

/**
 * Drops the rest of an unread body, so that a refused caller still receives the response and the connection
 * stays usable. A body that does not end soon ends with its connection.
 */
export function discardUnreadBody(request: Request, response: Response, next: NextFunction): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    const late = after('unread body', MAX_DISCARD_MS, () => request.destroy()).unref();
    request.once('close', () => clearTimeout(late));
  });
  next();
}
