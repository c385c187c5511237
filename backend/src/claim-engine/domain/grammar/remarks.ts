import { type ElementDraft, smallNumber } from './draft';
import { PLAUSIBLE_AMOUNT } from './numbers';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/** Words that only describe: a word with any other role may be part of the claim. */
const TALK = Role.QUESTION | Role.ASKING | Role.FILLER | Role.COURTESY | Role.LABEL | Role.DETERMINER;
const SCORES: ReadonlySet<string> = new Set(['5', '10', '100']);
const MAX_AGE = 99;
const MIN_ORDER_DIGITS = 4;
const POSTCODE = /^\d{5,6}$/;
const MAX_HOUR = 24;
const MINUTES = /^[0-5]\d$/;
/** Maximum number of words in the name of a place. */
const MAX_PLACE_WORDS = 3;
/** Maximum number of words between "until tomorrow" and the payment it is about. */
const MAX_ARRANGEMENT_WORDS = 3;

/**
 * Reads a number in a remark about a claim already made: a time of day, a score (`10/10`), the age of a
 * person. Returns the number of terms; 0 if it may be something else.
 */
export function readRemarkNumber(draft: ElementDraft, index: number): number {
  if (!draft.complete || draft.marked) return 0;
  return readClock(draft, index) || readScore(draft, index) || readAge(draft, index);
}

/** True if a time of day is written at `index`: `8:45`. */
function isClock(draft: ElementDraft, index: number): boolean {
  const { numbers } = draft;
  return (
    numbers.isNumber(index) &&
    smallNumber(draft.termAt(index)?.text) <= MAX_HOUR &&
    numbers.isSign(index + 1, ':') &&
    numbers.gluedNumber(index + 2) &&
    MINUTES.test(draft.termAt(index + 2)?.text ?? '') &&
    !numbers.isSign(index + 3, ':') &&
    !numbers.knows(index, index + 2) &&
    !numbers.knows(index, index)
  );
}

/** "sold 83! got here at 8:45": beside the claim ("sold 12 at 8:45") a time may be part of a report. */
export function tellsTime(draft: ElementDraft, index: number): boolean {
  return draft.saysMore && isClock(draft, index) && draft.termAt(index - 2)?.kind === 'word';
}

function readClock(draft: ElementDraft, index: number): number {
  if (!tellsTime(draft, index)) return 0;
  const unit = draft.termAt(index + 3);
  return unit?.kind === 'word' && unit.roles & Role.MEASURE ? 4 : 3;
}

/** `10/10 show`: full marks. No list names an item twice in a row. */
function readScore(draft: ElementDraft, index: number): number {
  const { numbers } = draft;
  const score = draft.termAt(index)?.text;
  if (!numbers.isSign(index + 1, '/') || !numbers.isNumber(index + 2)) return 0;
  if (
    !SCORES.has(score ?? '') ||
    score !== draft.termAt(index + 2)?.text ||
    numbers.isSign(index + 3, '/') ||
    numbers.knows(index, index)
  ) {
    return 0;
  }
  // "on 10/10" is a date.
  if (draft.hasRole(index - 1, Role.FILLER | Role.PREPOSITION | Role.LABEL | Role.PURPOSE)) return 0;
  const praised = draft.termAt(index + 3);
  const closed = draft.termAt(index + 4)?.kind !== 'word' && draft.termAt(index + 4)?.kind !== 'number';
  return praised?.kind === 'word' &&
    !praised.act &&
    praised.roles !== 0 &&
    (praised.roles & ~TALK) === 0 &&
    closed
    ? 4
    : 3;
}

