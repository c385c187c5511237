import { type ElementDraft, smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';

const MAX_GRADE = 10;
/** Maximum number of words between "both" and the variant. */
const MAX_WORDS_TO_VARIANT = 3;
const VARIANT_ROLES = Role.SIZE | Role.COLOR | Role.SIZE_MARK;
const BEFORE_VARIANT = Role.PREPOSITION | Role.FILLER | Role.OF | Role.AND;

/**
 * "psa 9", "BGS 9.5": a grade, not an item number. Returns the number of terms, or 0 if it is not a grade.
 */
export function gradeLength(draft: ElementDraft, index: number, term: Term): number {
  if (!draft.numbers.isNumber(index + 1) || !LEXICON.grades.has(term.text)) return 0;
  if (smallNumber(draft.termAt(index + 1)?.text) > MAX_GRADE) return 0;
  const length = 1 + draft.numbers.amountLength(index + 1);
  // "psa 9 and 10": the second number is a grade or an item.
  const joins =
    draft.hasRole(index + length, Role.AND) || ',&'.includes(draft.termAt(index + length)?.text ?? ' ');
  return joins && draft.numbers.isNumber(index + length + 1) ? 0 : length;
}

/**
 * Reads the "both" in "41 & 42 both in S", which gives the variant after it to several items. Returns the
 * number of terms before the variant, or 0 if there is none.
 */
export function readSharedVariant(draft: ElementDraft, index: number, term: Term): number {
  const itemCount = draft.hasItem ? LEXICON.shared.get(term.text) : undefined;
  if (itemCount === undefined) return 0;
  // "要12号和13号各2件": two units of each item, or only of the last.
  const severalItems = draft.elements.filter(({ kind }) => kind === 'item').length > 1;
  if (severalItems && (draft.numbers.isNumber(index + 1) || draft.hasRole(index + 1, Role.COUNT))) {
    draft.flag('doubt', index);
    return 1;
  }
  let ahead = index + 1;
  while (
    ahead <= index + MAX_WORDS_TO_VARIANT &&
    !draft.hasRole(ahead, VARIANT_ROLES) &&
    draft.hasRole(ahead, BEFORE_VARIANT)
  ) {
    ahead++;
  }
  if (!draft.hasRole(ahead, VARIANT_ROLES)) return 0;
  draft.shared = itemCount;
  return ahead - index;
}

/**
 * Turns the claim in "take 56 off my list" into a pass that an operator decides. Returns false if the word
 * does not ask for it.
 */
export function turnIntoPass(draft: ElementDraft, term: Term): boolean {
  const { last, elements } = draft;
  const act = elements.at(-2);
  if (last?.kind !== 'item' || act?.kind !== 'act' || act.act !== 'claim') return false;
  if (!LEXICON.particles.has(term.text) || !LEXICON.separables.has(act.word.toLowerCase())) return false;
  act.act = 'pass';
  act.strength = Strength.WEAK;
  draft.remarkContext = 'reason';
  return true;
}
