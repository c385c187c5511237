import { create } from 'content-disposition';

const MAX_NAME_LENGTH = 100;
// Not allowed in a file name somewhere, or able to make it look like another one (bidirectional controls).
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069/\\:*?"<>|]+/gu;

/**
 * The name a browser gives to an export: the show's own, its day (such as 2026-11-22), what is in it and
 * `format`, its extension.
 */
export function fileNameOf(showName: string, day: string, type: string, format: string): string {
  const fit = showName
    .toWellFormed()
    .replace(UNFIT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const name = [...fit].slice(0, MAX_NAME_LENGTH).join('').trim();
  return `${name || 'Show'} ${day} ${type}.${format}`;
}

/** `Content-Disposition` of a download: the true name, and an ASCII one for clients that cannot read that. */
export function attachment(fileName: string): string {
  const fallback = fileName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^ -~]+|[%\\"]/g, '_');
  return create(fileName, { fallback });
}
