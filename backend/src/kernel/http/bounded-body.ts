import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors/api-error';

const MOST_DEPTH = 12;
const MOST_KEYS = 100;
/** As many as the longest list that any call takes. */
const MOST_ELEMENTS = 5_000;
/** Names that every object has: as fields they are unknown everywhere, and some libraries would not even see them. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Looks at a parsed body before anything is built of it: validation of a monstrous one would occupy the process. Half surrogate pairs become
 * U+FFFD here, once for all, since neither PostgreSQL nor the network can carry them.
 * @throws ApiError VALIDATION_FAILED
 */
export function checkBody(body: unknown): unknown {
  const root = { body };
  const left: { holder: Record<string, unknown>; depth: number }[] = [{ holder: root, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { holder, depth } = next;
    for (const key of Object.keys(holder)) {
      const value = holder[key];
      if (typeof value === 'string') holder[key] = value.toWellFormed();
      if (typeof value !== 'object' || value === null) continue;
      if (depth >= MOST_DEPTH) throw new ApiError('VALIDATION_FAILED', `The body is nested deeper than ${MOST_DEPTH} levels.`);
      checkSize(value);
      left.push({ holder: value as Record<string, unknown>, depth: depth + 1 });
    }
  }
  return root.body;
}

function checkSize(value: object): void {
  if (Array.isArray(value)) {
    if (value.length > MOST_ELEMENTS) {
      throw new ApiError('VALIDATION_FAILED', `A list in the body has ${value.length} elements; at most ${MOST_ELEMENTS} are taken.`);
    }
    return;
  }
  const keys = Object.keys(value);
  if (keys.length > MOST_KEYS) {
    throw new ApiError('VALIDATION_FAILED', `An object in the body has ${keys.length} fields; no call takes so many.`);
  }
  const inherited = keys.find((key) => INHERITED.has(key));
  if (inherited !== undefined) throw ApiError.invalid(inherited, `property ${inherited} should not exist`);
}

/** After the JSON parser: bodies of another kind are refused instead of dropped, and what was parsed is checked. */
export function boundedBody(request: Request, _: Response, next: NextFunction): void {
  // Bytes that were left as they came are looked at by whoever asked for them so.
  if (Buffer.isBuffer(request.body)) {
    next();
    return;
  }
  const sent = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (sent && request.is(['json', '+json']) === false) {
    next(new ApiError('VALIDATION_FAILED', 'The body must be JSON, with Content-Type: application/json.'));
    return;
  }
  try {
    if (request.body !== undefined) request.body = checkBody(request.body);
    next();
  } catch (error) {
    next(error);
  }
}
