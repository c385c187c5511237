import type { ShowRules } from '@sellary/contracts';
import { compileWords } from '../domain/grammar';
import { commentReader } from '../records/comment-reader';
import type { CommentRow } from '../records/comment-record';
import type { RuledShow } from '../records/show-state';
import { editedProposal } from './edits';
import type { RequestedReview } from './open-reviews';
import { proposedIntents, type ReviewContext } from './proposals';

export const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const withWord = (words: string[], word: string): string[] =>
  words.some((known) => sameWord(known, word)) ? words : [...words, word.trim()];

/**
 * The reviews that use the word, as the grammar reads them if it is a claim word. Those that are doubtful even then
 * stay in review.
 */
export function reviewsWithWord(
  rows: readonly CommentRow[],
  context: ReviewContext,
  catalog: RuledShow['catalog'],
  word: string,
): RequestedReview[] {
  const rules: ShowRules = { ...context.rules, claimWords: withWord(context.rules.claimWords, word) };
  const items = { itemKeys: new Set(context.items.keys()), named: context.named };
  const read = commentReader(rules, compileWords(rules), items, catalog);
  return rows.flatMap((row) => {
    const parsed = read(row.text);
    if (parsed.route !== 'auto') return [];
    if (!parsed.intents.some((intent) => intent.word !== null && sameWord(intent.word, word))) return [];
    const proposal = editedProposal(proposedIntents({ ...row, parsed }, context), context);
    return proposal.intents === null ? [] : [{ row, ...proposal }];
  });
}
