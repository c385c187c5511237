import type { ParsedComment } from '@sellary/contracts';
import { toElements } from './elements';
import { chatter, forReview } from './intents';
import { MOST_TERMS, readTerms, type Term, typoOf } from './reading';
import { Strength } from './roles';
import { mergeNoLonger } from './stance';
import { judge } from './verdict';
import { judgePlus, judgeWordless, proposesPlus } from './wordless';
import type { CompiledWords } from './words';

/** Longer comments are prose, and prose is full of words one letter away from another. */
const MOST_TERMS_FOR_TYPO = 12;

/**
 * What a comment asks for. Pure and total: any string gives an answer, the same one always, in time linear in its length.
 */
export function parseComment(text: string, words: CompiledWords, knownKeys: ReadonlySet<string>): ParsedComment {
  const terms = readTerms(text, words);
  if (terms.length === 0) return chatter('empty');
  if (!terms.some((term) => term.act !== null && (term.strength >= Strength.PACK || term.atHome))) markTypo(terms, words);
  if (terms.length > MOST_TERMS) return tooLong(terms);
  const read = toElements(terms, text, knownKeys, words.plus);
  const elements = mergeNoLonger(read.elements);
  if (elements.some((element) => element.kind === 'plus')) return judgePlus(elements);
  if (elements.some((element) => element.kind === 'act')) return judge(elements);
  const plus = proposesPlus(elements);
  if (plus.length > 0) return forReview('plus-elsewhere', plus);
  return judgeWordless(elements, knownKeys, read.silent === 0);
}

/** Nobody claims in six hundred words; where a shop word stands among them a person may look. */
function tooLong(terms: readonly Term[]): ParsedComment {
  const spoken = terms.some((term) => term.strength === Strength.SHOP);
  return spoken ? forReview('too-long', []) : chatter('too-long');
}

/** `dold 12`: without any word of its own, a comment with a number may hold a shop word mistyped. */
function markTypo(terms: Term[], words: CompiledWords): void {
  if (terms.length > MOST_TERMS_FOR_TYPO || !terms.some((term) => term.kind === 'number')) return;
  for (const term of terms) {
    if (term.atHome) continue;
    const word = typoOf(term, words);
    if (!word) continue;
    term.act = word.act;
    term.strength = Strength.TYPO;
    term.word = word.word;
    term.roles = 0;
    return;
  }
}
