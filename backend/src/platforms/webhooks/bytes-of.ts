import type { Request } from 'express';

/** The raw body of a request; empty without one. */
export const bytesOf = (request: Request): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