/** "for my daughter (8)", "for my grandson, he is 6". A small number in brackets may count units. */
function readAge(draft: ElementDraft, index: number): number {
  const age = smallNumber(draft.termAt(index)?.text);
  if (draft.speechContext !== 'reason' || age > MAX_AGE || draft.numbers.knows(index, index)) return 0;
  const opened = draft.numbers.isSign(index - 1, '(') && draft.numbers.isSign(index + 1, ')');
  const person = draft.termAt(index - 2);
  if (opened) {
    return person?.kind === 'word' && !(person.roles & Role.PURPOSE) && age > PLAUSIBLE_AMOUNT / 2 ? 1 : 0;
  }
  // "she turns 5 on Saturday", "she is turning 60"
  const told = draft.hasRole(index - 1, Role.ASKING);
  let subject = index - 1;
  while (draft.hasRole(subject, Role.ASKING) && !draft.hasRole(subject, Role.SUBJECT)) subject--;
  if (!told || !draft.hasRole(subject, Role.SUBJECT) || !namesNothing(draft, index + 1)) return 0;
  return draft.hasRole(index + 1, Role.DOUBT | Role.MEASURE) ? 2 : 1;
}

/**
 * Recognizes "since", which begins a remark in a clause of its own or after its verb ("waiting for this since 7"). In
 * "sold 12 since yesterday" it may report sales.
 */
export function opensSince(draft: ElementDraft, term: Term): boolean {
  if (!(term.roles & Role.STORY && term.roles & Role.PURPOSE) || !draft.wordFirst) return false;
  return draft.saysMore || term.text.includes(' ');
}

/** Reads the time after "since": `7`, `7:30`, `2019`, `5 am`. Returns the number of terms of it. */
export function sinceLength(draft: ElementDraft, index: number): number {
  if (isClock(draft, index)) return 3;
  const number = draft.termAt(index);
  if (number?.kind !== 'number' || draft.numbers.knows(index, index)) return 0;
  const value = smallNumber(number.text);
  if (draft.hasRole(index + 1, Role.MEASURE)) return 2;
  const after = draft.termAt(index + 1);
  const alone =
    after === undefined ||
    after.kind === 'line' ||
    (after.kind === 'sign' && !after.glued) ||
    '.!'.includes(after.text);
  return alone && (value <= MAX_HOUR / 2 || /^(19|20)\d\d$/.test(number.text)) ? 1 : 0;
}

/** True for a doubtful word that only leads on: "sold as backup 126", "mañana deposito". */
export function leadsOn(draft: ElementDraft, index: number): boolean {
  const waits = draft.last?.kind === 'act' && draft.termAt(index + 1)?.act === 'waitlist';
  return waits || opensArrangement(draft, index);
}

/** "mañana deposito", "until tomorrow payment": a time that belongs to the payment or delivery behind it. */
function opensArrangement(draft: ElementDraft, index: number): boolean {
  if (!draft.wordFirst) return false;
  let timed = false;
  for (let ahead = index; ahead <= index + MAX_ARRANGEMENT_WORDS; ahead++) {
    const roles = draft.termAt(ahead)?.roles ?? 0;
    const time = (roles & Role.DOUBT && roles & Role.ADDRESS) !== 0;
    timed ||= time;
    if (!time && roles & Role.ADDRESS && !(roles & Role.RECIPIENT)) return timed;
    const until = roles & Role.OR && roles & Role.DOUBT;
    if (!time && !until && !(ahead > index && roles & (Role.FILLER | Role.COURTESY))) return false;
  }
  return false;
}

/** "Cavite area", "Quezon City", "Austin TX 78701": a place in words. Returns the number of terms; 0 if none. */
export function placeLength(draft: ElementDraft, index: number): number {
  if (!draft.complete) return 0;
  let ahead = index;
  while (ahead < index + MAX_PLACE_WORDS && draft.isName(ahead)) ahead++;
  if (ahead === index) return 0;
  const roles = draft.termAt(ahead)?.roles ?? 0;
  if (roles & Role.ADDRESS && roles & Role.FILLER) return ahead - index;
  if (draft.isState(ahead)) ahead++;
  return draft.numbers.isNumber(ahead) &&
    draft.numbers.item(ahead, ahead)?.known === false &&
    POSTCODE.test(draft.termAt(ahead)?.text ?? '')
    ? ahead - index + 1
    : 0;
}

