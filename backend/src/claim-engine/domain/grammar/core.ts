import { isCountOfPeople } from './owned';
import type { Term } from './reading';
import { PARTS, Role, Strength } from './roles';
import { bodySizeLength } from './sizes';
import { MIN_PHONE_DIGITS, joinedDigitCount } from './talk-numbers';

/** Words between a claim word and its number. */
const BETWEEN = Role.FILLER | Role.LABEL | Role.PIECES | Role.TIMES | Role.OF | Role.COUNT | Role.PREPOSITION;
const MAX_WORDS_BETWEEN = 4;

/** Marks the terms that make up complete claims, passes, and places in line; null if the comment has none. */
export function markCore(terms: readonly Term[]): boolean[] | null {
  const core = terms.map(() => false);
  let complete = false;
  terms.forEach((term, index) => {
    if (term.act === null || term.strength < Strength.PACK) return;
    const after = numberAfter(terms, index);
    const before = after < 0 ? numberBefore(terms, index) : -1;
    if (after < 0 && before < 0) return;
    complete = true;
    const from = after < 0 ? before : index;
    const to = after < 0 ? index : after;
    for (let at = from; at <= to; at++) core[at] = true;
    extendForward(terms, to, core);
    if (after < 0) extendBack(terms, from, core);
  });
  return complete ? core : null;
}

function isBetween(term: Term | undefined): boolean {
  if (!term) return false;
  if (term.act !== null && term.strength >= Strength.PACK) return true;
  if (term.kind === 'newline') return true;
  if (term.kind === 'sign') return '#.:-…→,!*'.includes(term.text);
  return term.kind === 'word' && (term.roles & BETWEEN) !== 0;
}

function isItem(terms: readonly Term[], index: number): boolean {
  const term = terms[index];
  if (term?.kind === 'number') return !isTime(terms[index + 1]) && !isAge(terms[index + 1]);
  if (term?.kind !== 'word' || !term.latin || term.act !== null) return false;
  const isCodeLetter = term.text.length === 1 && !(term.roles & ~(Role.MEASURE | Role.CURRENCY));
  if (term.roles !== 0 && term.isShopLanguage && !isCodeLetter) return false;
  // "B-04"
  const tied = terms[index + 1]?.text === '-' && terms[index + 1]?.glued === true;
  const number = terms[index + (tied ? 2 : 1)];
  return number?.kind === 'number' && number.glued;
}

/** True for the `h` in "je passe à 18h". */
function isTime(unit: Term | undefined): boolean {
  return unit?.glued === true && ['h', 'am', 'pm'].includes(unit.text);
}

/**
 * True for the unit of an age such as "65歳" or "65 лет". In non-Latin scripts, item codes never look like
 * this.
 */
function isAge(unit: Term | undefined): boolean {
  const measures = ((unit?.roles ?? 0) & (Role.MEASURE | Role.PIECES)) === Role.MEASURE;
  return unit?.kind === 'word' && !unit.latin && measures;
}

function numberAfter(terms: readonly Term[], index: number): number {
  for (let ahead = index + 1; ahead <= index + MAX_WORDS_BETWEEN + 1; ahead++) {
    if (isItem(terms, ahead)) return itemEnd(terms, ahead);
    if (!isBetween(terms[ahead])) return -1;
  }
  return -1;
}

function numberBefore(terms: readonly Term[], index: number): number {
  for (let place = index - 1; place >= index - MAX_WORDS_BETWEEN; place--) {
    if (terms[place]?.kind === 'number') return place;
    if (!isBetween(terms[place]) && !((terms[place]?.roles ?? 0) & PARTS)) return -1;
  }
  return -1;
}

/** Index of the last term of an item number, including attached letters and digits: `A12`, `12-A`, `9.5`. */
function itemEnd(terms: readonly Term[], index: number): number {
  let end = index;
  while (end + 1 < terms.length) {
    const next = terms[end + 1] as Term;
    const tied =
      next.kind === 'sign' && next.glued && '-./'.includes(next.text) && terms[end + 2]?.glued === true;
    if (tied) end += 2;
    else if (next.glued && next.kind !== 'sign' && next.kind !== 'newline') end++;
    else break;
  }
  return end;
}

