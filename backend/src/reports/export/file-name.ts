import { create } from 'content-disposition';

const MAX_NAME_LENGTH = 100;
// Characters that some systems do not allow in a file name, or that can make it look like another one
// (bidirectional controls).
const INVALID_IN_FILE_NAMES = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069/\\:*?"<>|]+/gu;

/**
 * An export's file name: the show's name, its day (such as 2026-11-22), the content (such as `claims`), and
 * `format` as the extension.
 */
export function fileNameOf(showName: string, day: string, content: string, format: string): string {
  const cleaned = showName
    .toWellFormed()
    .replace(INVALID_IN_FILE_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const name = [...cleaned].slice(0, MAX_NAME_LENGTH).join('').trim();
  return `${name || 'Show'} ${day} ${content}.${format}`;
}

/**
 * `Content-Disposition` for a download: the real name, and an ASCII name for clients that do not support
 * Unicode.
 */
export function attachment(fileName: string): string {
  const fallback = fileName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^ -~]+|[%\\"]/g, '_');
  return create(fileName, { fallback });
}
