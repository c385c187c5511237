import { readNumber, readTimesAmount } from './amounts';
import { codeAt, readSpacedCode } from './codes';
import { gradeLength, readSharedVariant, turnIntoPass } from './descriptions';
import { ElementDraft } from './element-draft';
import type { ActElement } from './element';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import { namedItemAt } from './named-items';
import { onlyCourtesyFollows, opensOrderNumber } from './remarks';
import { FLAGS, readLabel, readRemark } from './remark-words';
import { possessionBefore } from './owned';
import { readPlus, readSign } from './signs';
import { readSizeMark } from './sizes';
import { readCount } from './spoken';
import { isOneTypo, isPoliteTypo } from './typos';
import { type CompiledWords } from './words';

/**
 * Roles of words that may take a claim back even in an address or in an arrangement for delivery, pickup, or
 * payment.
 */
const UNSETTLING = Role.CONDITION | Role.JOKE | Role.CORRECTION | Role.NOT;

const MIN_LABEL_LENGTH = 4;
const LABELS = ['item', 'number', 'numero', 'nummer', 'nomor', 'artikel'];
const THAI = /^\p{Script=Thai}/u;
/** Chinese and Japanese color names. */
const COLOR_NAME = /^\p{Script=Han}{1,3}色$/u;

/** Turns words, numbers and signs into the elements that a verdict is built on. */
export function toElements(
  terms: readonly Term[],
  text: string,
  knownKeys: ReadonlySet<string>,
  words: Pick<CompiledWords, 'plus' | 'claimPacks'>,
): Pick<ElementDraft, 'elements' | 'ignoredWords' | 'exchanged'> {
  const draft = new ElementDraft(terms, text, knownKeys, words);
  for (let index = 0; index < terms.length;) {
    const term = terms[index];
    if (!term) break;
    const named = term.kind === 'word' || term.kind === 'number' ? namedItemAt(draft, index) : null;
    if (named) {
      index += draft.addItem(named.item, index, named.length);
      continue;
    }
    const keepsMark = term.kind === 'sign' || (draft.hasRole(index, Role.LABEL | Role.FILLER) && !term.act);
    if (term.kind === 'newline') index += draft.addNewline(index);
    else if (term.kind === 'sign') index += readSign(draft, index, term);
    else if (term.kind === 'number') index += readNumber(draft, index);
    else index += readWord(draft, index, term);
    if (!keepsMark) draft.marked = false;
  }
  return draft;
}

function readWord(draft: ElementDraft, index: number, term: Term): number {
  if (draft.remarkContext === 'address') return readAddressed(draft, index, term);
  if (opensOrderNumber(draft, index, term)) {
    draft.remarkContext = 'address';
    return draft.skip();
  }
  if (term.act !== null && term.strength >= Strength.PACK) return readAct(draft, index, term);
  if (turnIntoPass(draft, term)) return draft.skip();
  const grade = gradeLength(draft, index, term);
  // "psa 10 sold for 400": before a claim, a grade is not an item either.
  if (grade > 0) return draft.complete ? draft.skip(grade) : draft.add({ kind: 'measure' }, index, grade);
  const shared = readSharedVariant(draft, index, term);
  if (shared > 0) return draft.skip(shared);
  const code = codeAt(draft, index, term);
  if (code) return draft.addReading(index, code);
  const spaced = readSpacedCode(draft, index, term);
  if (spaced > 0) return spaced;
  if (term.exchange) draft.flag('exchange', index);
  if (term.act !== null && !(term.roles & (Role.NOT | Role.QUESTION_ANYWHERE))) {
    return readAct(draft, index, term);
  }
  if (term.roles === 0 && term.exchange) return 1;
  if (term.roles === 0) return readUnknown(draft, index, term);
  return readVariantOrAmount(draft, index, term) || readRemark(draft, index, term);
}

function readAct(draft: ElementDraft, index: number, term: Term): number {
  if (term.roles & Role.ALL) draft.flag('all', index);
  if (draft.hasRole(index - 1, Role.DETERMINER)) draft.flag('doubt', index);
  const { act, strength, noLonger, participle, letterQuantity, isShopLanguage } = term;
  const body: ActElement = {
    kind: 'act',
    act: act ?? 'claim',
    strength,
    word: term.word ?? term.text,
    noLonger,
    participle,
    letterQuantity,
    isShopLanguage,
  };
  draft.hasActWord = true;
  return draft.add(body, index);
}

