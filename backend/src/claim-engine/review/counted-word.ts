import type { ShowRules } from '@sellary/contracts';
import { compileWords, phraseKey } from '../domain/grammar';
import { commentReader } from '../records/comment-reader';
import type { CommentRow } from '../records/comment-record';
import type { ShowWithCatalog } from '../records/show-state';
import { editedProposal } from './edits';
import type { RequestedReview } from './open-reviews';
import { proposedIntents, type ReviewContext } from './proposals';

/** True if the grammar does not tell the words apart, for example because only their accents differ. */
export const sameWord = (a: string, b: string): boolean => phraseKey(a) === phraseKey(b);

export const withWord = (words: string[], word: string): string[] =>
  words.some((known) => sameWord(known, word)) ? words : [...words, word.trim()];

/** The reviews that use the word and would not be needed if it were a claim word. */
export function reviewsWithWord(
  rows: readonly CommentRow[],
  context: ReviewContext,
  catalog: ShowWithCatalog['catalog'],
  word: string,
): RequestedReview[] {
  const rules: ShowRules = { ...context.rules, claimWords: withWord(context.rules.claimWords, word) };
  const read = commentReader(rules, compileWords(rules), context.readableItems, catalog);
  return rows.flatMap((row) => {
    const parsed = read(row.text);
    if (parsed.route !== 'auto') return [];
    if (!parsed.intents.some((intent) => intent.word !== null && sameWord(intent.word, word))) return [];
    const proposal = editedProposal(proposedIntents({ ...row, parsed }, context), context);
    return proposal.intents === null ? [] : [{ row, ...proposal }];
  });
}
