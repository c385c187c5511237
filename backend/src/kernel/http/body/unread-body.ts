import type { NextFunction, Request, Response } from 'express';
import { after, guarded } from '../../background/background';
import { nextTurn } from '../../background/turns';

const MAX_DISCARD_MS = 5_000;

/**
 * Drops the rest of an unread body, so that a refused caller still receives the response and the connection
 * stays usable. A body that does not end soon ends with its connection. The rest is dropped one chunk at a
 * time: many large bodies at once would keep other callers waiting for seconds.
 */
export function discardUnreadBody(request: Request, response: Response, next: NextFunction): void {
  // Before Node's own listener, which would take all of the rest at once from a request that nobody has read
  // from.
  response.prependOnceListener('finish', () => {
    if (request.complete) return;
    request.read();
    request.on(
      'data',
      guarded('unread body', async () => {
        request.pause();
        await nextTurn();
        request.resume();
      }),
    );
    const late = after('unread body', MAX_DISCARD_MS, () => request.destroy()).unref();
    request.once('close', () => clearTimeout(late));
  });
  next();
}
