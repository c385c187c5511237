import type { ElementDraft } from './element-draft';
import { smallNumber } from './element-draft';
import type { Term } from './reading';
import { LEXICON } from './lexicon';
import { Role } from './roles';
import { ENGLISH } from './words';

/** Maximum plus size (`1X` to `6X`). A larger number before an `x` is an amount. */
const MAX_PLUS_SIZE = 6;
/** Letters in toddler and child sizes: `4T`, `8Y`. */
const CHILD_SIZE_LETTERS = 'ty';
/** Letters after a size number: `14W`, `18M`, `32R`. */
const SIZE_LETTERS: ReadonlySet<string> = new Set(['w', 'm', 't', 'y', 'r', 'wp']);
const MAX_BODY_SIZE = 60;
/** Cup letters in bra sizes: `34DD`. A single letter may be part of an item number. */
const CUPS = /^(?:aa|d{2,4}|ff|gg|hh)$/;
/** Baby clothing sizes in months. Other numbers before an `m` are meters. */
const MONTHS: ReadonlySet<string> = new Set(['3', '6', '9', '12', '18', '24', '36']);

/** `size L`, `size: 38`, `size 7.5`, `size 2X`, `size 6-9 months`, `size M/L`. Returns the number of terms. */
export function readSizeMark(draft: ElementDraft, index: number): number {
  const sign = draft.termAt(index + 1);
  // The dot in `str. 40` does not end a sentence.
  const skipped = sign?.kind === 'sign' && (':=#'.includes(sign.text) || (sign.text === '.' && sign.glued));
  const first = skipped ? index + 2 : index + 1;
  const value = draft.termAt(first);
  const size =
    value?.kind === 'number'
      ? numericSize(draft, first)
      : value && value.roles & Role.SIZE
        ? letterSize(draft, first)
        : value?.numeral === true && draft.hasItem && !(value.value ?? '*').startsWith('*')
          ? { written: value.value ?? '', length: 1 }
          : null;
  if (!size) return draft.skip();
  return addSize(draft, index, size.written, first - index + size.length);
}

interface Size {
  written: string;
  length: number;
}

function letterSize(draft: ElementDraft, first: number): Size {
  const nameOf = (term: Term | undefined): string => term?.value ?? term?.text ?? '';
  const slash = draft.numbers.isSign(first + 1, '/') && draft.hasRole(first + 2, Role.SIZE);
  const written = nameOf(draft.termAt(first));
  return slash
    ? { written: `${written}/${nameOf(draft.termAt(first + 2))}`, length: 3 }
    : { written, length: 1 };
}

function numericSize(draft: ElementDraft, first: number): Size {
  const amountLength = draft.numbers.amountLength(first);
  let length = amountLength;
  let written = draft.terms
    .slice(first, first + amountLength)
    .map((term) => term.text)
    .join('');
  const half = amountLength === 1 && isHalf(draft, first + 1);
  if (half) {
    written += '.5';
    length += 3;
  }
  const unit = draft.termAt(first + length);
  if (unit?.kind === 'word' && unit.latin && unit.roles & Role.MEASURE) {
    // "18 months" is 18M; "100ml" and "18 inch" are kept as written.
    const isMeasure = unit.text.length > 1 && (LEXICON.units.has(unit.text) || unit.glued);
    const name = isMeasure && !LEXICON.ages.has(unit.text) ? unit.text : unit.text.charAt(0).toUpperCase();
    return { written: written + (unit.glued || name !== unit.text ? '' : ' ') + name, length: length + 1 };
  }
  if (unit?.glued === true && draft.numbers.isCodeLetters(unit, 2) && !unit.act) {
    return { written: written + unit.text.toUpperCase(), length: length + 1 };
  }
  return { written, length };
}

/** `9 1/2`, `9½` */
function isHalf(draft: ElementDraft, index: number): boolean {
  return (
    draft.termAt(index)?.text === '1' &&
    draft.numbers.isSign(index + 1, '/') &&
    draft.termAt(index + 2)?.text === '2'
  );
}