/** "sold 38, order 2291", "order #2219 paid": the number of an order placed before, longer than an item's. */
export function opensOrderNumber(draft: ElementDraft, index: number, term: Term): boolean {
  if (term.act === null || term.strength > Strength.PACK || !(term.roles & Role.ADDRESS)) return false;
  const number = index + (draft.numbers.isSign(index + 1, '#') ? 2 : 1);
  const long = (draft.termAt(number)?.text.length ?? 0) >= MIN_ORDER_DIGITS;
  if (!draft.numbers.isNumber(number) || !long || draft.numbers.knows(number, number)) return false;
  return draft.complete || draft.hasRole(number + 1, Role.ADDRESS);
}

/** "love you Brenda": words that address a person, then perhaps a name. Returns the number of terms; 0 if none. */
export function addressLength(draft: ElementDraft, index: number): number {
  const roles = draft.termAt(index)?.roles ?? 0;
  if (!(roles & Role.COURTESY && roles & Role.PURPOSE)) return 0;
  const after = draft.termAt(index + 2);
  const closed =
    after?.kind !== 'number' &&
    (after?.kind !== 'word' || (!draft.named && after.act !== null && after.strength === Strength.SHOP));
  // "hi Jess!! sold 205", "sold 12 thank you Brenda"
  const named = (draft.complete || !draft.named) && draft.isCalled(index + 1) && closed;
  return named && !draft.numbers.knows(index + 1, index + 1) ? 2 : 1;
}

/** The kinds of words that a claim is made of. A sentence with one of them may be part of the claim. */
const PARTS = Role.SIZE | Role.COLOR | Role.SIZE_MARK | Role.COUNT | Role.PIECES | Role.TIMES;

/** True if the comment names no item, option, or amount from `index` to the end of its line, and acts no more. */
export function namesNothing(draft: ElementDraft, index: number): boolean {
  for (let ahead = index; ; ahead++) {
    const term = draft.termAt(ahead);
    if (!term || term.kind === 'line') return true;
    if (term.kind === 'number' || '@$?*'.includes(term.text)) return false;
    if (term.act || (term.roles & PARTS && term.value !== '1')) return false;
    if (ahead > index && term.roles & Role.CORRECTION) return false;
  }
}

/** True for "12, sorry, 13", which corrects; false for "pass 12, sorry", which is polite. */
export function correctsItem(draft: ElementDraft, index: number): boolean {
  if (!draft.named) return false;
  for (let ahead = index + 1; ahead <= index + 4; ahead++) if (draft.numbers.isNumber(ahead)) return true;
  return false;
}

/** True if only courtesy follows from `index` on. */
export function endsComment(draft: ElementDraft, index: number): boolean {
  let ahead = index;
  while (draft.hasRole(ahead, Role.COURTESY)) ahead++;
  return draft.termAt(ahead) === undefined || draft.termAt(ahead)?.kind === 'sign';
}

/** "16 XL not L": an option that only contrasts with the chosen one. Returns the number of terms; 0 if none. */
export function contrastLength(draft: ElementDraft, index: number, term: Term): number {
  if (!draft.acted || !(term.roles & Role.NOT) || !LEXICON.contrast.has(term.text)) return 0;
  const denied = draft.termAt(index + 1);
  const what = denied && denied.roles & Role.SIZE ? 'size' : 'color';
  if (!denied || denied.act || !(denied.roles & (Role.SIZE | Role.COLOR))) return 0;
  const chosen = draft.elements.find((element) => element.kind === 'variant' && element.what === what);
  const differs =
    chosen?.kind === 'variant' && chosen.clause === draft.clause && chosen.value !== denied.value;
  return differs ? 2 : 0;
}
