import { readNumber, readTimesAmount } from './amounts';
import { codeAt, readSpacedCode } from './codes';
import { gradeLength, sharedLength, turnsRound } from './descriptions';
import { ElementDraft, smallNumber } from './draft';
import type { ActElement, Flag } from './element';
import { MAX_QUANTITY, PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import { originLength } from './introductions';
import { namedItemAt } from './named-items';
import {
  addressLength,
  contrastLength,
  correctsItem,
  endsComment,
  leadsOn,
  namesNothing,
  opensOrderNumber,
  opensSince,
} from './remarks';
import { readPlus, readSign } from './signs';
import { isPlusSize, readSizeMark } from './sizes';
import { readCount } from './spoken';
import { type CompiledWords, ENGLISH } from './words';

const FLAGS: readonly [number, Flag][] = [
  [Role.QUESTION, 'question'],
  [Role.ASKING, 'asking'],
  [Role.NOT, 'not'],
  [Role.ANYMORE, 'anymore'],
  [Role.STORY, 'story'],
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
const ANY_FLAG = FLAGS.reduce((roles, [role]) => roles | role, 0);
/** Roles that unsettle a claim even inside an address or an arrangement. */
const UNSETTLING = Role.CONDITION | Role.JOKE | Role.CORRECTION | Role.NOT;
const HARMLESS = Role.PREPOSITION | Role.FILLER | Role.COURTESY | Role.LABEL | Role.PIECES | Role.OF;

/** Turns words, numbers and signs into the elements that a verdict is built on. */
export function toElements(
  terms: readonly Term[],
  text: string,
  knownKeys: ReadonlySet<string>,
  words: Pick<CompiledWords, 'plus' | 'claimPacks'>,
): Pick<ElementDraft, 'elements' | 'silent' | 'exchanged'> {
  const draft = new ElementDraft(terms, text, knownKeys, words);
  for (let index = 0; index < terms.length;) {
    const term = terms[index];
    if (!term) break;
    const named = term.kind === 'word' || term.kind === 'number' ? namedItemAt(draft, index) : null;
    if (named) {
      index += draft.item(named.item, index, named.length);
      continue;
    }
    const keepsMark = term.kind === 'sign' || (draft.hasRole(index, Role.LABEL | Role.FILLER) && !term.act);
    if (term.kind === 'line') index += draft.line(index);
    else if (term.kind === 'sign') index += readSign(draft, index, term);
    else if (term.kind === 'number') index += readNumber(draft, index);
    else index += readWord(draft, index, term);
    if (!keepsMark) draft.marked = false;
  }
  return draft;
}

function readWord(draft: ElementDraft, index: number, term: Term): number {
  if (draft.speechContext === 'address') return readAddressed(draft, index, term);
  if (opensOrderNumber(draft, index, term)) {
    draft.speechContext = 'address';
    return draft.skip();
  }
  if (term.act !== null && term.strength >= Strength.PACK) return readAct(draft, index, term);
  if (turnsRound(draft, term)) return draft.skip();
  const grade = gradeLength(draft, index, term);
  // "psa 10 sold for 400": before a claim, a grade is no item either.
  if (grade > 0) return draft.complete ? draft.skip(grade) : draft.add({ kind: 'measure' }, index, grade);
  const shared = sharedLength(draft, index, term);
  if (shared > 0) return draft.skip(shared);
  const code = codeAt(draft, index, term);
  if (code) return draft.addReading(index, code);
  const spaced = readSpacedCode(draft, index, term);
  if (spaced > 0) return spaced;
  if (term.exchange) draft.flag('exchange', index);
  if (term.act !== null && !(term.roles & (Role.NOT | Role.QUESTION))) return readAct(draft, index, term);
  if (term.roles === 0 && term.exchange) return 1;
  if (term.roles === 0) return readUnknown(draft, index, term);
  return readOption(draft, index, term) || readRemark(draft, index, term);
}

function readAct(draft: ElementDraft, index: number, term: Term): number {
  if (term.roles & Role.ALL) draft.flag('all', index);
  if (draft.hasRole(index - 1, Role.DETERMINER)) draft.flag('doubt', index);
  const { act, strength, noLonger, participle, letterQuantity } = term;
  const body: ActElement = {
    kind: 'act',
    act: act ?? 'claim',
    strength,
    word: term.word ?? term.text,
    noLonger,
    participle,
    letterQuantity,
  };
  draft.acted = true;
  return draft.add(body, index);
}

/** Reads a word of an address. Only shop words, conditions, corrections, and jokes count there. */
function readAddressed(draft: ElementDraft, index: number, term: Term): number {
  if (term.act && term.strength === Strength.SHOP) {
    draft.speechContext = 'nothing';
    return readAct(draft, index, term);
  }
  if (term.roles & Role.COURTESY) return 1;
  // "cf 12 ส่งแล้วหรือยัง": the question word at the end asks about the delivery or the payment.
  if (term.roles & Role.QUESTION && endsComment(draft, index + 1)) {
    draft.flag('question', index);
    return draft.add({ kind: 'unknown' }, index);
  }
  // "ship to my mom nevermind", "ship to Amy she bought it"
  const withdraws = term.noLonger || term.act === 'pass' || term.participle;
  if (withdraws && !term.roles) return draft.flag('doubt', index);
  for (const [role, flag] of FLAGS) {
    if (term.roles & role & UNSETTLING) return draft.flag(flag, index);
  }
  return 1;
}

function readUnknown(draft: ElementDraft, index: number, term: Term): number {
  if (draft.speechContext === 'reason' && (!draft.reports || draft.isName(index))) return 1;
  const { last, numbers } = draft;
  // An item may be named by letters alone: if the show has it, or after a word like `shop`.
  const byLetter = last?.kind === 'act' && last.letterQuantity && term.latin && term.text.length === 1;
  const item = byLetter || numbers.knows(index, index) ? numbers.item(index, index) : null;
  return item ? draft.item(item, index, 1) : draft.add({ kind: 'unknown' }, index);
}

/** Size, color, amount, price; 0 if the word is none of them. */
function readOption(draft: ElementDraft, index: number, term: Term): number {
  const next = draft.termAt(index + 1);
  const { numbers } = draft;
  const { roles } = term;
  const dotted =
    numbers.isSign(index + 1, '.') || numbers.isSign(index + 1, ':') || numbers.isSign(index + 1, '#');
  if (roles & Role.NOT && roles & Role.LABEL && numbers.isNumber(index + (dotted ? 2 : 1))) {
    // `no 12 sold`: "number 12" or "no"? Only a word before it, or the dot, decides.
    if (draft.elements.length === 0 && !dotted) draft.flag('doubt', index);
    return readLabel(draft, index, term);
  }
  // "the green one size small"
  const sized = draft.hasRole(index + 1, Role.SIZE) || (draft.named && numbers.isNumber(index + 1));
  if (term.value === 'one size' && sized) return readSizeMark(draft, index);
  if (roles & Role.SIZE_MARK) return readSizeMark(draft, index);
  if (roles & Role.SIZE && !numbers.isSign(index + 1, "'")) return draft.variant(term, index, false);
  if (roles & Role.COLOR) return draft.variant(term, index, term.namesColor, 'color');
  const named =
    roles & Role.TIMES && next?.kind === 'sign' && ':='.includes(next.text) && numbers.isNumber(index + 2);
  if (named) return 1 + readTimesAmount(draft, index + 1);
  // "sold 12 x": a kiss.
  if (term.text === 'x' && draft.wordFirst && !draft.speaksOnlyOther && (!next || next.text === 'x')) {
    return draft.skip();
  }
  if (next?.kind === 'number') {
    if (roles & Role.TIMES) return readTimesAmount(draft, index);
    if (roles & Role.CURRENCY && term.text.length > 1) return draft.price(index);
  }
  if (roles & Role.PLUS && draft.plus && next && (next.kind === 'number' || next.roles & Role.COUNT)) {
    return readPlus(draft, index);
  }
  return roles & Role.COUNT ? readCount(draft, index) : 0;
}

/** Reads any other remark about the claim. */
function readRemark(draft: ElementDraft, index: number, term: Term): number {
  const { roles } = term;
  if (roles & Role.SUBJECT && draft.speechContext === 'reason') draft.reports = true;
  if (roles & Role.OF) readOf(draft, index, term);
  // "don't let anyone have it" pleads for a claim already made, and denies one to come.
  const plea = roles & Role.NOT && roles & Role.COURTESY && term.text.includes(' ');
  if (plea && draft.claimed) return draft.skip();
  // "pass 12 too small", but "sold 12 too small"
  if (roles & Role.DOUBT && roles & Role.COURTESY && draft.passed) return draft.skip();
  const contrast = contrastLength(draft, index, term);
  if (contrast > 0) return draft.skip(contrast);
  const introduced = addressLength(draft, index) || originLength(draft, index);
  if (introduced > 0) return draft.skip(introduced);
  if (roles & Role.DOUBT && leadsOn(draft, index)) return draft.skip();
  if (opensSince(draft, term)) {
    draft.speechContext = 'reason';
    return draft.skip();
  }
  const number = draft.numbers.isNumber(index + 1);
  // Portuguese "o" is an article before the first item; "or" needs one to choose from.
  if (roles & Role.OR && roles & Role.FILLER && !draft.named) return 1;
  if (roles & Role.OR && roles & Role.QUESTION && number) return draft.flag('or', index);
  const between = number && draft.last?.kind === 'item';
  if (roles & Role.RECIPIENT && between) return draft.flag('range', index);
  if (roles & Role.OR && roles & Role.DOUBT) return draft.flag(between ? 'range' : 'doubt', index);
  if (roles & Role.AND && roles & Role.DOUBT && between && draft.hasOtherLanguageWord) {
    return draft.add({ kind: 'join' }, index);
  }
  if (roles & Role.PURPOSE && roles & Role.DOUBT) return readUncertainPurpose(draft, index, number);
  if (roles & Role.PREPOSITION && number && !isPlusSize(draft, index + 1)) return draft.flag('doubt', index);
  if (isRemark(draft, index, roles)) return draft.skip();
  const apology = roles & Role.COURTESY && roles & Role.CORRECTION;
  if (roles & ANY_FLAG && !(apology && !correctsItem(draft, index))) {
    // Filipino `na` is "now" as well: alone it finishes nothing.
    const finishes = !(roles & Role.COURTESY);
    for (const [role, flag] of FLAGS) {
      if (roles & role) draft.flag(flag, index, flag !== 'anymore' || finishes);
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
    draft.speechContext = 'address';
    return 1;
  }
  if (roles & Role.PURPOSE) return readPurpose(draft, index);
  if (roles & Role.LABEL) return readLabel(draft, index, term);
  // "sold 12 in": cut off before what matters.
  if (roles & Role.PREPOSITION && index + 1 === draft.terms.length) {
    return draft.add({ kind: 'unknown' }, index);
  }
  if (roles & HARMLESS) return draft.skip();
  return draft.speechContext === 'nothing' ? draft.add({ kind: 'unknown' }, index) : 1;
}

/** The kinds of words that an item, its options, and its amount are made of. */
const CLAIMED = Role.SIZE | Role.COLOR | Role.COUNT | Role.LABEL;

/**
 * True for a remark about a claim already made: "sold 12 that color is amazing", "sold 12 for my daughter,
 * she loves it".
 */
function isRemark(draft: ElementDraft, index: number, roles: number): boolean {
  if (!draft.complete) return false;
  if (roles & Role.SUBJECT && roles & Role.STORY) return draft.speechContext === 'reason';
  const next = draft.termAt(index + 1);
  // "mío 60 es para mi hermana"
  if (
    (roles & ANY_FLAG & ~Role.SUBJECT) === Role.ASKING &&
    draft.wordFirst &&
    next &&
    ((next.roles & (Role.PURPOSE | Role.COURTESY | Role.DOUBT)) === Role.PURPOSE ||
      // "mío 60 está hermoso"
      (next.roles & (ANY_FLAG | Role.COURTESY)) === Role.COURTESY) &&
    namesNothing(draft, index + 1)
  ) {
    return true;
  }
  const before = draft.termAt(index - 1);
  return (
    (roles & ANY_FLAG & ~Role.SUBJECT) === Role.ASKING &&
    before?.kind === 'word' &&
    before.act === null &&
    (before.roles & CLAIMED) === 0
  );
}

/** "2 of 12": what looked like an item was how many of it; certain only after a claim word. */
function readOf(draft: ElementDraft, index: number, of: Term): void {
  const { last } = draft;
  if (last?.kind !== 'item' || last.number === null || last.marked || last.number > PLAUSIBLE_AMOUNT) return;
  let ahead = index + 1;
  while (ahead < index + 3 && draft.hasRole(ahead, Role.FILLER | Role.LABEL)) ahead++;
  if (!draft.numbers.isNumber(ahead)) return;
  draft.elements.pop();
  // English "2 of 12" may be a share of twelve, unless there can be no twelve of it.
  const whole = smallNumber(draft.termAt(ahead)?.text);
  const noShare = whole > MAX_QUANTITY || ahead > index + 1 || (of.packs & ENGLISH) === 0;
  const asked =
    draft.last?.kind === 'act' && draft.last.act === 'claim' && draft.last.strength >= Strength.PACK;
  const direct = draft.termAt(index - 2)?.act === 'claim';
  // "sold 2 of 40 bracelets" may be a report.
  const after = draft.termAt(ahead + 1);
  const polite = after?.kind !== 'word' || (after.roles & Role.COURTESY && after.roles & Role.PURPOSE);
  const chosen =
    draft.hasRole(ahead + 1, Role.PREPOSITION) && draft.hasRole(ahead + 2, Role.COLOR | Role.SIZE);
  const noReport = (of.packs & ENGLISH) === 0 || polite || chosen;
  const sure = asked && direct && noShare && noReport && whole > PLAUSIBLE_AMOUNT && !last.known;
  draft.quantity(last.number, index - 1, 1, sure ? null : 'number-of');
}

/** Reads "for …": "for my mom" gives a reason; "backup for 12" and "for $25" continue the claim. */
function readPurpose(draft: ElementDraft, index: number): number {
  // "swap 40 for 41" names both.
  if (draft.exchanged) return 1;
  const { last } = draft;
  if (
    last?.kind === 'act' &&
    last.participle &&
    last.act === 'claim' &&
    (draft.numbers.isNumber(index + 1) || draft.numbers.isSign(index + 1, '$'))
  ) {
    // "sold for 25 #12" names the price first.
    draft.speechContext = 'reason';
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
  if (!draft.numbers.isNumber(ahead) || draft.named) draft.speechContext = 'reason';
  return 1;
}

/** "sold 12 at 25" may name the price; "sold 12 at the market" may tell a story. */
function readUncertainPurpose(draft: ElementDraft, index: number, number: boolean): number {
  if (number && draft.named) draft.speechContext = 'reason';
  if (draft.numbers.isSign(index + 1, '$')) return 1;
  return draft.flag('doubt', index);
}

function readLabel(draft: ElementDraft, index: number, term: Term): number {
  const { last } = draft;
  if (last?.kind === 'item' && term.glued && !term.latin) {
    // The counter of `12番` marks the number it clings to.
    last.marked = true;
    return 1;
  }
  draft.marked = true;
  draft.label = term.text;
  // The dot of `no. 45` ends no sentence.
  return draft.numbers.isSign(index + 1, '.') && term.text.length <= 4 ? 2 : 1;
}