/**
 * A number that begins a clothing size: `3XLarge`, `2x-large`, `4T`. Returns the number of terms, or 0 if
 * there is no size.
 */
export function readNumberedSize(draft: ElementDraft, index: number): number {
  const number = draft.termAt(index);
  const unit = draft.termAt(index + 1);
  if (!number || number.text.length !== 1 || unit?.glued !== true || unit.kind !== 'word' || !draft.hasItem) {
    return 0;
  }
  if (draft.numbers.knows(index, index + 1) || draft.numbers.isNumber(index + 2)) return 0;
  if (unit.roles & Role.SIZE && unit.text.startsWith('x') && unit.text.length > 1) {
    // `2x large` may be two of size L.
    if (unit.text.startsWith('x ') && !unit.text.startsWith('x -')) {
      draft.add({ kind: 'suspect', reason: 'size-or-quantity', items: [] }, index, 2);
    }
    return addSize(draft, index, `${number.text}${unit.value ?? unit.text}`);
  }
  if (unit.text.length === 1 && CHILD_SIZE_LETTERS.includes(unit.text)) {
    return addSize(draft, index, `${number.text}${unit.text.toUpperCase()}`);
  }
  return 0;
}

function addSize(draft: ElementDraft, index: number, written: string, length = 2): number {
  return draft.add(
    {
      kind: 'variant',
      what: 'size',
      value: written,
      written,
      marked: true,
      each: false,
      shared: draft.shared,
    },
    index,
    length,
  );
}

/**
 * A size after an item, written as a number with a letter or an age unit: `63 18M`, `in the 14W`, `58 3-6m`,
 * `42 en 6 ans`. Returns the number of terms, or 0 if there is none.
 */
export function readBodySize(draft: ElementDraft, index: number): number {
  if (!draft.complete || draft.remarkContext !== 'nothing' || draft.marked || !draft.afterItem) return 0;
  const mark = draft.termAt(index + 1);
  // "38码", "40 размер"
  const marked = mark?.kind === 'word' && !mark.latin && (mark.roles & Role.SIZE_MARK) !== 0;
  if (marked && !draft.numbers.isNumber(index + 2) && !draft.numbers.knows(index, index)) {
    return addSize(draft, index, draft.termAt(index)?.text ?? '');
  }
  const length = bodySizeLength(draft.terms, index);
  const unitTerm = draft.termAt(index + length - 1);
  // In "12 5m", 5 m is a length, because a size letter is a capital, except after a range (`3-6m`).
  const isLower = unitTerm?.glued === true && length === 2 && unitTerm.text === draft.writtenAt(unitTerm);
  if (length === 0 || isLower || draft.numbers.knows(index, index) || draft.numbers.knows(index, index + 1)) {
    return 0;
  }
  const numbers = draft.terms.slice(index, index + length - 1).map(({ text }) => text);
  const unit = unitTerm?.text.toUpperCase() ?? '';
  return addSize(
    draft,
    index,
    numbers.join('') + (CUPS.test(unit.toLowerCase()) ? unit : unit.charAt(0)),
    length,
  );
}

/** Number of terms in a size written as a number with a letter or an age unit, or 0 if there is none. */
export function bodySizeLength(terms: readonly Term[], index: number): number {
  const number = terms[index];
  if (number?.kind !== 'number' || smallNumber(number.text) > MAX_BODY_SIZE) return 0;
  const to = terms[index + 2];
  const isRange = '-/'.includes(terms[index + 1]?.text ?? ' ') && to?.kind === 'number';
  if (isRange && smallNumber(to.text) <= smallNumber(number.text)) return 0;
  const at = index + (isRange ? 3 : 1);
  const unit = terms[at];
  if (unit?.kind !== 'word' || terms[at + 1]?.glued === true) return 0;
  const length = at + 1 - index;
  const isAge = LEXICON.ages.has(unit.text);
  // "3-6m", "6-9 months"
  if (isRange) return isAge || (unit.glued && SIZE_LETTERS.has(unit.text)) ? length : 0;
  if (unit.glued && CUPS.test(unit.text)) return length;
  if (unit.glued && SIZE_LETTERS.has(unit.text)) {
    return unit.text !== 'm' || MONTHS.has(number.text) ? length : 0;
  }
  // "en 6 ans", "du 6 ans", but not "sold 12 in 5 years"
  const opener = terms[index - 1];
  const opens = opener?.kind === 'word' && (opener.roles & (Role.PREPOSITION | Role.OF)) !== 0;
  // "depuis 2 ans" means "for 2 years".
  if (!opens || opener.act !== null || LEXICON.talk.next.get(opener.text)?.leaf) return 0;
  const next = terms[at + 1];
  const ends = next?.kind !== 'word' || (next.roles & (Role.HARMLESS | Role.PURPOSE | Role.COLOR)) !== 0;
  return isAge && !(unit.packs & ENGLISH) && ends ? length : 0;
}

