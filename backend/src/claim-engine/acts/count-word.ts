import { type Actor, MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { areWords, type LockedShow, rulesOf, sourcesOf } from '../../shows';
import { sameWord, withWord } from '../review/counted-word';

/**
 * Adds the word to the show's claim words. The change applies from the next comment.
 * @returns false if it is already a claim word
 * @throws ApiError VALIDATION_FAILED
 */
export async function addClaimWord(show: LockedShow, word: string, actor: Actor): Promise<boolean> {
  const { claimWords, passWords } = rulesOf(show.row);
  if (claimWords.some((known) => sameWord(known, word))) return false;
  if (passWords.some((known) => sameWord(known, word))) {
    throw ApiError.invalid(
      'word',
      "Nothing was changed. This word is one of the show's pass words. Remove it from the pass words first.",
    );
  }
  const words = withWord(claimWords, word);
  // Only the new word is checked, because an earlier version accepted words that are no longer valid.
  if (!areWords([word.trim()]) || words.length > MAX_RULE_WORDS) {
    throw ApiError.invalid(
      'word',
      `Nothing was changed. A show can have at most ${MAX_RULE_WORDS} claim words, each with 1–${MAX_RULE_WORD_LENGTH} characters and at least one letter.`,
    );
  }
  await changeClaimWords(show, words, actor);
  return true;
}

/**
 * Removes a counted word and keeps the words added since.
 * @throws ApiError UNDO_STALE
 */
export async function removeClaimWord(show: LockedShow, word: string, actor: Actor): Promise<void> {
  const { claimWords } = rulesOf(show.row);
  // Another spelling of the word is not removed, because the shop has chosen it.
  const words = claimWords.filter((known) => known !== word.trim());
  if (words.length === claimWords.length) return;
  if (words.length === 0) {
    throw new ApiError(
      'UNDO_STALE',
      "Nothing was changed. This is now the show's only claim word. Add another one first.",
    );
  }
  await changeClaimWords(show, words, actor);
}

async function changeClaimWords(show: LockedShow, claimWords: string[], actor: Actor): Promise<void> {
  const sources = await sourcesOf(show.tx, show.id);
  show.changeRules({ claimWords }, actor);
  show.record('show.updated', { show: show.changedShow(sources) }, actor);
}
