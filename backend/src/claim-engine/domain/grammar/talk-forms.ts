import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { contrastsName, exclaimsAfterClaim, praisesNoun } from './exclamations';
import { LEXICON } from './lexicon';
import type { Talk as TalkKind } from './lexicon-lists';
import { isModelNumber, isYearOfThing } from './models';
import { MAIL } from './reading';
import { DANGER, Role } from './roles';
import { callsHost, namesDevice, namesSelf } from './signatures';
import { isExplained } from './talk-numbers';

/** Words of these roles open harmless talk, whatever unlisted words follow. */
export const OPENING = Role.HARMLESS | Role.PURPOSE | Role.ADDRESS;
/** Minimum number of words of a clause that tells of something else than the claim. */
export const MIN_TELLING_WORDS = 4;
/** Phrases that a remark of the same length does not replace. */
export const HARMLESS_TALK: ReadonlySet<TalkKind> = new Set<TalkKind>([
  'opener',
  'harmlessTalk',
  'first',
  'fond',
  'assent',
]);
/** Words after "12 sold" that make a report of it. */
export const REPORTING: ReadonlySet<string> = new Set(['already', 'again', 'still']);
/** Maximum number of unlisted words before the word that opens the talk: "arvo pickup". */
export const MAX_WORDS_BEFORE_OPENING = 2;
/** The same if a turn separates it from the claim. */
const MIN_WORDS_BEFORE_TURN = 2;

/** Minimum number of words of a clause that changes nothing although no list opens it. */
export const MIN_OPEN_WORDS = 4;
/** The same if it begins as a remark of the viewer does, or if a sign separates it from the claim before it. */
const MIN_REMARK_WORDS = 3;
/**
 * `harmless`: changes nothing, and the claim can do without it. `plain`: for the strict grammar. `danger`: the claim may
 * not be meant. `retraction`: the words take anything back.
 */
export type Verdict = 'harmless' | 'plain' | 'danger' | 'retraction';

/** True for a number of no closed kind, and for a sign with a meaning. */
export function isUnclear(clause: Clause, at: number, signs: string): boolean {
  const { term, index } = clause.list[at] as Word;
  if (term.kind === 'number') {
    // "sold 13 lucky 13"
    if (clause.namesAgain(term.text) || clause.isBrokenInto(at)) return false;
    const known = clause.comment.isKnown(term.text);
    if (!known && (clause.isAddress || clause.isCarried(at) || clause.countsOwned(at))) return false;
    if (!known && (isModelNumber(clause, at) || isYearOfThing(clause, at))) return false;
    return !isExplained(clause.comment.terms, index, clause.first, known);
  }
  if (term.text === MAIL) return !clause.hasBefore(index, Role.ADDRESS);
  return term.kind === 'sign' && signs.includes(term.text);
}

/** A clause of a closed form that changes nothing. */
export function isAside(clause: Clause): boolean {
  return (
    clause.isAge ||
    clause.isSignature ||
    clause.isIntroduction ||
    clause.namesHost ||
    callsHost(clause) ||
    clause.jokesAboutPerson ||
    namesSelf(clause) ||
    (clause.isBehindCore && namesDevice(clause)) ||
    exclaimsAfterClaim(clause) ||
    praisesNoun(clause) ||
    contrastsName(clause) ||
    clause.continuesAddress
  );
}

/** "that color is amazing", "that fern is a beauty" */
export function isPraise(clause: Clause, at: number): boolean {
  const isArticle = ['a', 'an', 'the', 'such', 'so'].includes(clause.list[at]?.text ?? '');
  const roles = clause.rolesAt(isArticle ? at + 1 : at);
  return (roles & (DANGER | Role.HARMLESS)) === Role.HARMLESS;
}

/** "that fern …", but "that lady …" */
export function pointsAtItem(clause: Clause): boolean {
  const [pointer, thing] = clause.list;
  if (!thing || !LEXICON.pointers.has(pointer?.text ?? '')) return false;
  const person = clause.talkAt(1)?.kind === 'person' || LEXICON.vocatives.has(thing.text);
  return !person && !/^\p{Lu}\p{Ll}/u.test(clause.writtenAt(1));
}

/** Talk of several words after a claim: what could take the claim back is in a list. */
export function goesOnAlone(clause: Clause): boolean {
  // "what a ripper! sold 12", "sold 12 (my age lol)"
  if (clause.exclaims) return true;
  const parted = clause.precedesTurn || clause.isBracketed || (clause.endsBeforeClaim && !clause.mayReport);
  const joins = (clause.rolesAt(0) & Role.AND) !== 0;
  const short = clause.startsRemark || (clause.isBehindCore && !clause.followsCore && !joins);
  const needed = parted ? MIN_WORDS_BEFORE_TURN : short ? MIN_REMARK_WORDS : MIN_OPEN_WORDS;
  return !clause.precedesCore && clause.words >= needed;
}

/** "mai em chuyển khoản": when the viewer pays. "sold 12 today paid" may be a report. */
export function isArranged(clause: Clause): boolean {
  const plans = clause.list.some(
    ({ term }, at) =>
      // "tomorrow will pay"
      clause.talkAt(at)?.kind === 'first' || (term.roles & Role.ADDRESS && term.text.includes(' ')),
  );
  const isTold = clause.mayReport && !plans;
  return !isTold && clause.hasBefore(clause.end, Role.ADDRESS);
}

/** "my dad fished with one of these": the clause is about another thing of the kind. */
export function comparesItem({ list }: Clause): boolean {
  const said = ` ${list.map(({ text }) => text).join(' ')} `;
  return / (?:ones? of (?:these|those)|(?:ones?|some|just) like (?:this|that|these|those|it)|(?:the|that) (?:exact )?same) /.test(
    said,
  );
}
