import { smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';

const MAX_AGE = 99;
const MAX_HOUR = 12;
const MAX_DAY = 31;
const MAX_GRADE = 10;
const MAX_DATE_WORDS = 3;
/** A year, including a year of the Thai calendar such as 2569. */
export const YEAR = /^(?:1[789]|20|25)\d\d$/;
export const MIN_PHONE_DIGITS = 7;

/**
 * True if a number in the talk around a claim is of a known kind, such as a price, time, date, age, address,
 * order, or phone number.
 */
export function isExplained(terms: readonly Term[], index: number, first: number, known: boolean): boolean {
  const roleAt = (place: number, roles: number): boolean => ((terms[place]?.roles ?? 0) & roles) !== 0;
  const signAt = (place: number, signs: string): boolean =>
    terms[place]?.kind === 'sign' && signs.includes(terms[place]?.text ?? ' ');
  const number = terms[index] as Term;
  const next = terms[index + 1];
  if (joinedDigitCount(terms, index) >= MIN_PHONE_DIGITS) return true;
  if (LEXICON.grades.has(terms[index - 1]?.text ?? '') && smallNumber(number.text) <= MAX_GRADE) return true;
  if (signAt(index - 1, '$') || signAt(index + 1, '$%') || roleAt(index + 1, Role.CURRENCY | Role.MEASURE)) {
    return true;
  }
  if (roleAt(index - 1, Role.MEASURE | Role.CURRENCY) && index > first) return true;
  // "8:45", "18.50", "01310-100": the first part decides.
  const tied = number.glued && signAt(index - 1, ':.,-/') && terms[index - 2]?.kind === 'number';
  if (tied && index - 2 >= first) return isExplained(terms, index - 2, first, known);
  // "5'10"
  if (next?.text === "'" && next.glued && terms[index + 2]?.kind === 'number') return true;
  if (number.glued && signAt(index - 1, "'") && terms[index - 2]?.kind === 'number') return true;
  // "my 4 and 6 yr old"
  if (roleAt(index + 1, Role.AND) && terms[index + 2]?.kind === 'number' && roleAt(index + 3, Role.MEASURE)) {
    return true;
  }
  // "on 12/9"
  if (
    next?.text === '/' &&
    next.glued &&
    isDate(number, terms[index + 2]) &&
    terms[index - 1]?.text === 'on'
  ) {
    return true;
  }
  // "leaving for work at 630"
  const isHour = !known && /^(?:1[0-2]|[1-9])[0-5]\d$/.test(number.text);
  if (isHour && terms[index - 1]?.text === 'at' && index - 1 > first) return true;
  // "4 in the morning"
  const nextWords = [1, 2, 3].map((ahead) => terms[index + ahead]?.text).join(' ');
  if (!known && /^in the (?:morning|afternoon|evening)$/.test(nextWords)) return true;
  // "80. Geburtstag"
  if (signAt(index + 1, '.') && roleAt(index + 2, Role.MEASURE)) return true;
  // "so 90s", "the 1960s"
  if (next?.glued === true && next.text === 's' && /^(?:19|20)?\d0$/.test(number.text)) return true;
  if (signAt(index + 1, ':') && terms[index + 2]?.kind === 'number') return true;
  if (next?.glued === true && next.kind === 'word' && ['ish', 'th', 'st', 'nd', 'rd'].includes(next.text)) {
    return true;
  }
  for (let place = index - 1; place >= first; place--) {
    const term = terms[place] as Term;
    // "order 2291", unless the show has an item 2291
    if (term.roles & Role.ADDRESS && (term.act === null || (term.strength < Strength.PACK && !known))) {
      return true;
    }
    // "sending $18.50 plus 6 shipping"
    if (signAt(place, '$')) return true;
  }
  if (roleAt(index - 1, Role.REPORT) && roleAt(index - 1, Role.PURPOSE)) {
    return !known && isMoment(number.text);
  }
  const dated = isDated(terms, index, first);
  return (dated && smallNumber(number.text) <= MAX_AGE) || (!known && isYear(terms, index, first, dated));
}

function isDate(first: Term, second: Term | undefined): boolean {
  return (
    smallNumber(first.text) <= MAX_DAY && second?.kind === 'number' && smallNumber(second.text) <= MAX_DAY
  );
}

/** "since 7", "since 2019" */
function isMoment(text: string): boolean {
  return smallNumber(text) <= MAX_HOUR || /^(19|20)\d\d$/.test(text);
}

/** "in 1985", "like Christmas 1962": a preposition or a time word comes before the year. */
function isYear(terms: readonly Term[], index: number, first: number, dated: boolean): boolean {
  if (index === first || !YEAR.test(terms[index]?.text ?? '')) return false;
  const before = terms[index - 1];
  if (before?.kind !== 'word') return false;
  if (dated || before.roles & (Role.PREPOSITION | Role.MEASURE)) return true;
  const words = before.text.split(' ');
  // "navidad de 1985"
  const linked = before.roles & (Role.OF | Role.FILLER) && index - 1 > first ? terms[index - 2] : null;
  return LEXICON.eras.has(words.at(-1) ?? '') || LEXICON.eras.has(linked?.text ?? '');
}

/** True if the words before a number make it a time, a date, or an age: `around 8`, `turning 3`. */
function isDated(terms: readonly Term[], index: number, first: number): boolean {
  let phrase = '';
  for (let place = index - 1; place >= Math.max(first, index - MAX_DATE_WORDS); place--) {
    const term = terms[place] as Term;
    if (term.kind !== 'word') return false;
    phrase = phrase === '' ? term.text : `${term.text} ${phrase}`;
    if (LEXICON.dates.has(phrase)) return true;
    if (place === index - 1 && LEXICON.dates.has(term.text.split(' ').at(-1) ?? '')) return true;
  }
  return false;
}

/** Number of digits in a number and the numbers joined to it: 10 for `312-555-0177` and `06 12 34 56 78`. */
export function joinedDigitCount(terms: readonly Term[], index: number): number {
  let from = index;
  const isPair = (at: number): boolean => terms[at]?.kind === 'number' && terms[at]?.text.length === 2;
  while (isPair(from) && isPair(from - 1)) from--;
  let digits = 0;
  if (terms[from]?.text.startsWith('0') === true) {
    for (let at = from; isPair(at); at++) digits += 2;
    if (digits >= MIN_PHONE_DIGITS) return digits;
  }
  digits = terms[index]?.text.length ?? 0;
  for (let at = index + 1; terms[at]?.text === '-' && terms[at]?.glued === true; at += 2) {
    if (terms[at + 1]?.kind !== 'number') break;
    digits += terms[at + 1]?.text.length ?? 0;
  }
  return digits;
}