function extendForward(terms: readonly Term[], from: number, core: boolean[]): void {
  let at = from + 1;
  while (at < terms.length) {
    const term = terms[at] as Term;
    if (term.act !== null && term.strength >= Strength.PACK) break;
    const joins = term.roles & Role.AND || (term.kind === 'sign' && ',&/+、'.includes(term.text));
    let end = -1;
    const size = joins ? 0 : sizeLength(terms, at);
    if (joins) end = listedItemEnd(terms, at + 1);
    else if (size > 0) end = at + size - 1;
    else if (isPart(terms, at) || (term.kind === 'sign' && '×*('.includes(term.text))) {
      end = at;
      const signLength = terms[at + 1]?.kind === 'sign' && ':#.'.includes(terms[at + 1]?.text ?? ' ') ? 1 : 0;
      if (terms[at + 1 + signLength]?.kind === 'number') end = itemEnd(terms, at + 1 + signLength);
    } else if (term.roles & Role.PREPOSITION && (terms[at + 1]?.roles ?? 0) & PARTS) end = at;
    else if (term.kind === 'number' && isQuantity(terms, at)) end = itemEnd(terms, at);
    if (end < 0) break;
    for (let place = at; place <= end; place++) core[place] = true;
    at = end + 1;
  }
}

/**
 * Number of terms in a size that begins with a number ("in the 14W", "en 6 ans", "18M"), or 0 if there is
 * none.
 */
function sizeLength(terms: readonly Term[], at: number): number {
  let ahead = at;
  if ((terms[ahead]?.roles ?? 0) & (Role.PREPOSITION | Role.OF)) ahead++;
  if (ahead > at && (terms[ahead]?.roles ?? 0) & Role.FILLER) ahead++;
  const isPlusSize =
    terms[ahead]?.kind === 'number' && terms[ahead + 1]?.text === 'x' && terms[ahead + 1]?.glued;
  const length = isPlusSize === true && ahead > at ? 2 : bodySizeLength(terms, ahead);
  return length > 0 ? ahead + length - at : 0;
}

/**
 * True for a word that belongs to the item before it. A count word belongs to that item only if the word
 * gives a quantity, unlike the "una" in "una vez" ("once").
 */
function isPart(terms: readonly Term[], at: number): boolean {
  const roles = terms[at]?.roles ?? 0;
  const next = terms[at + 1];
  const amount = next?.kind !== 'word' || (next.roles & (Role.PIECES | Role.AND | Role.HARMLESS)) !== 0;
  const counts = Role.COUNT | Role.PIECES;
  return (roles & PARTS & ~counts) !== 0 || ((roles & counts) !== 0 && amount);
}

function isQuantity(terms: readonly Term[], at: number): boolean {
  return ((terms[at + 1]?.roles ?? 0) & (Role.PIECES | Role.TIMES)) !== 0 || terms[at + 1]?.text === '×';
}

/**
 * Index at which another listed item ends, or -1 if the number is a price, a time, or a count of something
 * else.
 */
function listedItemEnd(terms: readonly Term[], from: number): number {
  let at = from;
  while (
    at < from + 3 &&
    (((terms[at]?.roles ?? 0) & (Role.FILLER | Role.LABEL | Role.AND) && terms[at]?.act === null) ||
      terms[at]?.text === '#')
  ) {
    at++;
  }
  if (!isItem(terms, at) || joinedDigitCount(terms, at) >= MIN_PHONE_DIGITS) return -1;
  const end = itemEnd(terms, at);
  // "146, 100% wool"
  if (terms[end + 1]?.kind === 'sign' && '%$'.includes(terms[end + 1]?.text ?? ' ')) return -1;
  if (isCountOfPeople(terms[end], terms[end + 1], terms[end + 2])) return -1;
  const unit = terms[end + 1]?.roles ?? 0;
  return unit & (Role.MEASURE | Role.CURRENCY) && !(unit & Role.PIECES) ? -1 : end;
}

function extendBack(terms: readonly Term[], from: number, core: boolean[]): void {
  let at = from - 1;
  while (at >= 0) {
    const term = terms[at] as Term;
    const belongs =
      term.kind === 'number' ||
      (term.kind === 'sign' && '#&,+/-.'.includes(term.text)) ||
      (term.roles & (Role.AND | Role.LABEL | PARTS) && term.act === null) ||
      (term.kind === 'word' && terms[at + 1]?.glued === true && terms[at + 1]?.kind === 'number');
    if (!belongs) break;
    core[at] = true;
    at--;
  }
}
