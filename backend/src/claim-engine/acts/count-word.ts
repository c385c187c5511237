import { type Actor, MAX_GROUPED_REVIEWS, MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { areWords, type LockedShow, readSources, rulesOf, toShow } from '../../shows';
import { compileWords } from '../domain/grammar';
import { commentReader } from '../records/comment-reader';
import { editedIntents } from '../review/edits';
import { readContext, readOpenReviews } from '../review/open-reviews';
import { proposedIntents } from '../review/proposals';
import type { ReviewToAccept } from './accept-reviews';

const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * The open reviews that use the word, as the grammar reads them if it is a claim word. Those that are doubtful even
 * then stay in review.
 */
export async function commentsWithWord(show: LockedShow, word: string): Promise<ReviewToAccept[]> {
  const rules = rulesOf(show.row);
  const rows = await readOpenReviews(show.tx, show.id, MAX_GROUPED_REVIEWS);
  const changed = { ...rules, claimWords: withWord(rules.claimWords, word) };
  const context = await readContext(show.tx, show, rows);
  const items = { itemKeys: new Set(context.items.keys()), named: context.named };
  const read = commentReader(changed, compileWords(changed), items, show.catalog);
  return rows.flatMap((row) => {
    const parsed = read(row.text);
    if (parsed.route !== 'auto') return [];
    if (!parsed.intents.some((intent) => intent.word !== null && sameWord(intent.word, word))) return [];
    const intents = editedIntents(proposedIntents({ ...row, parsed }, context), context);
    return intents === null ? [] : [{ row, intents }];
  });
}

/**
 * Makes the word a claim word of the show, starting with the next comment.
 * @returns false if it already is one
 * @throws ApiError VALIDATION_FAILED
 */
export async function addClaimWord(show: LockedShow, word: string, actor: Actor): Promise<boolean> {
  const { claimWords, passWords } = rulesOf(show.row);
  if (claimWords.some((known) => sameWord(known, word))) return false;
  if (passWords.some((known) => sameWord(known, word))) {
    throw ApiError.invalid(
      'word',
      'Nothing was changed. This is a pass word of the show. Remove it from the pass words first.',
    );
  }
  const words = withWord(claimWords, word);
  if (!areWords(words)) {
    throw ApiError.invalid(
      'word',
      `Nothing was changed. A show has at most ${MAX_RULE_WORDS} claim words of 1–${MAX_RULE_WORD_LENGTH} characters each.`,
    );
  }
  await changeClaimWords(show, words, actor);
  return true;
}

/**
 * Removes a counted word again, regardless of words added since.
 * @throws ApiError UNDO_STALE
 */
export async function removeClaimWord(show: LockedShow, word: string, actor: Actor): Promise<void> {
  const { claimWords } = rulesOf(show.row);
  const words = claimWords.filter((known) => !sameWord(known, word));
  if (words.length === claimWords.length) return;
  if (words.length === 0) {
    throw new ApiError('UNDO_STALE', 'The show has no other claim word now. Add one first.');
  }
  await changeClaimWords(show, words, actor);
}

const withWord = (words: string[], word: string): string[] =>
  words.some((known) => sameWord(known, word)) ? words : [...words, word.trim()];

async function changeClaimWords(show: LockedShow, claimWords: string[], actor: Actor): Promise<void> {
  const sources = (await readSources(show.tx, [show.id])).get(show.id) ?? [];
  show.changeRules({ claimWords }, actor);
  const after = { ...toShow(show.currentRow(), sources), updatedAt: show.at, lastSeq: show.lastSeq + 1 };
  show.record('show.updated', { show: after }, actor);
}
