import { resemblesAlarm } from './alarms';
import { isThingName } from './item-description';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role } from './roles';
import { ENGLISH } from './words';

const MAX_NOUNS = 3;
const YEAR = /^(?:1[789]|20)\d\d$/;
/** Roles of words that may follow an item description. */
const AFTER_DESCRIPTION =
  Role.COLOR | Role.SIZE | Role.HARMLESS | Role.PREPOSITION | Role.PURPOSE | Role.TIMES | Role.SIZE_MARK;
const UNITS = Role.PIECES | Role.MEASURE;
/** Singular articles, after which a number is not a quantity: "le 2 pièces". */
const SINGULAR: ReadonlySet<string> = new Set(['el', 'la', 'le', 'o', 'a', 'das', 'der', 'die']);

export interface Measure {
  length: number;
  /** True if the words after the number describe the item and nothing else. */
  certain: boolean;
}

/** A measure that describes a thing: "the 2 piece set", "- the 14k gold hoops", or null if there is none. */
export function measureAt(terms: readonly Term[], index: number, packs: number): Measure | null {
  let at = index;
  const isAfterSign = terms[at]?.kind === 'sign' && (terms[at]?.text === ',' || isDash(terms[at]));
  const dashed = isDash(terms[at]);
  if (isAfterSign) at++;
  const [opener = '', of] = terms[at]?.kind === 'word' ? (terms[at]?.text ?? '').split(' ') : [];
  const isArticle = LEXICON.articles.has(opener);
  if (isArticle) at++;
  // "el de 2 piezas"
  const isOf = terms[at]?.kind === 'word' && ((terms[at]?.roles ?? 0) & (Role.OF | Role.FILLER)) !== 0;
  if (isArticle && of === undefined && isOf) at++;
  const describesOne = isArticle && (of !== undefined || isOf || SINGULAR.has(opener));
  const modelTerms = isArticle || isAfterSign ? modelLength(terms, at, packs) : 0;
  // "sold 12, 20v drill" may name another item, so it is not certain.
  if (modelTerms > 0) {
    return { length: at + modelTerms - index, certain: isArticle && endsDescription(terms[at + modelTerms]) };
  }
  const priceTerms = isArticle ? pricedLength(terms, at, packs) : 0;
  if (priceTerms > 0) {
    return { length: at + priceTerms - index, certain: endsDescription(terms[at + priceTerms]) };
  }
  if (terms[at]?.kind !== 'number') return null;
  const dimensionTerms = dimensionsLength(terms, at);
  at += dimensionTerms;
  const isHyphenated = terms[at]?.text === '-' && terms[at]?.glued === true && terms[at + 1]?.glued === true;
  if (isHyphenated) at++;
  const unit = terms[at];
  // "4-hole": a hyphen makes any noun a unit; "the 14 ring" may be another item.
  const measures =
    unit?.kind === 'word' && (isUnit(unit) || (isHyphenated && isNoun(unit, packs, isArticle)));
  if (!measures && dimensionTerms === 1) return null;
  if (measures) at++;
  // "chốt 45 - 3 cái": a counter in a language without plurals
  const isCounter = measures && (unit.roles & Role.PIECES) !== 0 && (unit.packs & ENGLISH) === 0;
  if (dashed && !isArticle && isCounter && !isHyphenated) return null;
  const start = at;
  while (at < start + MAX_NOUNS && isNoun(terms[at], packs, isArticle)) at++;
  // "the 18 inch one"
  if (isArticle && at === start && terms[at]?.text === 'one') at++;
  // A color at the end chooses an option: "the 2 piece red".
  while (at > start && (terms[at - 1]?.roles ?? 0) & Role.COLOR) at--;
  const nouns = at - start;
  // In "sold 12 the 2 packs", the number is a quantity; in "el de 2 piezas", it describes the item.
  const isPlural = unit !== undefined && /[^s]s$/.test(unit.text) && !describesOne && !isHyphenated;
  if (isPlural && nouns === 0) return null;
  // In "sold 40 2 piece set", the number describes the item; in "sold 40 2 piece", it may be a quantity.
  const hasOpener = dashed || isArticle;
  // "sold 12 5 piece"
  const isBare = !hasOpener && nouns === 0 && packs === ENGLISH && unit?.text === 'piece';
  if (isBare && terms[index]?.text !== '1') return { length: at - index, certain: false };
  if (!hasOpener && (nouns === 0 || packs !== ENGLISH || !unit || !(unit.roles & Role.PIECES) || isPlural)) {
    return null;
  }
  return { length: at - index, certain: endsDescription(terms[at]) };
}

/** Number of terms in a thing with its price ("$18 pothos", "18 dollar one"), or 0 if there is none. */
function pricedLength(terms: readonly Term[], index: number, packs: number): number {
  const hasDollarSign = terms[index]?.text === '$';
  let at = hasDollarSign ? index + 1 : index;
  if (terms[at]?.kind !== 'number' || terms[at + 1]?.glued === true) return 0;
  at++;
  if (!hasDollarSign) {
    if (!((terms[at]?.roles ?? 0) & Role.CURRENCY) || terms[at]?.act !== null) return 0;
    at++;
  }
  const start = at;
  while (at < start + MAX_NOUNS && (isNoun(terms[at], packs, true) || terms[at]?.text === 'one')) at++;
  return at > start ? at - index : 0;
}

