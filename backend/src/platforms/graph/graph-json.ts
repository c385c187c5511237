/** JSON texts and numbers, one after the other; a text is matched whole so that digits inside it are left alone. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Integers of so many digits do not survive a JavaScript number. */
const UNSAFE_INTEGER = /^-?\d{16,}$/;

/**
 * Parses JSON with ids kept whole: integers of sixteen digits and more come out as strings, because Meta sends some ids as numbers beyond 2^53.
 * @throws SyntaxError
 */
export function parseGraphJson(text: string): unknown {
  return JSON.parse(text.replace(TEXT_OR_NUMBER, (part) => (UNSAFE_INTEGER.test(part) ? `"${part}"` : part)));
}

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object; an empty one where it is something else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The objects of a list; a bare object counts as a list of one, because Meta's own samples differ. */
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : isFields(value) ? [value] : []);

const MOST_ID_LENGTH = 200;

/** An opaque id, as text; null where there is none that could be stored. */
export function idOf(value: unknown): string | null {
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= MOST_ID_LENGTH && !text.includes('\0') ? text.toWellFormed() : null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** `2026-11-22T19:05:12+0000` (or with a colon, or unix seconds) as ms since the epoch; null where it is no time. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value * 1000 : null;
  if (typeof value !== 'string') return null;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}
