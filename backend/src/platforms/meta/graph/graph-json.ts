import { type Fields, isFields, nextTurn } from '../../../kernel';

/**
 * Matches JSON strings and numbers. A string is matched as a whole, so that its digits are not replaced. An
 * unterminated string also matches. Otherwise, a truncated response would be searched again from each of its
 * quotes, which would take minutes.
 */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Integers with this many digits may lose precision as JavaScript numbers. */
const UNSAFE_INTEGER = /^-?\d{16,}$/;

/** Number of matches per step in a long text. A step takes a few milliseconds. */
const MATCHES_PER_STEP = 20_000;

/** Replaces unsafe integers in the text with strings. Yields after each step. */
function* withIdsAsText(text: string): Generator<undefined, string> {
  const pieces: string[] = [];
  let from = 0;
  let matches = 0;
  for (const { 0: part, index } of text.matchAll(TEXT_OR_NUMBER)) {
    if (UNSAFE_INTEGER.test(part)) {
      pieces.push(text.slice(from, index), `"${part}"`);
      from = index + part.length;
    }
    matches += 1;
    if (matches % MATCHES_PER_STEP === 0) yield;
  }
  return pieces.join('') + text.slice(from);
}

/**
 * Parses JSON without changing ids. Integers with sixteen or more digits become strings, because Meta sends
 * some ids as numbers beyond 2^53.
 * @throws SyntaxError
 */
export function parseGraphJson(text: string): unknown {
  const steps = withIdsAsText(text);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return JSON.parse(step.value);
}

/**
 * Same as `parseGraphJson`, but pauses during a long text so that the process can do other work.
 * @throws SyntaxError
 */
export async function parseLongGraphJson(text: string): Promise<unknown> {
  const steps = withIdsAsText(text);
  let step = steps.next();
  while (step.done !== true) {
    await nextTurn();
    step = steps.next();
  }
  await nextTurn();
  return JSON.parse(step.value);
}

/** Maximum depth to which nested lists are searched. */
const MAX_LIST_DEPTH = 4;

/**
 * Reads the objects in a list, which may contain other lists. A single object is treated as a list, because
 * Meta's samples have both.
 */
export const listOf = (value: unknown): Fields[] => [value].flat(MAX_LIST_DEPTH).filter(isFields);

const MAX_ID_LENGTH = 200;
const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;
const MAX_TIME_MS = Date.UTC(9999, 0);
/** Times from this value up are milliseconds, because in seconds they would be after the year 5000. */
const MIN_TIME_IN_MS = 1e11;

/** Reads an opaque id as text; null if there is none or it cannot be stored. */
export function idOf(value: unknown): string | null {
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= MAX_ID_LENGTH && !text.includes('\0')
    ? text.toWellFormed()
    : null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a number, which may arrive as text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string') return DECIMAL.test(value) ? Number(value) : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/**
 * Reads `2026-11-22T19:05:12+0000` (also with a colon in the offset, or as unix seconds or milliseconds).
 * @returns ms since the epoch; null if it is not a time
 */
export function timeOf(value: unknown): number | null {
  const unix = numberOf(value);
  if (unix !== null) return storableTime(unix >= MIN_TIME_IN_MS ? unix : unix * 1000);
  if (typeof value !== 'string') return null;
  return storableTime(Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
}

/** True if the platform reports this time in whole seconds. */
export const isWholeSecond = (value: unknown): boolean => {
  const unix = numberOf(value);
  return unix === null || unix < MIN_TIME_IN_MS;
};

/** Accepts only times that the database can store. */
const storableTime = (at: number): number | null => (at > 0 && at < MAX_TIME_MS ? at : null);

/** Expiry time of a new token; null if it does not expire. */
export function expiryOf(body: Fields, now: number): Date | null {
  const seconds = numberOf(body['expires_in']);
  return seconds === null || seconds <= 0 ? null : new Date(now + seconds * 1000);
}
