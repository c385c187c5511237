import type { Comment } from '@sellary/contracts';

export interface TextPart {
  text: string;
  matched: boolean;
}

/** A comment's text cut at what the grammar understood, for marking it. Offsets are UTF-16, as the server counts them. */
export function matchParts({ text, match }: Pick<Comment, 'text' | 'match'>): TextPart[] {
  if (!match || match.span.end <= match.span.start || match.span.end > text.length) return [{ text, matched: false }];
  const { start, end } = match.span;
  return [
    { text: text.slice(0, start), matched: false },
    { text: text.slice(start, end), matched: true },
    { text: text.slice(end), matched: false },
  ].filter((part) => part.text !== '');
}
