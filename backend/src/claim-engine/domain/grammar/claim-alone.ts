import { markCore } from './core';
import { smallNumber } from './element-draft';
import { isThingName } from './item-description';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import { endsTalk } from './talk-ends';

/** Words that do not change the next claim, or only cast doubt on it: "ok fine sold 12", "maybe sold 12". */
const LEADING = Role.HARMLESS | Role.FILLER | Role.DOUBT;
/**
 * Roles of words that follow a number that is not an item number: "sold 12 minutes ago", "sold 12 to Amy".
 */
const NO_ITEM = Role.MEASURE | Role.RECIPIENT | Role.OF | Role.CURRENCY | Role.PIECES;
/** Roles of reporting words. A claim before one is ignored unless the show has its item. */
const REPORTING = Role.REPORT | Role.ANYMORE | Role.CORRECTION | Role.ALL | Role.JOKE;
/** Words before a claim word that ask, deny, or report: "I sold 12", "not sold 12". */
const BINDING =
  Role.SUBJECT |
  Role.REPORT |
  Role.NOT |
  Role.QUESTION_AT_START |
  Role.QUESTION_ANYWHERE |
  Role.MY |
  Role.DETERMINER |
  Role.RECIPIENT |
  Role.CONDITION;
/** People and reports in front of a claim: "my sister sold 12". */
const REPORTING_TALK: ReadonlySet<string> = new Set(['person', 'others', 'past']);
/** A child in the viewer's family, in Vietnamese. The word `be` is also a counter for people. */
const HOUSEHOLD = /^be (?:nha|gai|trai|con)/;
const MAX_HESITATION_LENGTH = 4;
/** A claim after one of these is quoted: "i said sold 12". */
const QUOTES = /\b(?:said|says|say|saying|typed|type|wrote|write)\b/;
/** Talk with at least this many words does more than report a past sale. */
const MIN_LONG_TALK_WORDS = 4;
/** Maximum number of words in a description without an item number: "sold the little succulent". */
const MAX_DESCRIPTION_WORDS = 5;

/**
 * Returns the claim or pass without the talk around it, if a shop claim word or a pass word in the comment is
 * next to its number. An operator reviews such a claim even if the talk doubts, asks, or denies. Returns null
 * if nothing is claimed because the number counts or measures, the comment ends as a question, or the words
 * next to the claim deny it or report about others.
 */
export function claimAlone(terms: readonly Term[], isKnown: (number: string) => boolean): Term[] | null {
  const core = markCore(terms) ?? [];
  const start = terms.findIndex(({ act, strength }, at) =>
    act === 'claim' ? strength === Strength.SHOP : act === 'pass' && core[at] === true,
  );
  const word = terms[start];
  if (!word) return null;
  const number = terms.find(({ kind }, at) => at > start && core[at] === true && kind === 'number');
  if (!number || core.slice(start, terms.indexOf(number)).includes(false)) {
    return claimAfterNumber(terms, start, core);
  }
  const followsTalkEnd = start > 0 && endsTalk(terms, core, start - 1);
  const known = isKnown(number.text);
  const end = core.includes(false, start) ? core.indexOf(false, start) : terms.length;
  const next = terms[end];
  // "don't let anyone pass 12"
  const allLeading = terms
    .slice(0, start)
    .every((term) => isLeading(term) && !(word.act === 'pass' && term.roles & Role.NOT));
  const isLast =
    !next || next.kind === 'sign' || next.kind === 'newline' || (next.roles & Role.HARMLESS) !== 0;
  if (!followsTalkEnd && !allLeading && !((known || isLast) && isUnbound(terms, start, known))) return null;
  if (asksAtEnd(terms, end)) return null;
  // "køb 12 få 1 gratis"
  const isOffer = next?.kind === 'word' && terms[end + 1]?.kind === 'number';
  // "sold 12 last week" reports; "sold 12 missed the other one last week" is talk.
  const hasLongTalk =
    smallNumber(number.text) > PLAUSIBLE_AMOUNT &&
    terms.slice(end).filter(({ kind }) => kind === 'word').length >= MIN_LONG_TALK_WORDS;
  const reportRoles = known || hasLongTalk || (next?.isShopLanguage === false && !isOffer) ? 0 : REPORTING;
  // "pass 40 kids need shoes"
  const isReason =
    next &&
    (kindsOf(next).includes('person') ||
      // "chốt 77 bé nhà em"
      (smallNumber(number.text) > PLAUSIBLE_AMOUNT &&
        HOUSEHOLD.test(`${next.text} ${terms[end + 1]?.text ?? ''}`)));
  // "sold 301 from row 3", but "sold 12 from my closet"
  const isPlace = next?.text === 'from' && !((terms[end + 1]?.roles ?? 0) & Role.MY);
  // "sold 32 to match my 31", but "sold 12 to my sister"
  const isPurpose =
    /^to (?:match|go|pair|complete|finish|replace|wear|add|use|gift|give|make|fill|hang|put)\b/.test(
      terms
        .slice(end, end + 2)
        .map(({ text }) => text)
        .join(' '),
    );
  const countRoles = NO_ITEM & ~(isReason ? Role.MEASURE : 0) & ~(isPlace || isPurpose ? Role.RECIPIENT : 0);
  const dangers = countRoles | reportRoles | (word.participle ? 0 : Role.QUESTION_ANYWHERE);
  if (next && (next.roles & dangers || (!known && !hasLongTalk && reports(next)))) return null;
  // "sold 27 2 days ago"
  if (next?.kind === 'number' && (terms[end + 1]?.roles ?? 0) & Role.MEASURE) return null;
  return terms.slice(start, alternativesEnd(terms, end));
}

