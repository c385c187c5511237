import { resemblesAlarm } from './alarms';
import { isThingName } from './item-description';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import type { CompiledWords } from './words';
import { ENGLISH } from './words';

const MAX_NOUNS = 3;
const YEAR = /^(?:19|20)\d\d$/;
const MAX_WORDS_IN_AMOUNT = 3;
const MAX_WORDS_IN_ITEM = 4;
/** Roles of the words that a claim ends with. */
const CLAIMED = Role.SIZE | Role.COLOR | Role.COURTESY;
/** Roles of words that may be after a description of the item. */
const AFTER_DESCRIPTION =
  Role.COLOR | Role.SIZE | Role.COURTESY | Role.PREPOSITION | Role.PURPOSE | Role.TIMES | Role.SIZE_MARK;
const UNITS = Role.PIECES | Role.MEASURE;
/** Articles of one thing, after which a number cannot count: "le 2 pièces". */
const SINGULAR: ReadonlySet<string> = new Set(['el', 'la', 'le', 'o', 'a', 'das', 'der', 'die']);
/** The text of a term that leaves open how much is claimed. It is in no list. */
const UNCLEAR = '@unclear';

/**
 * Reads what says how much a claim is for without saying it in numbers. Removes a measure that describes the item
 * (`the 2 piece set`, `- 12 oz mug`), whose number counts nothing. An unclear amount (`a few`) and an item without a
 * number (`and the earrings too`) become a doubt, so that an operator decides.
 */
export function readExtent(
  terms: readonly Term[],
  words: CompiledWords,
  isKnown: (number: string) => boolean,
): readonly Term[] {
  const first = terms.findIndex(({ act, strength }) => act === 'claim' && strength >= Strength.PACK);
  if (first < 0) return terms;
  const behind = terms.findIndex(({ kind }, index) => kind === 'number' && index > first);
  const before = terms.findLastIndex(({ kind }, index) => kind === 'number' && index < first);
  // Where the claim ends: `sold 12`, `12 sold`.
  const numberFirst = before >= 0 && (before === first - 1 || behind < 0);
  const end = numberFirst ? first : behind < 0 ? terms.length : behind;
  const packs = words.anyPacks | ENGLISH;
  const read: Term[] = [];
  let changed = false;
  for (let index = 0; index < terms.length;) {
    const term = terms[index] as Term;
    // "2 piece set! sold 12": a measure before the claim may count as well.
    const leads = index < first && !numberFirst && behind > 0;
    // "for the 60 x 80 quilt"
    const from = (terms[index - 1]?.roles ?? 0) & Role.PURPOSE ? index - 1 : index;
    const ends = leads
      ? opensSentence(terms, index)
      : index > end && (index === end + 1 || endsClaim(terms, from - 1));
    const measure = ends ? measureAt(terms, index, packs) : null;
    const names = measure && terms.slice(index, index + measure.length).some(({ text }) => isKnown(text));
    if (measure && !names) {
      // "12 sold the 2 piece set" may be a report.
      if (!measure.certain || leads || numberFirst) read.push(unclear(term));
      index += measure.length;
      changed = true;
      continue;
    }
    if (index <= end) {
      read.push(term);
      index++;
      continue;
    }
    const open = isUnclearAmount(terms, index) || isUnnamedItem(terms, index);
    changed ||= open;
    read.push(open ? unclear(term) : term);
    index++;
  }
  return changed ? read : terms;
}

function unclear(term: Term): Term {
  return { ...term, kind: 'word', text: UNCLEAR, roles: Role.DOUBT, act: null, strength: Strength.NONE };
}

/** True for a term that a claim may end with: an item, an option, a courtesy, a sign. */
function endsClaim(terms: readonly Term[], index: number): boolean {
  const term = terms[index];
  if (!term) return false;
  if (term.kind === 'number' || term.kind === 'line') return true;
  if (term.kind === 'sign') return ',.!('.includes(term.text);
  return (term.roles & CLAIMED) !== 0 || (term.glued && terms[index - 1]?.kind === 'number');
}

function opensSentence(terms: readonly Term[], index: number): boolean {
  const before = terms[index - 1];
  return !before || before.kind === 'line' || before.kind === 'sign' || (before.roles & Role.COURTESY) !== 0;
}