/** "in 2X", "in the 2X" */
function followsSizePreposition(draft: ElementDraft, index: number): boolean {
  const before = draft.hasRole(index - 1, Role.PREPOSITION) ? index - 1 : index - 2;
  return (
    draft.hasItem &&
    draft.hasRole(before, Role.PREPOSITION) &&
    (before === index - 1 || draft.hasRole(index - 1, Role.FILLER))
  );
}

/**
 * `2X` may be a plus size or two units. A preposition before it (`in 2X`) makes it a size; an item after it
 * (`2x the 12`) makes it an amount. In a show with a non-English claim word, it is also an amount after a
 * letter code, or with a lowercase x after any item (`mine 77 2x`), because few shops in other languages use
 * the sizes `1X` to `6X`, and the shops that do write a capital X. In most other cases, an operator decides.
 */
export function readTimesOrSize(draft: ElementDraft, index: number): number {
  const number = draft.termAt(index)?.text ?? '';
  const amount = smallNumber(number);
  if (draft.termAt(index + 1)?.text !== 'x' || amount > MAX_PLUS_SIZE) {
    return draft.addQuantity(amount, index, 2);
  }
  const capital = draft.text.charAt((draft.termAt(index + 1) as Term).start) === 'X';
  if (followsSizePreposition(draft, index)) return addSize(draft, index, `${number}X`);
  const { last } = draft;
  // Two certain sizes: "plum 3X" in a comment that is not all capitals, and `1X`, because a claim is for one
  // unit anyway.
  const colored =
    last?.kind === 'variant' && last.what === 'color' && draft.text !== draft.text.toUpperCase();
  const isOneUnit = amount === 1 && last?.kind !== 'item';
  if (capital && draft.claimed && !draft.hasOtherLanguage && (colored || isOneUnit)) {
    return addSize(draft, index, `${number}X`);
  }
  // Shops that also sell in other languages write sizes in capitals.
  const hasLowercaseX = last?.kind === 'item' && !capital;
  const counts = draft.hasOtherLanguage && (hasLowercaseX || (last?.kind === 'item' && last.number === null));
  return draft.addQuantity(
    amount,
    index,
    2,
    counts || itemFollows(draft, index + 2) ? null : 'size-or-quantity',
  );
}

/** True for `2X` in "in 2X" and `6 ans` in "en 6 ans", which are sizes because an item was named. */
export function isClothingSize(draft: ElementDraft, index: number): boolean {
  const unit = draft.termAt(index + 1);
  if (draft.complete && bodySizeLength(draft.terms, index) > 0) return true;
  return draft.hasItem && unit?.glued === true && unit.text === 'x';
}

/** True if an item is named at `index`, perhaps after an article or a label. */
export function itemFollows(draft: ElementDraft, index: number): boolean {
  let ahead = index;
  while (
    ahead < index + 3 &&
    (draft.hasRole(ahead, Role.FILLER | Role.LABEL | Role.OF) || draft.numbers.isSign(ahead, '#'))
  ) {
    ahead++;
  }
  return draft.numbers.isNumber(ahead) || draft.numbers.code(ahead) !== null;
}