/** "mio 11 o 12 non so": the items to choose from are part of the claim. */
function alternativesEnd(terms: readonly Term[], from: number): number {
  let end = from;
  while (
    (terms[end]?.roles ?? 0) & Role.OR &&
    terms[end]?.act === null &&
    terms[end + 1]?.kind === 'number'
  ) {
    end += 2;
  }
  return end;
}

/**
 * "12 quiero pero no sé": the claim in a comment that begins with an item. A participle after the item
 * reports a past sale, unless doubt or "and" follows.
 */
function claimAfterNumber(terms: readonly Term[], start: number, core: readonly boolean[]): Term[] | null {
  const first = core.indexOf(true);
  const word = terms[start];
  const number = terms[first];
  if (first < 0 || number?.kind !== 'number' || core.slice(first, start).includes(false)) return null;
  const end = core.includes(false, start) ? core.indexOf(false, start) : terms.length;
  const next = terms[end];
  if (!next || !terms.slice(0, first).every(isLeading) || asksAtEnd(terms, end)) return null;
  const isHedged = (next.roles & (Role.DOUBT | Role.AND)) !== 0;
  if (word?.participle && !isHedged) return null;
  return next.roles & (NO_ITEM | REPORTING | Role.NOT | Role.QUESTION_ANYWHERE)
    ? null
    : terms.slice(first, end);
}

/** True if no word before a claim asks about, denies, or reports it. */
function isUnbound(terms: readonly Term[], start: number, known: boolean): boolean {
  if (terms.some(({ text }, at) => text === '⁇' || (text === '?' && terms[at + 1]?.text !== '!'))) {
    return false;
  }
  let at = start - 1;
  // "please see me!! sold 31"
  if (terms[at]?.text === '!' && terms[at]?.kind === 'sign') return true;
  while (at > 0 && !known && isLeading(terms[at] as Term)) at--;
  const before = terms[at];
  if (!before || before.kind !== 'word') return before?.kind !== 'number';
  if (QUOTES.test(before.text)) return false;
  const binding = terms[start]?.participle ? BINDING : BINDING & ~Role.SUBJECT;
  const kinds = kindsOf(before);
  // "I tried sold 12", but "finally one i can afford sold 47"
  const opens = before.roles !== 0 || before.act !== null || kinds.includes('opener');
  const unsettling = Role.QUESTION_ANYWHERE | Role.CONDITION | (terms[start]?.participle ? 0 : Role.NOT);
  const followsLongTalk =
    start >= MIN_LONG_TALK_WORDS && !terms.slice(0, start).some(({ roles }) => roles & unsettling);
  if (!opens && !followsLongTalk && !((terms[0]?.roles ?? 0) & Role.HARMLESS)) return false;
  return (before.roles & binding) === 0 && !kinds.some((kind) => REPORTING_TALK.has(kind));
}

