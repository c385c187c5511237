import type { Intent, ParsedComment } from '@sellary/contracts';
import { ApiError, type Reader } from '../../kernel';
import { readShowRow, type RuleCatalog, rulesOf } from '../../shows';
import { commentReader } from '../records/comment-reader';
import { toReadableItems, readItemNames } from '../records/item-names';
import { compileWords } from '../domain/grammar';

interface ParseDifference {
  text: string;
  then: string;
  now: string;
}

const summaryOf = (parsed: ParsedComment): string =>
  [parsed.route, parsed.intents.map(intentSummary).join(', ')].join(' ').trim();

const intentSummary = ({ act, item, variant, qty, counted }: Intent): string =>
  [act, item, variant, act === 'pass' && counted !== true ? undefined : `×${qty}`]
    .filter((part) => part !== undefined)
    .join(' ');

/**
 * Returns the comments that the current grammar, with the show's current words and items, parses differently
 * from the stored result. This is not part of a replay, because it does not decide who should have won.
 */
export async function reparse(
  reader: Reader,
  showId: string,
  catalog: RuleCatalog,
): Promise<ParseDifference[]> {
  const show = await readShowRow(reader, showId);
  if (show === null) throw ApiError.notFound('show');
  const readableItems = toReadableItems(await readItemNames(reader, showId));
  const rules = rulesOf(show);
  const read = commentReader(rules, compileWords(rules), readableItems, catalog);
  const comments = await reader.query<{ text: string; parsed: ParsedComment }>(
    "SELECT text, parsed FROM comments WHERE show_id = $1 AND text <> '' ORDER BY batch, batch_index",
    [showId],
  );
  return comments.flatMap(({ text, parsed }) => {
    const [then, now] = [summaryOf(parsed), summaryOf(read(text))];
    return then === now ? [] : [{ text, then, now }];
  });
}
