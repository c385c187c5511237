import { type ElementDraft, smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { type NumberReading, PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { Role, Strength } from './roles';

const CAPITAL_CODE = /^[B-DF-HJ-NP-TV-XZ]{2}$/;
/** Letters that are sizes in only a few languages. Before an item number, they are a code. */
const UNUSUAL_SIZES: ReadonlySet<string> = new Set(['p', 'g']);
/** Words that keep their meaning even if digits touch them: `size8`, `rm25`, `x2`. */
const OWN_MEANING = Role.CURRENCY | Role.TIMES | Role.SIZE_MARK | Role.PLUS;
/** The same, for words of more than one letter: `and12`, `please12`, `for12`. */
const OWN_MEANING_OF_WORDS =
  Role.AND |
  Role.OR |
  Role.HARMLESS |
  Role.FILLER |
  Role.NOT |
  Role.QUESTION_ANYWHERE |
  Role.PURPOSE |
  Role.COLOR;

/**
 * Reads letters attached to digits as a code (`A12`), unless the letters are a word with its own meaning
 * before a number.
 */
export function codeAt(draft: ElementDraft, index: number, term: Term): NumberReading | null {
  if (draft.remarkContext === 'reason') return null;
  const reading = draft.numbers.code(index);
  if (!reading) return null;
  if (reading.item?.known) return reading;
  const { roles, text } = term;
  const isOneLetter = text.length === 1;
  if (term.act !== null && !isOneLetter) return null;
  if (roles & OWN_MEANING && !(roles & Role.CURRENCY && (isOneLetter || !term.isShopLanguage))) return null;
  const afterAct = draft.last?.kind === 'act' && !draft.numbers.knows(index + 1, index + 1);
  if (roles & Role.LABEL && term.isShopLanguage && !draft.hasRole(index - 1, Role.LABEL)) {
    // "vendu N3", "sold RING45": item 3, or N3?
    if (!afterAct || !reading.item || !(isOneLetter || LEXICON.things.has(text))) return null;
    if (!standsOut(draft, term)) reading.item.doubt ??= 'letter-or-item';
    return reading;
  }
  // "sold HAT12": item 12, or HAT12?
  if (afterAct && reading.item && roles === Role.HARMLESS && !isPlea(text)) {
    if (!LEXICON.things.has(text) || !standsOut(draft, term)) reading.item.doubt ??= 'letter-or-item';
    return reading;
  }
  if (!isOneLetter && term.isShopLanguage && roles & OWN_MEANING_OF_WORDS) return null;
  // "sold AM12": directly after the claim word, letters that ask or measure elsewhere are a code.
  const codeRoles = afterAct && text.length === 2 ? Role.MEASURE | Role.QUESTION_AT_START | Role.PIECES : 0;
  if (!isOneLetter && term.isShopLanguage && roles & ~(Role.SIZE | Role.LABEL | codeRoles)) return null;
  if (isOneLetter && roles & Role.AND && term.glued) return null;
  if (roles & Role.SIZE && reading.item && !namesSize(draft) && !isCodeOfSizeLetters(draft, index)) {
    reading.item.doubt ??= 'size-or-code';
  }
  return reading;
}

/** "Sold HAT12", "vendu N3": one capital letter, or capitals in a comment that is not all capitals. */
function standsOut(draft: ElementDraft, term: Term): boolean {
  const written = draft.writtenAt(term);
  return (
    written === written.toUpperCase() && (term.text.length === 1 || draft.text !== draft.text.toUpperCase())
  );
}

/** "sold M-17", "sold fs22", "meu P7": size letters, but not written as viewers write a size. */
function isCodeOfSizeLetters(draft: ElementDraft, index: number): boolean {
  const { text, value } = draft.termAt(index) as Term;
  const tied = text.length === 1 && draft.numbers.isSign(index + 1, '-');
  return draft.last?.kind === 'act' && (tied || UNUSUAL_SIZES.has(text) || value === 'free size');
}

const isPlea = (text: string): boolean => LEXICON.pleas.has(text) || LEXICON.vocatives.has(text);

/** "M3 size S": the size is named, so the letter in the code is not a size. */
function namesSize(draft: ElementDraft): boolean {
  return draft.terms.some(
    ({ roles }, index) =>
      roles & Role.SIZE_MARK && draft.hasRole(index + 1, Role.SIZE) && !isGlued(draft, index + 2),
  );
}

function isGlued(draft: ElementDraft, index: number): boolean {
  return draft.termAt(index)?.glued === true && draft.termAt(index)?.kind === 'number';
}

/** `RX 44` in a show without item numbers that have letters: two capital consonants that are not a word. */
function isCapitalCode(draft: ElementDraft, term: Term): boolean {
  const listed = term.roles !== 0 || term.act !== null || LEXICON.talk.next.get(term.text)?.leaf;
  return !listed && draft.numbers.names.longest === 0 && CAPITAL_CODE.test(draft.writtenAt(term));
}

/**
 * `a 12`: one or a few letters and a number, as in `A12`. Returns the number of terms, or 0 if it is not a
 * code.
 */
export function readSpacedCode(draft: ElementDraft, index: number, term: Term): number {
  const { numbers, last } = draft;
  const next = draft.termAt(index + 1);
  if (draft.remarkContext === 'reason' || next?.kind !== 'number' || next.glued) return 0;
  if (!numbers.isCodeLetters(term) || (term.act !== null && term.text.length > 1)) return 0;
  const item = numbers.item(index, index + 1);
  if (!item) return 0;
  const numberIsItem = numbers.knows(index + 1, index + 1);
  // `A 2` if the show has A: two units of it.
  if (
    !item.known &&
    !numberIsItem &&
    numbers.knows(index, index) &&
    smallNumber(next.text) <= PLAUSIBLE_AMOUNT
  ) {
    const letter = numbers.item(index, index, term.text.length === 1 ? 'letter-or-item' : null);
    if (letter) return draft.addItem(letter, index, 1);
  }
  if (item.known && term.roles === 0) {
    item.doubt = numberIsItem ? 'letter-or-item' : null;
    return draft.addItem(item, index, 2);
  }
  const afterAct = last?.kind === 'act' ? last : null;
  if (afterAct && next.text.length > 1 && isCapitalCode(draft, term)) return draft.addItem(item, index, 2);
  if (term.text.length > 1 || afterAct?.letterQuantity) return 0;
  if (term.roles & Role.SIZE && afterAct) {
    // `sold m 12`: size M of item 12, or item M12?
    draft.flag('doubt', index);
    return 0;
  }
  if (term.roles & ~Role.CURRENCY) return 0;
  const after = draft.termAt(index + 2);
  const continues = numbers.number(index + 1).length > 1 || (after?.glued === true && after.kind === 'word');
  if (continues || next.text.length === 1 || numberIsItem) item.doubt = 'letter-or-item';
  return draft.addItem(item, index, 2);
}

/** Clears the act of a letter that belongs to a code: the F in "mine F16". Alone, `f` claims in Thai. */
export function clearCodeLetters(terms: readonly Term[]): void {
  if (!terms.some(({ strength }) => strength === Strength.SHOP)) return;
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    if (term.text.length > 1 || term.act === null || term.strength === Strength.SHOP) return;
    if (next?.kind !== 'number' || !next.glued) return;
    term.act = null;
    term.strength = Strength.NONE;
  });
}
