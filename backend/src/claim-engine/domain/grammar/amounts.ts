import { type ElementDraft, smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import { isCountNotItem } from './owned';
import type { Term } from './reading';
import { onlyCourtesyFollows } from './remarks';
import { Role, Strength } from './roles';
import { readBodySize, readNumberedSize, readTimesOrSize } from './sizes';

const MAX_AGE = 99;
/** Family members. */
const PERSON =
  /^(?:hij[oa]|niet[oa]|sobrin[oa]|prim[oa]|herman[oa]|novi[oa]|nin[oa]|bebe|filh[oa]|net[oa]|irmao|irma|menin[oa]|fille|fils|niece|neveu|figli[oa]|nipote|tochter|sohn|enkelin|enkel|nichte|neffe)$/;

/** Verbs before an age: "mi mamá que cumple 60". */
const AGE_VERBS =
  /^(?:(?:que|q|qui|che|who|whos|shes|hes) )?(?:cumple|cumplio|cumplira|cumplen|va a cumplir|faz|fara|completa|completou|compie|compira|turns|turned|turning|just turned)$/;

/**
 * Reads a number and the terms attached to it as an amount, a price, a measure, or else an item. Returns the
 * number of terms read.
 */
export function readNumber(draft: ElementDraft, index: number): number {
  if (draft.remarkContext === 'address') return 1;
  if (isBracketed(draft, index) && draft.afterItem) {
    return draft.addQuantity(smallNumber(draft.termAt(index)?.text), index, 1, 'bracket-quantity');
  }
  if (isDayOrHour(draft, index)) return draft.add({ kind: 'measure' }, index);
  const colon = readColonAmount(draft, index);
  if (colon > 0) return colon;
  const counted = readBodySize(draft, index) || readNumberedSize(draft, index) || readCounted(draft, index);
  if (counted > 0) return counted;
  if (isAgeOfPerson(draft, index)) return draft.skip();
  if (!draft.marked && (draft.remarkContext === 'reason' || isCountNotItem(draft, index))) {
    return draft.add({ kind: 'suspect', reason: 'number-in-reason', items: [] }, index);
  }
  if (mayBeAmount(draft, index)) {
    return draft.addQuantity(smallNumber(draft.termAt(index)?.text), index, 1, 'amount-unclear');
  }
  return draft.addReading(index, draft.numbers.number(index));
}

/** "para mi sobrina de 15": the age of the person the item is for. */
function isAgeOfPerson(draft: ElementDraft, index: number): boolean {
  if (draft.remarkContext !== 'reason' || draft.marked || draft.numbers.knows(index, index)) return false;
  const before = draft.termAt(index - 1)?.text ?? '';
  if (smallNumber(draft.termAt(index)?.text) > MAX_AGE || !onlyCourtesyFollows(draft, index + 1)) {
    return false;
  }
  if (AGE_VERBS.test(before)) return true;
  return (
    ['de', 'di', 'von'].includes(before) &&
    PERSON.test(
      draft
        .termAt(index - 2)
        ?.text.split(' ')
        .at(-1) ?? '',
    )
  );
}

/** "sold 88, I'll take 2": two units of item 88, or item 2. */
function mayBeAmount(draft: ElementDraft, index: number): boolean {
  const { last } = draft;
  const isClaim = last?.kind === 'act' && last.act === 'claim' && last.strength < Strength.PACK;
  if (!isClaim || !draft.hasItem || draft.marked || draft.numbers.number(index).length > 1) return false;
  const amount = smallNumber(draft.termAt(index)?.text);
  return amount > 1 && amount <= PLAUSIBLE_AMOUNT && !draft.numbers.knows(index, index);
}

/** "só recebo dia 10": a day or an hour. */
function isDayOrHour(draft: ElementDraft, index: number): boolean {
  const before = draft.termAt(index - 1);
  if (before?.kind !== 'word' || draft.marked || !(before.roles & Role.MEASURE)) return false;
  return before.isShopLanguage && LEXICON.dates.has(before.text);
}

/** `12:2` if the show has item 12 but no item 2: two units of it, or a time of day. */
function readColonAmount(draft: ElementDraft, index: number): number {
  const { numbers } = draft;
  const amount = draft.termAt(index + 2);
  if (!numbers.isSign(index + 1, ':') || amount?.kind !== 'number' || numbers.isSign(index + 3, ':')) {
    return 0;
  }
  if (!numbers.knows(index, index) || numbers.knows(index + 2, index + 2) || amount.text.length > 1) return 0;
  const item = numbers.item(index, index);
  return item
    ? draft.addItem(item, index, 1) + draft.addQuantity(smallNumber(amount.text), index + 1, 2, 'clock')
    : 0;
}

/** `(2)` */
function isBracketed(draft: ElementDraft, index: number): boolean {
  const { numbers } = draft;
  const opens = numbers.isSign(index - 1, '(') || numbers.isSign(index - 1, '[');
  return opens && (numbers.isSign(index + 1, ')') || numbers.isSign(index + 1, ']'));
}

/**
 * `2 pcs`, `3x`, `2x 12`, `12 x 2`, `5pm`, `25k`: a number that counts or measures. Returns the number of
 * terms read, or 0 if it does neither.
 */
function readCounted(draft: ElementDraft, index: number): number {
  const number = draft.termAt(index);
  const unit = draft.termAt(index + 1);
  if (!number || !unit) return 0;
  if (isTimesSign(unit) && (unit.text !== '*' || draft.numbers.isNumber(index + 2))) {
    return readTimes(draft, index, number, unit);
  }
  // `5'4` is a height.
  if (unit.text === "'" && unit.glued && draft.numbers.isGluedNumber(index + 2)) {
    return draft.add({ kind: 'measure' }, index, 3);
  }
  if (unit.kind !== 'word') return 0;
  if (unit.glued && draft.numbers.knows(index, index + 1)) return 0;
  // `18h30`
  if (
    unit.glued &&
    unit.roles & Role.MEASURE &&
    unit.text === 'h' &&
    draft.numbers.isGluedNumber(index + 2)
  ) {
    return draft.add({ kind: 'measure' }, index, 3);
  }
  // "33 two of them": a number before a word that is itself a count is not an amount.
  if (unit.roles & Role.PIECES && unit.roles & Role.COUNT) return 0;
  // "2 mal die 33", "2 fois le 33": before another number, the word multiplies.
  const counts = unit.roles & Role.PIECES && !draft.numbers.isNumber(index + 2);
  if (unit.roles & Role.TIMES && !counts) return readTimes(draft, index, number, unit);
  if (unit.act && unit.strength === Strength.SHOP) return 0;
  if (unit.roles & Role.PIECES) {
    const doubt =
      unit.roles & Role.MEASURE && !(unit.roles & Role.TIMES)
        ? 'measure-quantity'
        : amountDoubt(draft, number, index + 2);
    return draft.addQuantity(smallNumber(number.text), index, 2, doubt);
  }
  // Single letters are units only if they touch the number.
  if (!unit.glued && unit.text.length === 1) return 0;
  if (unit.roles & Role.CURRENCY) {
    // `12 usd 30`: a price of twelve dollars, or item 12 for thirty?
    const isBeforeNumber = !unit.glued && draft.numbers.isNumber(index + 2);
    if (isBeforeNumber) draft.flag('doubt', index + 1);
    return isBeforeNumber ? 0 : draft.add({ kind: 'price' }, index, 2);
  }
  // "for my 7 year old" gives a reason.
  if (unit.roles & Role.MEASURE) {
    return draft.remarkContext === 'reason' ? 2 : draft.add({ kind: 'measure' }, index, 2);
  }
  return 0;
}

function isTimesSign(term: Term): boolean {
  return term.kind === 'sign' && (term.text === '×' || term.text === '*');
}

/**
 * `12 pcs 3`, `12x 3`: which of the two is the item? In "18 pair it w 19", "pair" may be a verb, so 18 may be
 * an item.
 */
function amountDoubt(draft: ElementDraft, amount: Term, next: number): string | null {
  const word = draft.termAt(next);
  const leadsToItem = draft.hasRole(next, Role.OF | Role.LABEL) || draft.termAt(next + 1)?.glued === true;
  const unsure =
    draft.hasActWord && !draft.hasItem && word?.kind === 'word' && word.act === null && !leadsToItem;
  return (unsure || draft.numbers.isNumber(next)) && smallNumber(amount.text) > PLAUSIBLE_AMOUNT
    ? 'times-unclear'
    : null;
}

function readTimes(draft: ElementDraft, index: number, number: Term, times: Term): number {
  const next = draft.termAt(index + 2);
  const leftAmount = smallNumber(number.text);
  if (next?.kind !== 'number') {
    // `3x` applies to the item before it or after it.
    return times.glued ? readTimesOrSize(draft, index) : 0;
  }
  if (times.glued && !next.glued) {
    return draft.addQuantity(leftAmount, index, 2, amountDoubt(draft, number, index + 2));
  }
  if (draft.afterItem) return 0;
  return readProduct(draft, index, times.glued);
}

/** `12 x 2`, `2 x 12`, `12x2`: one side is the item, and the other is the amount. */
function readProduct(draft: ElementDraft, index: number, isSignGlued: boolean): number {
  const left = draft.numbers.item(index, index);
  const right = draft.numbers.item(index + 2, index + 2);
  if (!left || !right) return 0;
  const leftAmount = smallNumber(draft.termAt(index)?.text);
  const rightAmount = smallNumber(draft.termAt(index + 2)?.text);
  // `12 x2`: the sign touches the amount.
  const isAmountGlued = !isSignGlued && draft.termAt(index + 2)?.glued === true;
  const isOneKnown = left.known !== right.known;
  const amountFirst = isOneKnown
    ? right.known
    : !isAmountGlued && leftAmount <= PLAUSIBLE_AMOUNT && rightAmount > PLAUSIBLE_AMOUNT;
  const plausible = rightAmount <= PLAUSIBLE_AMOUNT;
  // `31 *13`: a star may also mark a correction of the number before it.
  const corrects = draft.termAt(index + 1)?.text === '*' && !plausible;
  const certain = !corrects && (isOneKnown || isAmountGlued || (plausible && leftAmount > PLAUSIBLE_AMOUNT));
  const doubt = certain ? null : 'times-unclear';
  if (amountFirst) {
    draft.addQuantity(leftAmount, index, 2, doubt);
    draft.addItem(right, index + 2, 1);
  } else {
    draft.addItem(left, index, 1);
    draft.addQuantity(rightAmount, index + 1, 2, doubt);
  }
  return 3;
}

/** Reads `x 2` after an item. */
export function readTimesAmount(draft: ElementDraft, index: number): number {
  return draft.addQuantity(smallNumber(draft.termAt(index + 1)?.text), index, 2);
}
