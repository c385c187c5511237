import type { ElementDraft } from './element-draft';
import type { ItemElement } from './element';
import type { Term } from './reading';
import { onlyCourtesyFollows } from './remarks';
import { Role, Strength } from './roles';

/** Characters that may connect the parts of an item number. */
const CONNECTORS = '-_./#';
/** Roles that a word in an item name may have: `red 2`, `dress 1`. */
const NAMING = Role.SIZE | Role.COLOR | Role.LABEL | Role.MEASURE | Role.PIECES | Role.CURRENCY | Role.FILLER;
const MIN_WORD_LENGTH = 2;

/**
 * Finds the longest item number with letters that starts at `index` and is in the show (`RED 2`, `iphone15`,
 * `café`). Returns null if there is none.
 */
export function namedItemAt(
  draft: ElementDraft,
  index: number,
): { item: ItemElement; length: number } | null {
  const { numbers } = draft;
  const { longest, starts } = numbers.names;
  if (longest === 0 || !starts.has(firstCharacterOf(draft.termAt(index)))) return null;
  if (draft.remarkContext !== 'nothing' || continuesPrevious(draft, index)) return null;
  let found: { item: ItemElement; length: number } | null = null;
  let characters = 0;
  for (let end = index; characters < longest; end++) {
    const term = draft.termAt(end);
    if (!term) break;
    if (term.kind === 'sign') {
      if (!isTie(draft, end) || end === index) break;
      continue;
    }
    if (term.kind === 'newline' || term.strength === Strength.SHOP) break;
    characters += term.text.length;
    if (continuesPrevious(draft, end + 1)) continue;
    const item = numbers.knows(index, end) ? numbers.item(index, end) : null;
    if (item?.number === null && /\p{L}/u.test(item.key)) found = { item, length: end - index + 1 };
  }
  return found && checkName(draft, index, found) ? found : null;
}

/**
 * Returns a term's first character as in an item key: uppercase, without leading zeros (`007` begins with 7).
 */
function firstCharacterOf(term: Term | undefined): string {
  const text = term?.text ?? '';
  return (term?.kind === 'number' ? text.replace(/^0+(?=.)/, '') : text).charAt(0).toUpperCase();
}

/** True if the term continues the letters or digits before it. */
function continuesPrevious(draft: ElementDraft, index: number): boolean {
  const [before, term, after] = [draft.termAt(index - 1), draft.termAt(index), draft.termAt(index + 1)];
  if (!before || term?.glued !== true) return false;
  if (isTie(draft, index)) return after?.glued === true && after.kind !== 'sign';
  if (isTie(draft, index - 1)) return draft.termAt(index - 2)?.kind !== 'sign';
  if (term.kind === 'sign' || before.kind === 'sign' || term.kind === 'newline') return false;
  // Thai and Chinese words have no space before them.
  return before.act === null && (term.kind === 'number' || term.latin);
}

/** True for a hyphen or similar character that touches the parts on both sides. */
function isTie(draft: ElementDraft, index: number): boolean {
  const sign = draft.termAt(index);
  return (
    sign?.kind === 'sign' &&
    sign.glued &&
    CONNECTORS.includes(sign.text) &&
    draft.termAt(index + 1)?.glued === true
  );
}

/** True if the words are a name here. Sets the item's `doubt` if they may also mean something else. */
function checkName(
  draft: ElementDraft,
  index: number,
  { item, length }: { item: ItemElement; length: number },
): boolean {
  const { numbers } = draft;
  const terms = draft.terms.slice(index, index + length);
  const words = terms.filter(({ kind }) => kind === 'word');
  const hasSpace = terms.some(({ glued }, place) => place > 0 && !glued);
  const hasDigits = terms.some(({ kind }) => kind === 'number');
  // "A 2" may be item A2 or two of item A.
  if (item.key.length === 1 && draft.termAt(index + length)?.kind === 'number') return false;
  if (!hasDigits && words.length > 1 && words.some(({ text }) => text.length < MIN_WORD_LENGTH)) return false;
  if ((hasSpace || !hasDigits) && words.every(isTalk) && !isLoneLetter(draft, index, item)) return false;
  if (hasDigits && hasSpace) {
    // If the show also has item 2, "2 red" and "b 2" may mean item 2. "red 2" is certain because the longer
    // name wins.
    const isLetter = words.every(({ text }) => text.length < MIN_WORD_LENGTH);
    if (numbers.knows(index, index) || (isLetter && numbers.knows(index + length - 1, index + length - 1))) {
      item.doubt = 'letter-or-item';
    }
  }
  if (!hasDigits && words.every(({ roles, act }) => roles !== 0 || act !== null)) {
    const { claimsWithPlus } = draft;
    const hasOtherNumber = draft.terms.some(
      ({ kind }, place) => kind === 'number' && !(claimsWithPlus && numbers.isSign(place - 1, '+')),
    );
    const hasClaimWord = draft.terms.some(
      ({ strength, text }) => strength >= Strength.PACK || (claimsWithPlus && text === '+'),
    );
    if (hasOtherNumber || !hasClaimWord) item.doubt = 'letter-or-item';
  }
  return true;
}

/**
 * True if the name is a single letter directly after the claim word and ends the comment: "sold I", "mío A".
 */
function isLoneLetter(draft: ElementDraft, index: number, item: ItemElement): boolean {
  const before = draft.termAt(index - 1);
  return (
    item.key.length === 1 &&
    before !== undefined &&
    before.strength >= Strength.PACK &&
    onlyCourtesyFollows(draft, index + 1)
  );
}

/** True for a word that is not an item name in a claim: `x`, `and`, `please`. */
function isTalk({ roles, act, isShopLanguage }: Term): boolean {
  if (roles & Role.LABEL) return false;
  return isShopLanguage && (act !== null || (roles & ~NAMING) !== 0 || roles === Role.FILLER);
}