/** The text of some terms, so that phrases match however they were parted. */
function textFrom(terms: readonly Term[], index: number, count: number): string {
  return terms
    .slice(index, index + count)
    .map(({ text }) => text)
    .join(' ');
}

/** The number of terms of an amount of the list `vague`; 0 if there is none. */
function vagueLength(terms: readonly Term[], index: number): number {
  for (let length = MAX_WORDS_IN_AMOUNT; length > 0; length--) {
    if (LEXICON.vague.has(textFrom(terms, index, length))) return Math.min(length, terms.length - index);
  }
  return 0;
}

/** "sold 55 a few", "sold 55 I'll take several", but "sold 55 for a few friends". */
function isUnclearAmount(terms: readonly Term[], index: number): boolean {
  const length = vagueLength(terms, index);
  if (length === 0) return false;
  const next = terms[index + length];
  if (next && next.roles & (Role.MEASURE | Role.CURRENCY)) return false;
  if (isThanks(terms[index - 1])) return false;
  if (endsClaim(terms, index - 1)) return true;
  const ends = !next || next.kind !== 'word' || LEXICON.pleas.has(next.text) || /^of /.test(next.text);
  return terms[index - 1]?.act === 'claim' && ends;
}

/** "thanks a bunch" */
function isThanks(term: Term | undefined): boolean {
  return (
    term?.kind === 'word' && (term.roles & (Role.COURTESY | Role.PURPOSE)) === (Role.COURTESY | Role.PURPOSE)
  );
}

/** "and the earrings too", "plus that hat": an item that no number names, directly after the claim. */
function isUnnamedItem(terms: readonly Term[], index: number): boolean {
  const joins = terms[index];
  if (!joins || !endsClaim(terms, index - 1)) return false;
  const sign = joins.kind === 'sign' && '&+'.includes(joins.text);
  if (!sign && !(joins.roles & Role.AND)) return false;
  let ahead = index + 1;
  while (terms[ahead]?.kind === 'word' && (terms[ahead]?.roles ?? 0) & Role.AND) ahead++;
  // "y la", "und die": one term holds both.
  const holdsArticle = LEXICON.articles.has(terms[ahead - 1]?.text.split(' ')[1] ?? '');
  const article = terms[ahead];
  if (!holdsArticle) {
    if (article?.kind !== 'word' || article.act) return false;
    const [opener = ''] = article.text.split(' ');
    const opens = LEXICON.articles.has(opener) || LEXICON.pointers.has(opener);
    if (!opens && !(article.roles & (Role.DETERMINER | Role.MY))) return false;
  }
  // "that one" is one term.
  const start = holdsArticle || article?.text.includes(' ') === true ? ahead : ahead + 1;
  for (ahead = start; ahead <= start + MAX_WORDS_IN_ITEM; ahead++) {
    const term = terms[ahead];
    const isEnd = !term || term.kind !== 'word';
    if (isEnd || term.roles & (Role.PREPOSITION | Role.PURPOSE)) {
      return ahead > start && term?.kind !== 'number';
    }
    const plain =
      Role.COURTESY | Role.LABEL | Role.FILLER | Role.COLOR | Role.SIZE | Role.PIECES | Role.COUNT;
    if (term.act || term.roles & ~plain) return false;
  }
  return false;
}

interface Measure {
  length: number;
  /** The words after the number describe the item, and nothing else. */
  certain: boolean;
}