function isLeading(term: Term): boolean {
  if (term.kind === 'sign') return !'?⁇@'.includes(term.text);
  if (term.kind === 'newline') return true;
  // "hmm sold 12"
  if (term.roles === 0 && term.text.length <= MAX_HESITATION_LENGTH && kindsOf(term).includes('retraction')) {
    return true;
  }
  // "i said sold 12"
  if (QUOTES.test(term.text)) return false;
  return (term.roles & LEADING) !== 0 && !kindsOf(term).some((kind) => REPORTING_TALK.has(kind));
}

/** "cf 12 ได้ไหม", "mau 12 ga": the last word asks, or the only word after the claim denies it. */
function asksAtEnd(terms: readonly Term[], from: number): boolean {
  let last = terms.length - 1;
  while (last > from && isPolite(terms[last] as Term)) last--;
  const term = terms[last];
  if (!term || last < from) return false;
  // "sold 12 dont know my size"
  const denied = terms.slice(from, last).some(({ roles }) => roles & Role.NOT);
  const asks = (term.roles & Role.QUESTION_ANYWHERE) !== 0 && !denied;
  // "sold 26 for that price?!" may simply express joy.
  const isJoy = terms[last + 1]?.text === '!' && terms[last - 1]?.kind === 'word';
  return (term.text === '?' && !isJoy) || asks || (last === from && (term.roles & Role.NOT) !== 0);
}

function isPolite({ kind, text, roles, latin }: Term): boolean {
  if (kind !== 'word') return kind !== 'number' && text !== '?';
  // Thai and Chinese soften verbs with small words: "มาดูหน่อย".
  return (
    (roles & Role.QUESTION_ANYWHERE) === 0 &&
    (roles & (latin ? Role.HARMLESS : Role.HARMLESS | Role.FILLER)) !== 0
  );
}

function kindsOf({ text }: Term): string[] {
  let step: typeof LEXICON.talk | undefined = LEXICON.talk;
  for (const word of text.split(' ')) step = step?.next.get(word);
  return (step?.leaf ?? []).map(({ kind }) => kind);
}

/** True for a word that reports a claim: "sold 12 she paid". */
function reports(term: Term): boolean {
  return (
    (term.packs === 0 || term.isShopLanguage) &&
    kindsOf(term).some((kind) => kind === 'others' || kind === 'past')
  );
}

/**
 * "sold the little succulent": the claim word of a comment that describes the item but has no number. The
 * claim may be for the item on screen. Returns null if there is no such word.
 */
export function describedClaim(terms: readonly Term[]): Term[] | null {
  const start = terms.findIndex(({ kind, roles }) => kind === 'word' && (roles & Role.HARMLESS) === 0);
  const word = terms[start];
  if (word?.act !== 'claim' || word.strength !== Strength.SHOP) return null;
  const rest = terms
    .slice(start + 1)
    .filter(({ kind, roles }) => kind !== 'sign' && !(roles & Role.HARMLESS));
  const [opener = ''] = (rest[0]?.text ?? '').split(' ');
  if (!LEXICON.articles.has(opener) && !LEXICON.pointers.has(opener)) return null;
  const nouns = rest[0]?.text.includes(' ') ? rest : rest.slice(1);
  const describes = ({ kind, roles, act, text, latin }: Term): boolean =>
    kind === 'word' &&
    act === null &&
    (roles &
      ~(
        Role.COLOR |
        Role.SIZE |
        Role.LABEL |
        Role.FILLER |
        Role.PIECES |
        Role.DETERMINER |
        Role.COUNT |
        Role.PREPOSITION
      )) ===
      0 &&
    (roles !== 0 || !latin || isThingName(text));
  const isThing = nouns.length > 0 && nouns.length <= MAX_DESCRIPTION_WORDS && nouns.every(describes);
  return isThing ? [word] : null;
}