function endsDescription(after: Term | undefined): boolean {
  if (!after || after.kind === 'newline') return true;
  if (after.kind === 'sign') return '.,!()'.includes(after.text);
  return after.kind === 'word' && after.act === null && (after.roles & AFTER_DESCRIPTION) !== 0;
}

/**
 * Number of terms in a thing with its model number ("dewalt 20v drill", "1999 Pikachu"), or 0 if there is
 * none.
 */
function modelLength(terms: readonly Term[], index: number, packs: number): number {
  let at = index;
  while (at < index + MAX_NOUNS - 1 && isNoun(terms[at], packs, true) && !isCode(terms, at)) at++;
  const number = isCode(terms, at) ? at + 1 : at;
  if (terms[number]?.kind !== 'number') return 0;
  const suffix = terms[number + 1];
  let end = number + 1;
  if (suffix?.text === '/' && suffix.glued && terms[number + 2]?.kind === 'number') end = number + 3;
  else if (suffix?.kind === 'word' && suffix.glued && !(suffix.roles & Role.SIZE && suffix.text !== 's')) {
    end++;
  } else if (number === at && !YEAR.test(terms[number]?.text ?? '')) return 0;
  const start = end;
  while (end < start + MAX_NOUNS && (isNoun(terms[end], packs, true) || terms[end]?.text === 'one')) end++;
  // "the 1921 Peace dollar"
  if (end > start && (terms[end]?.roles ?? 0) & Role.CURRENCY && terms[end]?.glued !== true) end++;
  return end > start ? end - index : 0;
}

/** "SPF50" */
function isCode(terms: readonly Term[], index: number): boolean {
  const letters = terms[index];
  const digits = terms[index + 1];
  return letters?.kind === 'word' && letters.act === null && digits?.kind === 'number' && digits.glued;
}

function isDash(term: Term | undefined): boolean {
  return term?.kind === 'sign' && term.text === '-' && !term.glued;
}

/** Number of terms in dimensions such as `8x10`, or 1 for a number alone. */
function dimensionsLength(terms: readonly Term[], index: number): number {
  let length = 1;
  while (
    ['x', '×', '*'].includes(terms[index + length]?.text ?? '') &&
    terms[index + length + 1]?.kind === 'number'
  ) {
    length += 2;
  }
  return length;
}

function isUnit({ text, roles, act }: Term): boolean {
  if (act !== null || text.includes(' ') || roles & Role.COUNT) return false;
  // "the 14 ring", "lot 3": a word that announces an item is not a unit.
  return LEXICON.units.has(text) || ((roles & UNITS) !== 0 && (roles & Role.LABEL) === 0);
}

function isNoun(term: Term | undefined, packs: number, followsArticle: boolean): boolean {
  if (term?.kind !== 'word' || term.act) return false;
  if (LEXICON.things.has(term.text) || (term.roles & Role.COLOR) !== 0) return true;
  if (term.roles & ~(Role.HARMLESS | Role.LABEL | Role.PIECES) || LEXICON.pleas.has(term.text)) return false;
  return isThingName(term.text) && isSafe(term.text) && !resemblesAlarm(term.text, packs, followsArticle);
}

/** True for a word that neither takes back a claim nor reports something. */
function isSafe(text: string): boolean {
  const kinds = LEXICON.talk.next.get(text)?.leaf ?? [];
  return kinds.every(({ kind }) => kind === 'opener' || kind === 'harmlessTalk');
}

/** The size chosen by a measure with no noun after it ("the 18 inch one"), or null if there is none. */
export function chosenSize(terms: readonly Term[], index: number, length: number): Term | null {
  let end = index + length - 1;
  if (terms[end]?.text === 'one') end--;
  const unit = terms[end];
  const number = terms[end - 1];
  const measures =
    unit !== undefined && (unit.roles & UNITS) === Role.MEASURE && LEXICON.units.has(unit.text);
  if (!measures || number?.kind !== 'number' || end - 2 > index) return null;
  return { ...number, kind: 'word', end: unit.end, roles: Role.SIZE, value: undefined, latin: true };
}

/** The size chosen by a measure after a preposition ("in 18 inch"), or null if a thing follows it. */
export function sizeAfterPreposition(
  terms: readonly Term[],
  index: number,
): { size: Term; length: number } | null {
  if (!((terms[index]?.roles ?? 0) & Role.PREPOSITION) || terms[index]?.act !== null) return null;
  const articleTerms = LEXICON.articles.has(terms[index + 1]?.text ?? '') ? 1 : 0;
  const at = index + 1 + articleTerms;
  const size = terms[at]?.kind === 'number' ? chosenSize(terms, at, 2) : null;
  if (!size) return null;
  const oneTerms = terms[at + 2]?.text === 'one' ? 1 : 0;
  const after = terms[at + 2 + oneTerms];
  const ends = after?.kind !== 'word' || (after.roles & (Role.HARMLESS | Role.COLOR | Role.PURPOSE)) !== 0;
  return ends && after?.kind !== 'number' ? { size, length: 2 + articleTerms + 1 + oneTerms } : null;
}
