import type { ParsedComment } from '@sellary/contracts';
import { ApiError, type Reader } from '../../kernel';
import { readShowRow, rulesOf } from '../../shows';
import { readItemNames, withNames } from '../records/item-names';
import { compileVariants, compileWords, parseComment } from '../domain/grammar';

export interface ReadDifferently {
  text: string;
  then: string;
  now: string;
}

const inWords = (parsed: ParsedComment): string =>
  `${parsed.route} ${parsed.intents.map((intent) => `${intent.act} ${intent.item}`).join(', ')}`.trim();

/**
 * Comments that the present grammar, with the show's present words and items, parses differently from the
 * stored result. Not a part of replay: it does not decide who should have won.
 */
export async function reparse(reader: Reader, showId: string): Promise<ReadDifferently[]> {
  const show = await readShowRow(reader, showId);
  if (show === null) throw ApiError.notFound('show');
  const words = compileWords(rulesOf(show));
  const items = await readItemNames(reader, showId);
  const keys = new Set(items.map(({ itemKey }) => itemKey));
  const variants = compileVariants(withNames(items), words);
  const comments = await reader.query<{ text: string; parsed: ParsedComment }>(
    'SELECT text, parsed FROM comments WHERE show_id = $1 ORDER BY batch, batch_index',
    [showId],
  );
  return comments.flatMap(({ text, parsed }) => {
    const [then, now] = [inWords(parsed), inWords(parseComment(text, words, keys, variants))];
    return then === now ? [] : [{ text, then, now }];
  });
}
