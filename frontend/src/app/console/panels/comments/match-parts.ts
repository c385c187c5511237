import type { Comment } from '@sellary/contracts';

interface TextPart {
  text: string;
  matched: boolean;
}

/** Splits a comment's text at the part that the grammar matched. Offsets count UTF-16 code units. */
export function matchParts({ text, match }: Pick<Comment, 'text' | 'match'>): TextPart[] {
  if (!match || match.span.end <= match.span.start || match.span.end > text.length) {
    return [{ text, matched: false }];
  }
  const { start, end } = match.span;
  return [
    { text: text.slice(0, start), matched: false },
    { text: text.slice(start, end), matched: true },
    { text: text.slice(end), matched: false },
  ].filter((part) => part.text !== '');
}
