import { MAX_ITEM_NUMBER_LENGTH } from '@sellary/contracts';
import { type ElementDraft, smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import { Role, Strength } from './roles';
import { onlyCourtesyFollows } from './remarks';
import { itemFollows } from './sizes';
import { ENGLISH } from './words';

/** Maximum number of words from an amount to its item: "zwei von der Nummer 64". */
const MAX_WORDS_TO_ITEM = 4;

/** A number in words. */
interface SpokenNumber {
  digits: string;
  /** Number of terms. */
  length: number;
  /** Several numbers in a row, read as one: `one twenty three`. */
  isChain: boolean;
}

/** Adds up number words: `twenty-seven`, `one hundred and four`, `二十七`. */
class Sum {
  readonly finished: number[] = [];
  /** Value of the words since the last finished number, or -1 if there are none yet. */
  private total = -1;
  private last = 0;
  private maxNextNumber = 0;

  /** Adds a number word. Returns false if the word cannot continue the number. */
  add(value: string, afterAnd: boolean): boolean {
    if (value.startsWith('*')) return this.multiply(Number(value.slice(1)), afterAnd);
    const number = Number(value);
    if (this.total < 0 || number > this.maxNextNumber || number === 0) {
      if (afterAnd) return false;
      this.finish();
      this.total = number;
    } else {
      this.total += number;
    }
    this.last = number;
    this.maxNextNumber = number >= 20 && number < 100 && number % 10 === 0 ? 9 : 0;
    return true;
  }

  finish(): void {
    if (this.total >= 0) this.finished.push(this.total);
    this.total = -1;
  }

  private multiply(factor: number, afterAnd: boolean): boolean {
    if (this.total < 0) this.total = factor;
    else if (afterAnd || this.last < 1 || this.last >= factor) return false;
    else this.total += this.last * (factor - 1);
    this.last = 0;
    this.maxNextNumber = factor - 1;
    return true;
  }
}

/** The number spelled by the words that start at `index`, or null if they spell none. */
function spokenNumber(draft: ElementDraft, index: number): SpokenNumber | null {
  const sum = new Sum();
  let end = index;
  for (let next = index; draft.termAt(next)?.numeral === true;) {
    const afterAnd = next > end && draft.hasRole(next - 1, Role.AND);
    if (!sum.add(draft.termAt(next)?.value ?? '', afterAnd)) break;
    end = next + 1;
    const linked = draft.numbers.isSign(end, '-') || draft.hasRole(end, Role.AND);
    next = linked ? end + 1 : end;
  }
  sum.finish();
  const digits = sum.finished.join('');
  if (end === index || digits.length > MAX_ITEM_NUMBER_LENGTH) return null;
  return { digits, length: end - index, isChain: sum.finished.length > 1 };
}

/**
 * Reads number words. `sold twenty-seven` names an item. In `sold two` and `12 two`, the number word is an
 * amount, because viewers write small amounts in words. Returns the number of terms.
 */
export function readCount(draft: ElementDraft, index: number): number {
  const term = draft.termAt(index);
  const spoken = term?.numeral === true ? spokenNumber(draft, index) : null;
  if (spoken) {
    const named = readSpokenItem(draft, index, spoken);
    if (named > 0) return named;
  }
  if (term?.value?.startsWith('*') === true) return draft.add({ kind: 'unknown' }, index);
  const amount = Number(term?.value);
  // "12 and 14 both" is one unit of each, not two.
  if (
    draft.hasRole(index, Role.HARMLESS) &&
    draft.elements.filter(({ kind }) => kind === 'item').length !== 1
  ) {
    return draft.skip();
  }
  if (draft.hasRole(index, Role.PIECES) && draft.hasItem) return draft.addQuantity(amount, index, 1);
  const next = draft.termAt(index + 1);
  // "quiero dos del 64"; English "two of 64" may be a share.
  const hasForeignOf = next !== undefined && (next.roles & Role.OF) !== 0 && (next.packs & ENGLISH) === 0;
  const hasOf = hasForeignOf || draft.hasRole(index, Role.OF);
  if (hasOf && isAmountOfItem(draft, index, hasForeignOf)) return draft.addQuantity(amount, index, 1);
  const pieces = draft.hasRole(index + 1, Role.PIECES);
  // "just one question"
  if (
    term?.value === '1' &&
    /^(?:just|only) /.test(term.text) &&
    !pieces &&
    !onlyCourtesyFollows(draft, index + 1)
  ) {
    return draft.flag('doubt', index);
  }
  // "the blue one", "una": a claim is for one unit anyway.
  if (term?.value === '1') return draft.skip(pieces ? 2 : 1);
  if (draft.hasRole(index + 1, Role.MEASURE) && !pieces) return draft.add({ kind: 'measure' }, index, 2);
  return draft.addQuantity(
    amount,
    index,
    pieces ? 2 : 1,
    (pieces && (draft.hasItem || isPiecesOf(draft, index + 2) || isTimesBeforeItem(draft, index + 1))) ||
      isAmountAfterItem(draft, index) ||
      isAmountAlone(draft, index)
      ? null
      : 'amount-in-words',
  );
}

/** "sold two of number 47": the article or label shows that 47 is an item, so "two" is an amount, not a share. */
function isAmountOfItem(draft: ElementDraft, index: number, hasForeignOf: boolean): boolean {
  const before = draft.termAt(index - 1);
  const announced =
    hasForeignOf ||
    draft.hasRole(index + 1, Role.FILLER | Role.LABEL) ||
    draft.numbers.isSign(index + 1, '#');
  if (before?.act !== 'claim' || before.strength < Strength.PACK || !announced) return false;
  let ahead = index + 1;
  while (ahead < index + MAX_WORDS_TO_ITEM && !draft.numbers.isNumber(ahead)) ahead++;
  const after = draft.termAt(ahead + 1);
  return (
    smallNumber(draft.termAt(ahead)?.text) > PLAUSIBLE_AMOUNT &&
    itemFollows(draft, index + 1) &&
    (after?.kind !== 'word' || (after.roles & Role.HARMLESS) !== 0)
  );
}

/**
 * "mine 33 dalawa po", "sold 45 two please": an amount in words directly after the item, with only courtesy
 * between it and the end of the comment or the next sign.
 */
function isAmountAfterItem(draft: ElementDraft, index: number): boolean {
  const { last } = draft;
  if (last?.kind !== 'item' || !draft.startsWithActWord || !draft.claimed) return false;
  const items = draft.elements.filter(({ kind }) => kind === 'item');
  const large = last.number === null || (last.number > PLAUSIBLE_AMOUNT && /\d/.test(last.text));
  const isSmall = Number(draft.termAt(index)?.value) <= PLAUSIBLE_AMOUNT;
  if (items.length > 1 || !isSmall || !onlyCourtesyFollows(draft, index + 1)) return false;
  // English "A12 two" may be two items.
  const isEnglish = ((draft.termAt(index)?.packs ?? 0) & ENGLISH) !== 0;
  // "mine 8 dalawa": the item is in digits and the amount in words, so they are not one number.
  if (!large) return !isEnglish;
  return !isEnglish || LEXICON.pleas.has(draft.termAt(index + 1)?.text ?? '');
}

/** "sold 46, two please", "sold 46, I'll take two": an amount in a separate clause. */
function isAmountAlone(draft: ElementDraft, index: number): boolean {
  // "sold 12 and two please" may name another item.
  const joined = draft.hasRole(index - 1, Role.AND) || draft.numbers.isSign(index - 1, '&');
  const { last } = draft;
  // "take two" alone may be an idiom.
  const takes =
    last?.kind === 'act' &&
    last.act === 'claim' &&
    last.strength < Strength.PACK &&
    draft.hasRole(index - 2, Role.FILLER | Role.SUBJECT);
  const before = draft.elements.slice(0, takes ? -1 : undefined);
  const item = before.at(-2);
  const isApart = ['join', 'clause'].includes(before.at(-1)?.kind ?? '') && !joined && item?.kind === 'item';
  const isEnglish = ((draft.termAt(index)?.packs ?? 0) & ENGLISH) !== 0;
  // "sold 88 - I'll take four"
  const dashed = takes && draft.numbers.isSign(index - 3, '-') && before.at(-1)?.kind === 'item';
  const isClearAmount = takes || !isEnglish || LEXICON.pleas.has(draft.termAt(index + 1)?.text ?? '');
  return (
    (isApart || dashed) && isClearAmount && draft.startsWithActWord && onlyCourtesyFollows(draft, index + 1)
  );
}

/** "quiero dos piezas del 22" */
function isPiecesOf(draft: ElementDraft, ofIndex: number): boolean {
  const before = draft.termAt(ofIndex - 3);
  const isClaim = before?.act === 'claim' && before.strength >= Strength.PACK;
  return isClaim && draft.hasRole(ofIndex, Role.OF) && itemFollows(draft, ofIndex + 1);
}

/** "deux fois le 33": two units of the item after it. */
function isTimesBeforeItem(draft: ElementDraft, timesIndex: number): boolean {
  const { last } = draft;
  return (
    draft.hasRole(timesIndex, Role.TIMES) &&
    last?.kind === 'act' &&
    last.act === 'claim' &&
    itemFollows(draft, timesIndex + 1)
  );
}

function readSpokenItem(draft: ElementDraft, index: number, spoken: SpokenNumber): number {
  const { digits, length, isChain } = spoken;
  const next = draft.termAt(index + length);
  if (draft.hasItem && draft.last?.kind !== 'join') return 0;
  if (
    next &&
    (next.kind === 'number' || next.roles & (Role.PIECES | Role.OF | Role.MEASURE | Role.CURRENCY))
  ) {
    return 0;
  }
  if (!draft.marked && !isChain && Number(digits) <= PLAUSIBLE_AMOUNT) return 0;
  const item = draft.numbers.spokenItem(digits, index, index + length - 1, isChain ? 'spoken-digits' : null);
  return item ? draft.addItem(item, index, length) : 0;
}
