import type { ElementDraft } from './element-draft';
import { smallNumber } from './element-draft';
import type { Flag } from './element';
import { originLength } from './introductions';
import { LEXICON } from './lexicon';
import { MAX_QUANTITY, PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import {
  greetingLength,
  contrastLength,
  correctsItem,
  leadsToWaitlist,
  restHasNoClaimPart,
  opensSince,
} from './remarks';
import { Role, Strength } from './roles';
import { isClothingSize, itemFollows } from './sizes';
import { ENGLISH } from './words';

export const FLAGS: readonly [number, Flag][] = [
  [Role.QUESTION_ANYWHERE, 'question'],
  [Role.QUESTION_AT_START, 'asking'],
  [Role.NOT, 'not'],
  [Role.ANYMORE, 'anymore'],
  [Role.REPORT, 'story'],
  [Role.RECIPIENT, 'recipient'],
  [Role.SUBJECT, 'subject'],
  [Role.MY, 'my'],
  [Role.CONDITION, 'condition'],
  [Role.JOKE, 'joke'],
  [Role.CORRECTION, 'correction'],
  [Role.ALL, 'all'],
  [Role.OR, 'or'],
  [Role.DOUBT, 'doubt'],
];
/** Maximum amount in "2 of 77". A larger number may be an item. */
const MAX_SHARE = 5;
const ANY_FLAG = FLAGS.reduce((roles, [role]) => roles | role, 0);
const SKIPPABLE = Role.PREPOSITION | Role.FILLER | Role.HARMLESS | Role.LABEL | Role.PIECES | Role.OF;

/** Reads a word that is neither an act nor an option. Returns the number of terms read. */
export function readRemark(draft: ElementDraft, index: number, term: Term): number {
  const { roles } = term;
  // "my bro sold 12", "the dude sold 12"
  if (isPerson(term, articleBefore(draft, index))) return draft.flag('doubt', index);
  const { last } = draft;
  if (last?.kind === 'item' && !last.marked && !last.known && countsThing(draft.termAt(index - 1), term)) {
    return draft.flag('doubt', index);
  }
  if (mayReportThings(draft, index, term)) return draft.flag('doubt', index);
  if (roles & Role.SUBJECT && draft.remarkContext === 'reason') draft.reasonContinues = true;
  if (roles & Role.OF) readOf(draft, index, term);
  // "don't let anyone have it" supports an earlier claim but denies a later one.
  const plea = roles & Role.NOT && roles & Role.HARMLESS && term.text.includes(' ');
  if (plea && draft.claimed) return draft.skip();
  // "pass 12 too small", but not "sold 12 too small"
  if (roles & Role.DOUBT && roles & Role.HARMLESS && draft.passed) return draft.skip();
  const contrastTerms = contrastLength(draft, index, term);
  if (contrastTerms > 0) return draft.skip(contrastTerms);
  const greetingTerms = greetingLength(draft, index) || originLength(draft, index);
  if (greetingTerms > 0) return draft.skip(greetingTerms);
  if (roles & Role.DOUBT && leadsToWaitlist(draft, index)) return draft.skip();
  if (opensSince(draft, term)) {
    draft.remarkContext = 'reason';
    return draft.skip();
  }
  const hasNumber = draft.numbers.isNumber(index + 1);
  // Before the first item, Portuguese "o" is an article, because "or" needs an item before it.
  if (roles & Role.OR && roles & Role.FILLER && !draft.hasItem) return 1;
  if (roles & Role.OR && roles & Role.QUESTION_ANYWHERE && hasNumber) return draft.flag('or', index);
  const isBetweenItems = hasNumber && draft.last?.kind === 'item';
  // "Linda sold 12": a word that is a courtesy only in another language may be a name.
  const next = draft.termAt(index + 1);
  if (!term.isShopLanguage && next?.act === 'claim' && next.participle && !draft.hasActWord) {
    draft.flag('doubt', index);
  }
  // "kay ate yung mine 68": the item is for another person.
  if (roles & Role.RECIPIENT && !draft.hasActWord && !next?.act) draft.flag('doubt', index);
  if (roles & Role.RECIPIENT && isBetweenItems) return draft.flag('range', index);
  if (roles & Role.OR && roles & Role.DOUBT) return draft.flag(isBetweenItems ? 'range' : 'doubt', index);
  if (roles & Role.AND && roles & Role.DOUBT && isBetweenItems && draft.hasOtherLanguageWord) {
    return draft.add({ kind: 'join' }, index);
  }
  // Filipino "mine 22 at mine 23"
  const mayJoin = roles & Role.AND && roles & Role.DOUBT && draft.complete;
  if (mayJoin && next?.act === 'claim') return draft.add({ kind: 'join' }, index);
  if (roles & Role.PURPOSE && roles & Role.DOUBT) return readUncertainPurpose(draft, index, hasNumber);
  if (roles & Role.PREPOSITION && hasNumber && !isClothingSize(draft, index + 1)) {
    return draft.flag('doubt', index);
  }
  if (isRemark(draft, index, roles)) return draft.skip();
  const apology = roles & Role.HARMLESS && roles & Role.CORRECTION;
  if (roles & ANY_FLAG && !(apology && !correctsItem(draft, index))) {
    // Filipino `na` also means "now", so on its own it does not end a claim.
    const endsClaim = !(roles & Role.HARMLESS);
    for (const [role, flag] of FLAGS) {
      if (roles & role) draft.flag(flag, index, flag !== 'anymore' || endsClaim);
    }
    return 1;
  }
  if (roles & Role.AND) return draft.add({ kind: 'join' }, index);
  if (roles & Role.ADDRESS && roles & Role.FILLER) {
    return draft.complete ? draft.skip() : draft.add({ kind: 'unknown' }, index);
  }
  if (roles & Role.ADDRESS) {
    // "sold 12 can you combine shipping": a question, not an arrangement.
    if (draft.last?.kind === 'flag' && draft.last.flag === 'question') draft.add({ kind: 'unknown' }, index);
    draft.remarkContext = 'address';
    return 1;
  }
  if (roles & Role.PURPOSE) return readPurpose(draft, index);
  if (roles & Role.LABEL) return readLabel(draft, index, term);
  // "sold 12 and love the 13": liking an item does not claim it.
  if (likesAnother(draft, index, term)) return draft.flag('doubt', index);
  // "sold 12 in": the comment ends before the option.
  if (roles & Role.PREPOSITION && index + 1 === draft.terms.length) {
    return draft.add({ kind: 'unknown' }, index);
  }
  if (roles & SKIPPABLE) return draft.skip();
  return draft.remarkContext === 'nothing' ? draft.add({ kind: 'unknown' }, index) : 1;
}

/** True for a word of praise between a claim and another item ("love 13 too"), but false for "please". */
function likesAnother(draft: ElementDraft, index: number, { roles, text }: Term): boolean {
  if (!draft.startsWithActWord || draft.last?.kind !== 'join' || (roles & Role.HARMLESS) === 0) return false;
  if (roles & Role.PURPOSE || LEXICON.pleas.has(text) || LEXICON.vocatives.has(text)) return false;
  return itemFollows(draft, index + 1);
}

/** "sold 12 gift sets", "12 sold impact driver": after a participle, the word may report what was sold. */
function mayReportThings(draft: ElementDraft, index: number, { text, roles }: Term): boolean {
  const [first, second] = draft.elements.slice(-2);
  if (second?.kind === 'act') {
    return first?.kind === 'item' && second.participle && !first.marked && LEXICON.things.has(text);
  }
  const counted = draft.numbers.isNumber(index - 1) || draft.hasRole(index - 1, Role.COUNT | Role.TIMES);
  const isPlural = (roles & Role.PIECES) !== 0 && !counted && /[^s]s$/.test(text);
  const reports = first?.kind === 'act' && first.participle && second?.kind === 'item';
  return reports && isPlural && !second.marked;
}

/** "keep 2 tas", "sold 1 teapot": a small number before a noun without a plural ending may be a quantity. */
export function countsThing(number: Term | undefined, thing: Term): boolean {
  if (number?.kind !== 'number' || !LEXICON.things.has(thing.text)) return false;
  return smallNumber(number.text) <= (thing.packs === ENGLISH ? 1 : PLAUSIBLE_AMOUNT);
}

/** Returns the word before a person, skipping any praise between the two. */
function articleBefore(draft: ElementDraft, index: number): Term | undefined {
  let at = index - 1;
  while (at > 0 && draft.termAt(at)?.kind === 'word' && draft.hasRole(at, Role.HARMLESS)) at--;
  return draft.termAt(at);
}

const PERSON_WORDS: ReadonlySet<string> = new Set([
  'lady',
  'ladies',
  'girl',
  'girls',
  'guy',
  'man',
  'woman',
  'people',
  'soul',
]);

/**
 * True for a form of address that refers to a person, after a possessive or an article: "my bro sold 12", "la
 * amiga mío".
 */
export function isPerson(term: Term, before: Term | undefined): boolean {
  // "the lovely lady sold 12"
  const last = term.text.split(' ').at(-1) ?? '';
  const isFormOfAddress = LEXICON.vocatives.has(term.text) || PERSON_WORDS.has(last);
  if (!(term.roles & Role.HARMLESS) || !isFormOfAddress || before?.kind !== 'word') return false;
  return (before.roles & (Role.MY | Role.DETERMINER)) !== 0 || LEXICON.articles.has(before.text);
}

/** Roles of the words that make up an item, its options, and its amount. */
const CLAIMED = Role.SIZE | Role.COLOR | Role.COUNT | Role.LABEL;

/**
 * True for a remark about a claim already made: "sold 12 that color is amazing", "sold 12 for my daughter,
 * she loves it".
 */
function isRemark(draft: ElementDraft, index: number, roles: number): boolean {
  if (!draft.complete) return false;
  if (roles & Role.SUBJECT && roles & Role.REPORT) return draft.remarkContext === 'reason';
  const next = draft.termAt(index + 1);
  // "mío 60 es para mi hermana"
  if (
    (roles & ANY_FLAG & ~Role.SUBJECT) === Role.QUESTION_AT_START &&
    draft.startsWithActWord &&
    next &&
    ((next.roles & (Role.PURPOSE | Role.HARMLESS | Role.DOUBT)) === Role.PURPOSE ||
      // "mío 60 está hermoso"
      (next.roles & (ANY_FLAG | Role.HARMLESS)) === Role.HARMLESS) &&
    restHasNoClaimPart(draft, index + 1)
  ) {
    return true;
  }
  const before = draft.termAt(index - 1);
  return (
    (roles & ANY_FLAG & ~Role.SUBJECT) === Role.QUESTION_AT_START &&
    before?.kind === 'word' &&
    before.act === null &&
    (before.roles & CLAIMED) === 0
  );
}

/** "2 of 12": turns the item before "of" into an amount, which is certain only after a claim word. */
function readOf(draft: ElementDraft, index: number, of: Term): void {
  const { last } = draft;
  if (last?.kind !== 'item' || last.number === null || last.marked || last.number > PLAUSIBLE_AMOUNT) return;
  let ahead = index + 1;
  while (
    ahead < index + 3 &&
    (draft.hasRole(ahead, Role.FILLER | Role.LABEL) || draft.numbers.isSign(ahead, '#'))
  ) {
    ahead++;
  }
  if (!draft.numbers.isNumber(ahead)) return;
  draft.elements.pop();
  // English "2 of 12" may be a share of twelve, unless the second number is too large for an amount.
  const whole = smallNumber(draft.termAt(ahead)?.text);
  const isNotShare = whole > MAX_QUANTITY || ahead > index + 1 || (of.packs & ENGLISH) === 0;
  const isClaim =
    draft.last?.kind === 'act' && draft.last.act === 'claim' && draft.last.strength >= Strength.PACK;
  const isDirect = draft.termAt(index - 2)?.act === 'claim';
  // "sold 2 of 40 bracelets" may be a report.
  const after = draft.termAt(ahead + 1);
  const endsPolitely = after?.kind !== 'word' || (after.roles & Role.HARMLESS && after.roles & Role.PURPOSE);
  const optionFollows =
    draft.hasRole(ahead + 1, Role.PREPOSITION) && draft.hasRole(ahead + 2, Role.COLOR | Role.SIZE);
  const isNotReport = (of.packs & ENGLISH) === 0 || endsPolitely || optionFollows;
  const few = last.number <= MAX_SHARE;
  const isSure =
    isClaim && isDirect && isNotShare && isNotReport && few && whole > PLAUSIBLE_AMOUNT && !last.known;
  draft.addQuantity(last.number, index - 1, 1, isSure ? null : 'number-of');
}

/** Reads "for …": "for my mom" gives a reason; "backup for 12" and "for $25" continue the claim. */
function readPurpose(draft: ElementDraft, index: number): number {
  // "swap 40 for 41" refers to both items.
  if (draft.exchanged) return 1;
  const { last } = draft;
  if (
    last?.kind === 'act' &&
    last.participle &&
    last.act === 'claim' &&
    (draft.numbers.isNumber(index + 1) || draft.numbers.isSign(index + 1, '$'))
  ) {
    // "sold for 25 #12" gives the price first.
    draft.remarkContext = 'reason';
    return draft.add({ kind: 'suspect', reason: 'number-in-reason', items: [] }, index);
  }
  if (draft.numbers.isSign(index + 1, '$') || draft.hasRole(index + 1, Role.CURRENCY)) return 1;
  let ahead = index + 1;
  while (
    ahead < index + 4 &&
    (draft.hasRole(ahead, Role.FILLER | Role.LABEL) || draft.numbers.isSign(ahead, '#'))
  ) {
    ahead++;
  }
  if (!draft.numbers.isNumber(ahead) || draft.hasItem) draft.remarkContext = 'reason';
  return 1;
}

/** "sold 12 at 25" may give the price; "sold 12 at the market" may be a report. */
function readUncertainPurpose(draft: ElementDraft, index: number, hasNumber: boolean): number {
  if (hasNumber && draft.hasItem) draft.remarkContext = 'reason';
  const priced =
    draft.numbers.isSign(index + 1, '$') || (hasNumber && draft.hasRole(index + 2, Role.CURRENCY));
  if (priced) return 1;
  return draft.flag('doubt', index);
}

export function readLabel(draft: ElementDraft, index: number, term: Term): number {
  const { last } = draft;
  if (last?.kind === 'item' && term.glued && !term.latin) {
    // The counter in `12番` marks the number that it touches.
    last.marked = true;
    return 1;
  }
  draft.marked = true;
  draft.label = term.text;
  // The period in `no. 45` does not end a sentence.
  return draft.numbers.isSign(index + 1, '.') && term.text.length <= 4 ? 2 : 1;
}
