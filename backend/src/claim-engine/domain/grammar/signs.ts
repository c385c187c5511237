import { shopMentionLength } from './introductions';
import { readTimesAmount } from './amounts';
import { type ElementDraft, smallNumber } from './element-draft';
import { EMAIL, type Term } from './reading';
import { TEN } from './tokens';
import { Role } from './roles';

/** Reads a sign and returns the number of terms. Signs with no meaning here only separate their neighbors. */
export function readSign(draft: ElementDraft, index: number, sign: Term): number {
  switch (sign.text) {
    case '?':
      // "¿el mío quedó, el 12?" is a question from the first sign; "¿mío 12?" may just be unsure.
      if (!draft.hasActWord && draft.writtenAt(sign) === '¿' && !draft.termAt(index + 1)?.act) {
        return draft.flag('question', index);
      }
      draft.flag('question', index, false);
      return draft.endClause(index);
    case '.':
    case '!':
      return draft.endClause(index);
    case ';':
    case ',':
    case '、':
      return draft.addComma(index);
    case '&':
      return draft.add({ kind: 'join' }, index);
    case '#':
      draft.marked = true;
      draft.label = '#';
      return 1;
    case '+':
      return readPlus(draft, index);
    case '-':
      return readMinus(draft, index);
    case '$':
      return draft.addPrice(index);
    case '×':
    case '*':
      return readStar(draft, index, sign);
    case EMAIL:
      return draft.add({ kind: 'mail' }, index);
    case TEN:
      return readTen(draft, index);
    case '@':
      return readAtSign(draft, index);
    case '=':
      return readEquals(draft, index);
    // The signs for "no" and "hmm" emoji.
    case '⊗':
    case '⁇':
    case '%':
      return draft.flag('doubt', index, false);
    case '/':
    case '|':
      if (
        draft.remarkContext !== 'address' &&
        draft.numbers.isNumber(index - 1) &&
        draft.numbers.isNumber(index + 1)
      ) {
        draft.flag('or', index, false);
      }
      return 1;
    default:
      return 1;
  }
}

/** Reads `🔟`, which may be the item if the comment has no other item or number. If not, it only praises. */
function readTen(draft: ElementDraft, index: number): number {
  const item =
    draft.hasItem || draft.terms.some((term) => term.kind === 'number')
      ? null
      : draft.numbers.spokenItem('10', index, index, 'number-unclear');
  return item ? draft.addItem(item, index, 1) : draft.skip();
}

/** Reads `@`: `12 @ $25` is a price; `12 @ 25` may be one. */
function readAtSign(draft: ElementDraft, index: number): number {
  // "paid with venmo @jenny_22"
  if (draft.remarkContext === 'address') return 1;
  const shop = shopMentionLength(draft, index);
  if (shop > 0) return draft.skip(shop);
  if (draft.hasItem && draft.numbers.isSign(index + 1, '$')) return 1;
  if (draft.hasItem && draft.numbers.isNumber(index + 1)) draft.remarkContext = 'reason';
  draft.flag('doubt', index, false);
  return handleLength(draft, index);
}

/**
 * The number of terms in a handle with several parts (`@gems4you`), whose letters and digits mean nothing, or
 * 1 for any other `@`.
 */
function handleLength(draft: ElementDraft, index: number): number {
  let end = index + 1;
  while (draft.termAt(end)?.glued === true && draft.termAt(end)?.kind !== 'sign') end++;
  return end - index > 2 ? end - index : 1;
}

/** `DM1=2`: the item, then the amount. In `12=20`, the second number may also be a price. */
function readEquals(draft: ElementDraft, index: number): number {
  const { last } = draft;
  if (last?.kind !== 'item' || !draft.numbers.isNumber(index + 1)) return 1;
  const unit = draft.termAt(index + 2);
  if (unit?.kind === 'word' && unit.glued) return 1;
  return draft.addQuantity(
    smallNumber(draft.termAt(index + 1)?.text),
    index,
    2,
    last.number === null || draft.hasOnlyOtherLanguages ? null : 'equals-quantity',
  );
}

/** Minimum number of digits after the plus of an international phone number. */
const MIN_PHONE_DIGITS = 7;

export function readPlus(draft: ElementDraft, index: number): number {
  const next = draft.termAt(index + 1);
  const isNumber = next?.kind === 'number';
  if (isNumber && next.glued && !draft.termAt(index)?.glued && next.text.length >= MIN_PHONE_DIGITS) return 1;
  if (draft.claimsWithPlus && isNumber) {
    return draft.add({ kind: 'plus', quantity: smallNumber(next.text), minus: false }, index, 2);
  }
  if (draft.claimsWithPlus && next && next.roles & Role.COUNT) {
    return draft.add({ kind: 'plus', quantity: Number(next.value), minus: false }, index, 2);
  }
  return draft.add({ kind: 'plus-sign' }, index);
}

/** `A12-1` takes back one unit in a shop that claims with `A12+1`. */
function readMinus(draft: ElementDraft, index: number): number {
  const next = draft.termAt(index + 1);
  const { last } = draft;
  if (
    !draft.claimsWithPlus ||
    next?.kind !== 'number' ||
    !next.glued ||
    last?.kind !== 'item' ||
    last.number !== null
  ) {
    return 1;
  }
  return draft.add({ kind: 'plus', quantity: smallNumber(next.text), minus: true }, index, 2);
}

/** `12 *2` multiplies; `*sold 13` and `sold 13*` correct an earlier comment. */
function readStar(draft: ElementDraft, index: number, sign: Term): number {
  const next = draft.termAt(index + 1);
  if (next?.kind === 'number' && draft.afterItem) return readTimesAmount(draft, index);
  if (sign.text === '*' && draft.last?.kind === 'item' && sign.glued && draft.stars === 1) {
    return draft.flag('star', index, false);
  }
  const corrects = sign.text === '*' && draft.last === undefined && next?.glued === true && draft.stars === 1;
  return corrects ? draft.flag('star', index, false) : 1;
}
