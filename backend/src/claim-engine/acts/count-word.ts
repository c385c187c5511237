import { type Actor, MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { areWords, type LockedShow, readSources, rulesOf, toShow } from '../../shows';
import { sameWord, withWord } from '../review/counted-word';

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
  // Only the new word is checked, because an earlier version of the product accepted other words.
  if (!areWords([word.trim()]) || words.length > MAX_RULE_WORDS) {
    throw ApiError.invalid(
      'word',
      `Nothing was changed. A show has at most ${MAX_RULE_WORDS} claim words of 1–${MAX_RULE_WORD_LENGTH} characters each, with a letter.`,
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
    throw new ApiError(
      'UNDO_STALE',
      'Nothing was changed. The show has no other claim word now. Add one first.',
    );
  }
  await changeClaimWords(show, words, actor);
}

async function changeClaimWords(show: LockedShow, claimWords: string[], actor: Actor): Promise<void> {
  const sources = (await readSources(show.tx, [show.id])).get(show.id) ?? [];
  show.changeRules({ claimWords }, actor);
  const after = { ...toShow(show.currentRow(), sources), updatedAt: show.at, lastSeq: show.lastSeq + 1 };
  show.record('show.updated', { show: after }, actor);
}
