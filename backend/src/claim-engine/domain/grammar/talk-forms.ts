import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { contrastsName, exclaimsAfterClaim, praisesNoun } from './exclamations';
import { LEXICON } from './lexicon';
import type { Talk as TalkKind } from './lexicon-lists';
import { isModelNumber, isYearOfThing } from './models';
import { EMAIL } from './reading';
import { DANGER, Role } from './roles';
import { addressesHost, namesDevice, namesSelf } from './signatures';
import { isExplained } from './talk-numbers';

/** Roles whose words open harmless talk, whatever unlisted words follow. */
export const OPENING = Role.HARMLESS | Role.PURPOSE | Role.ADDRESS;
/** Minimum number of words in a clause that reports something other than the claim. */
export const MIN_REPORT_WORDS = 4;
/** Kinds of talk that take precedence over a remark of the same length. */
export const HARMLESS_TALK: ReadonlySet<TalkKind> = new Set<TalkKind>([
  'opener',
  'harmlessTalk',
  'firstPerson',
  'harmlessVerb',
  'harmlessBeforeClaim',
]);
/** Words that turn "12 sold" before them into a report. */
export const REPORTING: ReadonlySet<string> = new Set(['already', 'again', 'still']);
/** Maximum number of unlisted words before the word that opens the talk: "arvo pickup". */
export const MAX_WORDS_BEFORE_OPENING = 2;
/** Minimum number of words in a clause that is clearly separate from the claim: "long day but sold 12". */
const MIN_SEPARATE_WORDS = 2;

/** Minimum number of words in a clause that changes nothing even though no listed word opens it. */
export const MIN_WORDS_WITHOUT_OPENER = 4;
/**
 * The same for a clause that begins like a viewer's remark, or that a sign separates from the preceding
 * claim.
 */
const MIN_REMARK_WORDS = 3;
/**
 * `harmless`: changes nothing, and the claim can do without it. `plain`: the strict grammar reads it.
 * `danger`: the viewer may not mean the claim. `retraction`: the words take back the claim or pass.
 */
export type Verdict = 'harmless' | 'plain' | 'danger' | 'retraction';

/**
 * True for an unexplained number, for an email address without an address word before it, and for one of the
 * `signs`.
 */
export function isUnclear(clause: Clause, at: number, signs: string): boolean {
  const { term, index } = clause.list[at] as Word;
  if (term.kind === 'number') {
    // "sold 13 lucky 13"
    if (clause.isClaimedNumber(term.text) || clause.countsOtherPieces(at)) return false;
    const known = clause.comment.isKnown(term.text);
    if (!known && (clause.isAddress || clause.isInsideRemark(at) || clause.countsOwned(at))) return false;
    if (!known && (isModelNumber(clause, at) || isYearOfThing(clause, at))) return false;
    return !isExplained(clause.comment.terms, index, clause.first, known);
  }
  if (term.text === EMAIL) return !clause.hasBefore(index, Role.ADDRESS);
  return term.kind === 'sign' && signs.includes(term.text);
}

/** True for a clause of a known form that changes nothing. */
export function isAside(clause: Clause): boolean {
  return (
    clause.isAge ||
    clause.isSignature ||
    clause.isIntroduction ||
    clause.namesHost ||
    addressesHost(clause) ||
    clause.jokesAboutPerson ||
    namesSelf(clause) ||
    (clause.isAfterClaim && namesDevice(clause)) ||
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

/** True for "that fern …"; false for "that lady …". */
export function pointsAtItem(clause: Clause): boolean {
  const [pointer, thing] = clause.list;
  if (!thing || !LEXICON.pointers.has(pointer?.text ?? '')) return false;
  const person = clause.talkAt(1)?.kind === 'person' || LEXICON.vocatives.has(thing.text);
  return !person && !/^\p{Lu}\p{Ll}/u.test(clause.writtenAt(1));
}

/** True for talk that is long enough to be harmless, even if no listed word opens it. */
export function isTalkWithoutOpener(clause: Clause): boolean {
  // "ripper! sold 12"
  if (clause.exclaims) return true;
  // "sold 12 (my age lol)"
  const isSeparate =
    clause.precedesTalkEnd || clause.isBracketed || (clause.endsBeforeClaim && !clause.mayReport);
  const joins = (clause.rolesAt(0) & Role.AND) !== 0;
  const startsLikeRemark =
    clause.startsRemark || (clause.isAfterClaim && !clause.directlyFollowsClaim && !joins);
  const needed = isSeparate
    ? MIN_SEPARATE_WORDS
    : startsLikeRemark
      ? MIN_REMARK_WORDS
      : MIN_WORDS_WITHOUT_OPENER;
  return !clause.directlyPrecedesClaim && clause.wordCount >= needed;
}

/** "mai em chuyển khoản" arranges the payment; "sold 12 today paid" may be a report. */
export function arrangesPaymentOrDelivery(clause: Clause): boolean {
  const plans = clause.list.some(
    ({ term }, at) =>
      // "tomorrow will pay"
      clause.talkAt(at)?.kind === 'firstPerson' || (term.roles & Role.ADDRESS && term.text.includes(' ')),
  );
  const mayBeReport = clause.mayReport && !plans;
  return !mayBeReport && clause.hasBefore(clause.end, Role.ADDRESS);
}

/** "my dad fished with one of these": the clause is about another thing of the same kind. */
export function comparesItem({ list }: Clause): boolean {
  const words = ` ${list.map(({ text }) => text).join(' ')} `;
  return / (?:ones? of (?:these|those)|(?:ones?|some|just) like (?:this|that|these|those|it)|(?:the|that) (?:exact )?same) /.test(
    words,
  );
}
