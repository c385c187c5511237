import { ApiError } from '../../errors/api-error';

const MAX_KEYS = 100;
/** Length of the longest list that any call accepts. */
const MAX_ELEMENTS = 5_000;
/**
 * Property names that every object has. No route has a field with such a name, but some libraries would
 * accept one.
 */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Checks a parsed body before anything is built from it, because validating a very large list or object would
 * block the process. Replaces lone surrogates with U+FFFD, because neither PostgreSQL nor JSON on the wire
 * can carry them.
 * @throws ApiError VALIDATION_FAILED
 */
export function checkBody(body: unknown): unknown {
  const root: Record<string, unknown> = { body };
  const unchecked = [root];
  for (let holder = unchecked.pop(); holder !== undefined; holder = unchecked.pop()) {
    for (const key of Object.keys(holder)) {
      const value = holder[key];
      if (typeof value === 'string') holder[key] = value.toWellFormed();
      if (typeof value !== 'object' || value === null) continue;
      checkSize(value);
      unchecked.push(value as Record<string, unknown>);
    }
  }
  return root['body'];
}

function checkSize(value: object): void {
  if (Array.isArray(value)) {
    if (value.length > MAX_ELEMENTS) {
      throw new ApiError(
        'VALIDATION_FAILED',
        `A list in the body has ${value.length} elements. The maximum is ${MAX_ELEMENTS}.`,
      );
    }
    return;
  }
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS) {
    throw new ApiError(
      'VALIDATION_FAILED',
      `An object in the body has ${keys.length} fields, more than any call accepts.`,
    );
  }
  const inherited = keys.find((key) => INHERITED.has(key));
  if (inherited !== undefined) throw ApiError.invalid(inherited, `property ${inherited} should not exist`);
}
