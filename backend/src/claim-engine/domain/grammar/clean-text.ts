const MAX_COMMENT_LENGTH = 10_000;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const LONE_SURROGATES = new RegExp(LONE_SURROGATE.source, 'g');

/**
 * Prepares text for storage: removes NUL (which PostgreSQL rejects), replaces lone surrogates, and limits the
 * length.
 */
export function cleanText(text: string): string {
  let cleaned = text.includes('\0') ? text.replaceAll('\0', '') : text;
  if (LONE_SURROGATE.test(cleaned)) cleaned = cleaned.replace(LONE_SURROGATES, '\uFFFD');
  if (cleaned.length <= MAX_COMMENT_LENGTH) return cleaned;
  const last = cleaned.charCodeAt(MAX_COMMENT_LENGTH - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return cleaned.slice(0, splitsPair ? MAX_COMMENT_LENGTH - 1 : MAX_COMMENT_LENGTH);
}