/** Reads a word in an address. Only shop words and words that may take the claim back matter there. */
function readAddressed(draft: ElementDraft, index: number, term: Term): number {
  if (term.act && term.strength === Strength.SHOP) {
    draft.remarkContext = 'nothing';
    return readAct(draft, index, term);
  }
  if (term.roles & Role.HARMLESS) return 1;
  // "cf 12 ส่งแล้วหรือยัง": the question word at the end asks about the delivery or the payment.
  if (term.roles & Role.QUESTION_ANYWHERE && onlyCourtesyFollows(draft, index + 1)) {
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
  if (draft.remarkContext === 'reason' && (!draft.reasonContinues || draft.isName(index))) return 1;
  const { last, numbers } = draft;
  // "驼色": a name that ends with the word for color.
  if (draft.afterItem && COLOR_NAME.test(term.text)) return draft.addVariant(term, index, true, 'color');
  // "cf A06 ต้นมอนสเตอร่า": the name of the item after its counter. This is only for Thai, because Chinese
  // counters also begin other words.
  if (draft.afterItem && draft.startsWithActWord && followsCounter(draft, index, term)) return draft.skip();
  // "sold 130 pleasr", "sold numbr 14"
  if (draft.complete ? isPoliteTypo(term.text) : isLabelTypo(draft, index)) return draft.skip();
  // Letters alone may name an item if the show has it, and a single letter may do so after a claim word such
  // as `shop` (`shop c 2`).
  const byLetter = last?.kind === 'act' && last.letterQuantity && term.latin && term.text.length === 1;
  const item = byLetter || numbers.knows(index, index) ? numbers.item(index, index) : null;
  return item ? draft.addItem(item, index, 1) : draft.add({ kind: 'unknown' }, index);
}

/** True for an unlisted Thai word attached to a counter for things: "ต้นมอนสเตอร่า". */
function followsCounter(draft: ElementDraft, index: number, { glued, text }: Term): boolean {
  const counter = draft.termAt(index - 1);
  return (
    THAI.test(text) &&
    glued &&
    counter?.act === null &&
    (counter.roles & (Role.PIECES | Role.NOT)) === Role.PIECES
  );
}

/** "sold numbr 14": a mistyped word between the claim word and its number. */
function isLabelTypo(draft: ElementDraft, index: number): boolean {
  if (draft.last?.kind !== 'act' || draft.hasItem || !draft.numbers.isNumber(index + 1)) return false;
  const text = draft.termAt(index)?.text ?? '';
  // "lumber" is a real word.
  const isTypo = (label: string): boolean => label[0] === text[0] && isOneTypo(text, label);
  return text.length >= MIN_LABEL_LENGTH && LABELS.some(isTypo);
}

/** True if the viewer has already written "no" for "number". */
function hasNumberLabelBefore(draft: ElementDraft, index: number): boolean {
  for (let at = 0; at < index; at++) {
    if (draft.hasRole(at, Role.NOT) && draft.hasRole(at, Role.LABEL) && draft.numbers.isNumber(at + 1)) {
      return true;
    }
  }
  return false;
}

/** Reads a size, color, amount, or price. Returns the number of terms, or 0 if the word is none of these. */
function readVariantOrAmount(draft: ElementDraft, index: number, term: Term): number {
  const next = draft.termAt(index + 1);
  const { numbers } = draft;
  const { roles } = term;
  const dotted =
    numbers.isSign(index + 1, '.') || numbers.isSign(index + 1, ':') || numbers.isSign(index + 1, '#');
  if (roles & Role.NOT && roles & Role.LABEL && numbers.isNumber(index + (dotted ? 2 : 1))) {
    // `no 12 sold`: "number 12" or "no"? Only a word before it or a dot after it decides. In `sold 12, no
    // 13`, the viewer may correct the item.
    const isUnclear = draft.elements.length === 0 || (draft.hasItem && !hasNumberLabelBefore(draft, index));
    if (isUnclear && !dotted) draft.flag('doubt', index);
    return readLabel(draft, index, term);
  }
  // "the green one size small"
  const sizeFollows = draft.hasRole(index + 1, Role.SIZE) || (draft.hasItem && numbers.isNumber(index + 1));
  if (term.value === 'one size' && sizeFollows) return readSizeMark(draft, index);
  if (roles & Role.SIZE_MARK) return readSizeMark(draft, index);
  const owned = roles & (Role.SIZE | Role.COLOR) ? possessionBefore(draft, index) : null;
  if (owned !== null) return owned === 'person' ? draft.flag('doubt', index) : draft.skip();
  if (roles & Role.SIZE && !numbers.isSign(index + 1, "'")) return draft.addVariant(term, index, false);
  // "Rosa sold 12": a color in another language may be a name.
  if (roles & Role.COLOR && !term.isShopLanguage && next?.participle && !draft.hasActWord) {
    return draft.flag('doubt', index);
  }
  if (roles & Role.COLOR) return draft.addVariant(term, index, term.namesColor, 'color');
  const hasSign =
    roles & Role.TIMES && next?.kind === 'sign' && ':='.includes(next.text) && numbers.isNumber(index + 2);
  if (hasSign) return 1 + readTimesAmount(draft, index + 1);
  // "sold 12 x": a kiss.
  if (
    term.text === 'x' &&
    draft.startsWithActWord &&
    !draft.hasOnlyOtherLanguages &&
    (!next || next.text === 'x')
  ) {
    return draft.skip();
  }
  // "sold 72 qty two"
  if (roles & Role.TIMES && term.text.length > 1 && next?.numeral === true && draft.hasItem) {
    return draft.addQuantity(Number(next.value), index, 2);
  }
  if (next?.kind === 'number') {
    if (roles & Role.TIMES) return readTimesAmount(draft, index);
    if (roles & Role.CURRENCY && term.text.length > 1) return draft.addPrice(index);
  }
  if (
    roles & Role.PLUS &&
    draft.claimsWithPlus &&
    next &&
    (next.kind === 'number' || next.roles & Role.COUNT)
  ) {
    return readPlus(draft, index);
  }
  return roles & Role.COUNT ? readCount(draft, index) : 0;
}