/** "the 2 piece set", "3-wick candle" after an article, "- the 14k gold hoops", "8x10 frame"; null if there is none. */
function measureAt(terms: readonly Term[], index: number, packs: number): Measure | null {
  let at = index;
  const parted = terms[at]?.kind === 'sign' && (terms[at]?.text === ',' || isDash(terms[at]));
  const dashed = isDash(terms[at]);
  if (parted) at++;
  const [opener = '', of] = terms[at]?.kind === 'word' ? (terms[at]?.text ?? '').split(' ') : [];
  const article = LEXICON.articles.has(opener);
  if (article) at++;
  // "el de 2 piezas"
  const isOf = terms[at]?.kind === 'word' && ((terms[at]?.roles ?? 0) & (Role.OF | Role.FILLER)) !== 0;
  if (article && of === undefined && isOf) at++;
  const composed = article && (of !== undefined || isOf || SINGULAR.has(opener));
  const named = article || parted ? modelLength(terms, at, packs) : 0;
  // "sold 12, 20v drill" may be another item.
  if (named > 0) {
    return { length: at + named - index, certain: article && endsDescription(terms[at + named]) };
  }
  const priced = article ? pricedLength(terms, at, packs) : 0;
  if (priced > 0) return { length: at + priced - index, certain: endsDescription(terms[at + priced]) };
  if (terms[at]?.kind !== 'number') return null;
  const sides = sidesLength(terms, at);
  at += sides;
  const hyphened = terms[at]?.text === '-' && terms[at]?.glued === true && terms[at + 1]?.glued === true;
  if (hyphened) at++;
  const unit = terms[at];
  // "4-hole": a hyphen makes a unit of any noun; "the 14 ring" may be another item.
  const measures = unit?.kind === 'word' && (isUnit(unit) || (hyphened && isNoun(unit, packs, article)));
  if (!measures && sides === 1) return null;
  if (measures) at++;
  const start = at;
  while (at < start + MAX_NOUNS && isNoun(terms[at], packs, article)) at++;
  // "the 18 inch one"
  if (article && at === start && terms[at]?.text === 'one') at++;
  // A color at the end chooses: "the 2 piece red".
  while (at > start && (terms[at - 1]?.roles ?? 0) & Role.COLOR) at--;
  const nouns = at - start;
  // "sold 12 the 2 packs" counts; "el de 2 piezas" describes.
  const plural = unit !== undefined && /[^s]s$/.test(unit.text) && !composed && !hyphened;
  if (plural && nouns === 0) return null;
  // "sold 40 2 piece set", but "sold 40 2 piece"
  const opened = dashed || article;
  // "sold 12 5 piece"
  const isBare = !opened && nouns === 0 && packs === ENGLISH && unit?.text === 'piece';
  if (isBare && terms[index]?.text !== '1') return { length: at - index, certain: false };
  if (!opened && (nouns === 0 || packs !== ENGLISH || !unit || !(unit.roles & Role.PIECES) || plural)) {
    return null;
  }
  return { length: at - index, certain: endsDescription(terms[at]) };
}

/** The number of terms of "$18 pothos", "18 dollar one": the price of a thing; 0 if there is none. */
function pricedLength(terms: readonly Term[], index: number, packs: number): number {
  const signed = terms[index]?.text === '$';
  let at = signed ? index + 1 : index;
  if (terms[at]?.kind !== 'number' || terms[at + 1]?.glued === true) return 0;
  at++;
  if (!signed) {
    if (!((terms[at]?.roles ?? 0) & Role.CURRENCY) || terms[at]?.act !== null) return 0;
    at++;
  }
  const start = at;
  while (at < start + MAX_NOUNS && (isNoun(terms[at], packs, true) || terms[at]?.text === 'one')) at++;
  return at > start ? at - index : 0;
}

function endsDescription(after: Term | undefined): boolean {
  if (!after || after.kind === 'line') return true;
  if (after.kind === 'sign') return '.,!()'.includes(after.text);
  return after.kind === 'word' && after.act === null && (after.roles & AFTER_DESCRIPTION) !== 0;
}

/** The number of terms of "dewalt 20v drill", "1999 Pikachu", "SPF50 one": a thing with the number of its model; 0 if none. */
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

/** The number of terms of `8x10`; 1 for a number alone. */
function sidesLength(terms: readonly Term[], index: number): number {
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
  // "the 14 ring", "lot 3": a word that announces an item measures nothing.
  return LEXICON.units.has(text) || ((roles & UNITS) !== 0 && (roles & Role.LABEL) === 0);
}

function isNoun(term: Term | undefined, packs: number, behindArticle: boolean): boolean {
  if (term?.kind !== 'word' || term.act) return false;
  if (LEXICON.things.has(term.text) || (term.roles & Role.COLOR) !== 0) return true;
  if (term.roles & ~(Role.COURTESY | Role.LABEL | Role.PIECES) || LEXICON.pleas.has(term.text)) return false;
  return isThingName(term.text) && isCalm(term.text) && !resemblesAlarm(term.text, packs, behindArticle);
}

/** True for a word that takes nothing back and reports nothing. */
function isCalm(text: string): boolean {
  const kinds = LEXICON.talk.next.get(text)?.leaf ?? [];
  return kinds.every(({ kind }) => kind === 'opener' || kind === 'calm');
}
