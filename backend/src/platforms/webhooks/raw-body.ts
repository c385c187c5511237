import type { Request } from 'express';

/** The raw body of a request; empty if it has no body. */
export const rawBodyOf = (request: Request): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
