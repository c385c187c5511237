import type { NextFunction, Request, Response } from 'express';
import { runAfter, guardListener } from '../../background/background';
import { nextTurn } from '../../background/turns';

const MAX_DISCARD_MS = 5_000;

/**
 * Drops the rest of an unread body, so that a rejected caller still receives the response and the connection
 * stays usable. If the body does not end soon, the connection is closed. The rest is dropped one chunk at a
 * time, because dropping many large bodies in one go would block other callers for seconds.
 */
export function discardUnreadBody(request: Request, response: Response, next: NextFunction): void {
  // Runs before Node's own listener, which would read all of the rest in one go if the request has no reader.
  response.prependOnceListener('finish', () => {
    if (request.complete) return;
    request.read();
    request.on(
      'data',
      guardListener('unread body', async () => {
        request.pause();
        await nextTurn();
        request.resume();
      }),
    );
    const timer = runAfter('unread body', MAX_DISCARD_MS, () => request.destroy()).unref();
    request.once('close', () => clearTimeout(timer));
  });
  next();
}
