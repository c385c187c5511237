import type { Clause } from './clause';
import { LEXICON } from './lexicon';
import { DANGER, Role } from './roles';
import { YEAR } from './talk-numbers';
import { ENGLISH } from './words';

/** Minimum number of words in a clause that may mention other things by brand and model. */
const MIN_WORDS = 4;
/** Words directly before a brand: `a Stanley`, `the exact Stanley`. */
const BEFORE_BRAND: ReadonlySet<string> = new Set([
  'a',
  'an',
  'another',
  'same',
  'exact',
  'old',
  'vintage',
  'real',
  'genuine',
  'favorite',
  'first',
  'un',
  'una',
  'une',
  'um',
  'uma',
  'ein',
  'eine',
  'einen',
  'mismo',
  'misma',
  'même',
  'mesmo',
  'mesma',
]);
/** Words before a thing that is not the item. */
const BEFORE_OTHER_THING: ReadonlySet<string> = new Set([
  'same',
  'exact',
  'mismo',
  'misma',
  'même',
  'mesmo',
  'mesma',
]);
/**
 * If an item number in the claim has this many digits or more, a year next to a thing may also be an item
 * number.
 */
const YEAR_DIGITS = 4;

/**
 * Recognizes a brand ("had that exact Stanley", "been after a Lodge"): a capitalized word after an article,
 * unless the words after it show that it is a person.
 */
export function isBrand(clause: Clause, at: number): boolean {
  // "1921 Peace dollar"
  if (at > 0 && clause.list[at - 1]?.term.kind === 'number' && isYearOfThing(clause, at - 1)) return true;
  if (
    clause.directlyPrecedesClaim ||
    clause.wordCount < MIN_WORDS ||
    at === 0 ||
    clause.rolesAt(0) & Role.AND
  ) {
    return false;
  }
  let place = at - 1;
  while (place > 0 && isCapital(clause, place)) place--;
  const before = clause.list[place];
  if (before?.term.kind !== 'word' || place === at) return false;
  // In some other languages, "a" means "to": "il va à Marie".
  const isForeign = before.text === 'a' && clause.comment.packs !== ENGLISH;
  const opens = BEFORE_BRAND.has(before.text) && !isForeign;
  if (!opens && clause.talkAt(place, 'article') === null) return false;
  const next = clause.list[at + 1];
  if (next === undefined || next.term.kind !== 'word' || isCapital(clause, at + 1)) return true;
  // "that Karen took it"
  const kind = clause.talkAt(at + 1)?.kind;
  const reports =
    kind === 'others' || kind === 'unsettlingTalk' || kind === 'retraction' || kind === 'harmlessVerb';
  const asks = (clause.rolesAt(at + 1) & Role.QUESTION_AT_START) !== 0;
  const isStatement = clause.list.some((_, from) => from > at && clause.isBareVerb(from));
  return !reports && !asks && !isStatement && !/(?:ed|s)$/.test(next.text);
}

function isCapital(clause: Clause, at: number): boolean {
  const word = clause.list[at];
  return word?.term.act === null && word.term.roles === 0 && /^\p{Lu}\p{Ll}/u.test(clause.writtenAt(at));
}

/** "that Stanley No 4 plane", "the same Singer 221": a model number after its brand. */
export function isModelNumber(clause: Clause, at: number): boolean {
  const label = clause.list[at - 1]?.text === '.' ? at - 2 : at - 1;
  const brand = isModelLabel(clause, label) ? label - 1 : at - 1;
  const next = clause.list[at + 1];
  // "and the Singer 221" may ask for another item.
  const isThing = LEXICON.things.has(next?.term.text ?? '');
  const mayClaim =
    !isThing &&
    (next === undefined ||
      (next.term.roles & (Role.AND | Role.HARMLESS | Role.PURPOSE | Role.FILLER)) !== 0) &&
    !BEFORE_OTHER_THING.has(clause.list[brand - 1]?.text ?? '');
  return !mayClaim && isCapital(clause, brand) && isBrand(clause, brand);
}

/** The `No` in "Stanley No 4". */
export function isModelLabel(clause: Clause, at: number): boolean {
  const isLabel = (clause.rolesAt(at) & Role.LABEL) !== 0;
  const number = clause.list[at + 1]?.text === '.' ? at + 2 : at + 1;
  return isLabel && clause.list[number]?.term.kind === 'number' && isCapital(clause, at - 1);
}

/** "1921 Peace dollar, finally!", "giving 1998 mall goth": a year before the thing that it describes. */
export function isYearOfThing(clause: Clause, at: number): boolean {
  const { terms, core } = clause.comment;
  const thing = clause.list[at + 1]?.term;
  if (!YEAR.test(clause.list[at]?.text ?? '') || thing?.kind !== 'word' || thing.glued) return false;
  if (clause.directlyPrecedesClaim || clause.directlyFollowsClaim || clause.wordCount < MIN_WORDS - 1) {
    return false;
  }
  const isLong = ({ kind, text }: (typeof terms)[number], index: number): boolean =>
    core[index] === true && kind === 'number' && text.length >= YEAR_DIGITS;
  if (terms.some(isLong)) return false;
  const kind = clause.talkAt(at + 1)?.kind;
  const describes = thing.roles === 0 || LEXICON.things.has(thing.text);
  return describes && thing.act === null && (kind === undefined || !(thing.roles & DANGER));
}
