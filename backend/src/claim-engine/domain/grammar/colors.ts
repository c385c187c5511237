import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { DANGER, Role, Strength } from './roles';

/** Words that, on their own, are not colors but people, stones, patterns, or times. */
const NO_COLORS: ReadonlySet<string> = new Set([
  'clear',
  'multi',
  'natural',
  'midnight',
  'storm',
  'smoke',
  'pearl',
  'ruby',
  'jade',
  'amber',
  'iris',
  'heather',
  'cherry',
  'juniper',
  'floral',
  'striped',
  'stripe',
  'gingham',
  'cheetah',
  'zebra',
]);
/** A number with more digits is not a size: "in my size 800". */
const MAX_SIZE_DIGITS = 2;

/**
 * Changes the terms of words that are a color or a size because of their position: the "blush" in "214 blush
 * M", and the "my size" in "in my size 8", which is a harmless remark elsewhere. In "para mi sala", "para mi"
 * no longer claims.
 */
export function markVariantWords(terms: readonly Term[], text: string): void {
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    // "para mi sala": "para mi" is a claim only if no thing follows it.
    const opensPurpose =
      term.strength === Strength.PACK &&
      (term.roles & Role.PURPOSE) !== 0 &&
      terms.slice(0, index).some(({ strength }) => strength === Strength.SHOP);
    if (opensPurpose && term.act === 'claim' && next?.kind === 'word' && next.roles === 0 && !next.act) {
      term.act = null;
      term.strength = Strength.NONE;
    }
    if (term.kind !== 'word' || term.act !== null) return;
    const color = colorOf(term);
    if (color !== undefined && (isBesideSize(terms, index) || endsClaim(terms, index, text))) {
      term.roles = Role.COLOR;
      term.value = color;
    } else if (isMySize(term) && next?.kind === 'number' && next.text.length <= MAX_SIZE_DIGITS) {
      term.roles = Role.SIZE_MARK;
    }
  });
}

/**
 * Clears the meaning of words from other languages written as names, so that they are read as unlisted words:
 * the "Kim" in "sold 117 - Kim", a question word in Turkish.
 */
export function clearNames(terms: readonly Term[], text: string): void {
  terms.forEach((term, index) => {
    const { kind, latin, isShopLanguage, act, start, end } = term;
    if (
      kind !== 'word' ||
      !latin ||
      isShopLanguage ||
      act !== null ||
      (term.roles & DANGER) !== Role.QUESTION_ANYWHERE
    ) {
      return;
    }
    const before = terms[index - 1];
    const opens =
      !before || before.kind === 'newline' || (before.kind === 'sign' && '.!?…'.includes(before.text));
    if (!opens && /^\p{Lu}\p{Ll}{2,}$/u.test(text.slice(start, end))) term.roles = 0;
  });
}

/** The color that a word names after "in". */
function colorOf({ text, roles }: Term): string | undefined {
  if (roles & ~(Role.HARMLESS | Role.LABEL)) return undefined;
  const leaf = LEXICON.words.next.get('in')?.next.get(text)?.leaf;
  return leaf?.find((sense) => sense.roles & Role.COLOR)?.value;
}

/** "214 blush M", "214 M blush": the word is next to a number and a size. */
function isBesideSize(terms: readonly Term[], index: number): boolean {
  const isSize = (at: number): boolean => ((terms[at]?.roles ?? 0) & Role.SIZE) !== 0;
  const isItem = (at: number): boolean => terms[at]?.kind === 'number';
  return (isItem(index - 1) && isSize(index + 1)) || (isItem(index - 2) && isSize(index - 1));
}

/** "sold 47 sage": directly after a shop claim word and its item, with only pleas after it. */
function endsClaim(terms: readonly Term[], index: number, comment: string): boolean {
  const { text, roles, start, end } = terms[index] as Term;
  // "sold 12 Sage" may be a person.
  if (/^\p{Lu}\p{Ll}/u.test(comment.slice(start, end))) return false;
  const alone = terms.slice(index + 1).every((term) => term.kind === 'sign' || LEXICON.pleas.has(term.text));
  const claim = terms[index - 2];
  const claimed = claim?.act === 'claim' && claim.strength === Strength.SHOP;
  return roles === 0 && alone && claimed && terms[index - 1]?.kind === 'number' && !NO_COLORS.has(text);
}

/** "my size", "mi talla": a possessive and the word for size. */
function isMySize({ text, roles }: Term): boolean {
  if (!(roles & Role.HARMLESS) || !text.includes(' ')) return false;
  const word = text.slice(text.lastIndexOf(' ') + 1);
  return (LEXICON.words.next.get(word)?.leaf ?? []).some((sense) => sense.roles & Role.SIZE_MARK);
}
