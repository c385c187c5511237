import type { ItemElement } from './element';
import { ItemReader } from './item-reader';
import type { Term } from './reading';
import { Role } from './roles';

/** Maximum number of units that a viewer can claim without an operator. A larger number may be a mistake. */
export const MAX_QUANTITY = 30;
/** A bare number up to this may be an amount; larger ones are item numbers. */
export const PLAUSIBLE_AMOUNT = 10;

const MAX_SUFFIX_LETTERS = 3;
const MIN_PHONE_DIGITS = 8;
const JOINERS = '-_.#/';

/** Result of reading a number; `length` is the number of terms read. */
export interface NumberReading {
  length: number;
  item?: ItemElement;
  suspect?: { reason: string; items: ItemElement[] };
  other?: 'price' | 'phone' | 'percent';
  /** A size that touches the item: `44L`. */
  size?: Term;
}

export class NumberReader extends ItemReader {
  /**
   * Reads `45 b` as item 45B if the show has it. If the show also has item 45, `b` may be one of its options.
   */
  knownWithLetter(index: number, doubt: string | null = null): NumberReading | null {
    const letter = this.terms[index + 1];
    if (this.knownKeys.size === 0 || !this.isCodeLetters(letter, 1) || !this.knows(index, index + 1)) {
      return null;
    }
    const unsure = doubt ?? (!letter.glued && this.knows(index, index) ? 'letter-or-item' : null);
    return this.single(index, index + 1, unsure);
  }

  /** Reads a code that starts with letters: `A12`, `sb014`, `A-012`, `A12B`. Null if there is no code. */
  code(index: number): NumberReading | null {
    const letters = this.terms[index];
    if (!this.isCodeLetters(letters)) return null;
    let last = index + 1;
    if (!this.isGluedNumber(last)) {
      const joiner = this.terms[last];
      if (
        joiner?.kind !== 'sign' ||
        !joiner.glued ||
        !JOINERS.includes(joiner.text) ||
        !this.isGluedNumber(last + 1)
      ) {
        return null;
      }
      last++;
    }
    const long = (this.terms[last]?.text.length ?? 0) >= MIN_PHONE_DIGITS;
    const slashed = this.isSign(index + 1, '/');
    const doubt = long
      ? 'phone'
      : slashed
        ? 'slash-list'
        : (letters.roles & Role.DOUBT) !== 0 && !letters.isShopLanguage
          ? 'glued-code'
          : null;
    let size: Term | undefined;
    const suffix = this.terms[last + 1];
    if (suffix?.glued && this.isCodeLetters(suffix, MAX_SUFFIX_LETTERS) && !suffix.act) {
      if (this.knows(index, last + 1)) last++;
      else if (suffix.roles & Role.SIZE) size = suffix;
      // `A12B`, `R2D2`
      else if (suffix.roles === 0) last += this.isGluedNumber(last + 2) ? 2 : 1;
    }
    const length = last - index + (size ? 2 : 1);
    const item = this.item(index, last, doubt);
    if (!item) return { length, suspect: { reason: 'number-too-long', items: [] } };
    // `A1B2C3`: more letters follow.
    const lettersFollow =
      last > index + 2 && this.isCodeLetters(this.terms[last + 1]) && this.terms[last + 1]?.glued;
    if (lettersFollow) item.doubt ??= 'glued-code';
    return { ...this.compound(index, last, item, length), ...(size ? { size } : {}) };
  }

  /** A code that continues after a connector: `A12-1`, `A12-A15`. */
  private compound(first: number, last: number, item: ItemElement, length: number): NumberReading {
    const sign = this.terms[last + 1];
    const after = this.terms[last + 2];
    if (sign?.kind !== 'sign' || !sign.glued || !'-~./:_'.includes(sign.text) || !after?.glued) {
      return { length, item };
    }
    if (after.kind !== 'number' && !(this.isCodeLetters(after) && this.isGluedNumber(last + 3))) {
      return { length, item };
    }
    // If `A12+1` is a claim, `A12-1` takes back one unit.
    if (
      this.claimsWithPlus &&
      sign.text === '-' &&
      after.kind === 'number' &&
      after.text.length <= 2 &&
      !this.knows(first, last + 2)
    ) {
      return { length, item };
    }
    const end = after.kind === 'number' ? last + 2 : last + 3;
    const whole = this.item(first, end);
    if (whole?.known) return { length: end - first + 1, item: whole };
    // `R-3-12` is one code, because its first hyphen joins the letters. `R3-12` may be a range.
    const isHyphenated =
      sign.text === '-' &&
      after.kind === 'number' &&
      this.isSign(first + 1, '-') &&
      this.knownKeys.size === 0;
    if (isHyphenated && whole && !this.isSign(end + 1, '-')) return { length: end - first + 1, item: whole };
    return { length: end - first + 1, suspect: { reason: 'range', items: [] } };
  }

  /** A number with the characters that touch it. */
  number(index: number): NumberReading {
    const phone = this.phoneLength(index);
    if (phone > 0 && !this.knows(index, index)) return { length: phone, other: 'phone' };
    const lettered = this.knownWithLetter(index);
    if (lettered) return lettered;
    const last = this.chainEnd(index);
    if (last > index) return this.readChain(index, last);
    if (this.hasPriceOrPercentSign(index)) {
      return { length: 2, other: this.isSign(index + 1, '%') ? 'percent' : 'price' };
    }
    if (this.isGluedNumber(index + 1)) return { length: 2, suspect: { reason: 'broken-number', items: [] } };
    const suffix = this.terms[index + 1];
    const hyphenated = this.readHyphenSuffix(index);
    if (hyphenated) return hyphenated;
    if (suffix?.glued && this.isCodeLetters(suffix, MAX_SUFFIX_LETTERS) && !suffix.act) {
      if (this.knows(index, index + 1)) return this.single(index, index + 1);
      if (suffix.roles & Role.SIZE) {
        // `44L` is size L of item 44, unless the number continues: `44L5`.
        if (!this.isGluedNumber(index + 2)) return { ...this.single(index, index), length: 2, size: suffix };
      } else if (suffix.roles === 0) {
        const more = this.isGluedNumber(index + 2) ? index + 2 : index + 1;
        // If the show has the number without the letters, the letters are not necessarily part of it.
        return this.single(index, more, this.knows(index, index) ? 'letters-after-item' : null);
      }
    }
    return this.single(index, index);
  }

  private single(first: number, last: number, doubt: string | null = null): NumberReading {
    const item = this.item(first, last, doubt);
    const length = last - first + 1;
    return item ? { length, item } : { length, suspect: { reason: 'number-too-long', items: [] } };
  }

  private readHyphenSuffix(index: number): NumberReading | null {
    const sign = this.terms[index + 1];
    const suffix = this.terms[index + 2];
    if (sign?.kind !== 'sign' || sign.text !== '-' || !sign.glued || !suffix?.glued) return null;
    if (!this.isCodeLetters(suffix, MAX_SUFFIX_LETTERS) || suffix.act) return null;
    if (this.knows(index, index + 2)) return this.single(index, index + 2);
    if (suffix.roles & Role.SIZE) return { ...this.single(index, index), length: 3, size: suffix };
    return suffix.roles === 0 && suffix.text.length === 1
      ? this.single(
          index,
          index + 2,
          this.isSign(index - 1, '#') && !this.knows(index, index) ? null : 'letters-after-item',
        )
      : null;
  }

  /** The index of the last number in `12-15`, `1,024`, `12.50`, `100 - 104`. */
  private chainEnd(index: number): number {
    let last = index;
    for (;;) {
      const sign = this.terms[last + 1];
      const next = this.terms[last + 2];
      if (sign?.kind !== 'sign' || next?.kind !== 'number') return last;
      const isGlued = sign.glued && next.glued && '-~.,/:_'.includes(sign.text);
      const range = (sign.text === '-' || sign.text === '~') && sign.glued === next.glued;
      const hasSpaceOnOneSide = (sign.text === '-' || sign.text === '~') && sign.glued !== next.glued;
      if ((!isGlued && !range && !hasSpaceOnOneSide) || (range && this.countsAfterDash(last))) return last;
      last += 2;
    }
  }

  /** "45 - 6 jars": a small amount after a large item number is not the end of a range. */
  private countsAfterDash(index: number): boolean {
    const [item, amount] = [this.terms[index], this.terms[index + 2]];
    const unit = this.terms[index + 3];
    const counts = unit !== undefined && (unit.roles & Role.PIECES) !== 0 && !unit.glued;
    const isFew = Number(amount?.text) <= PLAUSIBLE_AMOUNT && Number(item?.text) > PLAUSIBLE_AMOUNT;
    return counts && isFew && amount?.glued === false && !this.knows(index + 2, index + 2);
  }

  private readChain(first: number, last: number): NumberReading {
    const length = last - first + 1;
    const signs = new Set<string>();
    for (let index = first + 1; index < last; index += 2) signs.add(this.terms[index]?.text ?? '');
    if (this.hasPriceOrPercentSign(last) || (this.terms[last + 1]?.roles ?? 0) & Role.CURRENCY) {
      return { length: length + 1, other: 'price' };
    }
    // `½` is one character, so its parts are not separate numbers.
    if (this.terms[first]?.start === this.terms[last]?.start) {
      return { length, suspect: { reason: 'number-unclear', items: [] } };
    }
    const whole = this.item(first, last);
    if (whole?.known && !signs.has(',') && !signs.has(':')) return { length, item: whole };
    const items: ItemElement[] = [];
    for (let index = first; index <= last; index += 2) {
      const item = this.item(index, index);
      if (item) items.push(item);
    }
    if (signs.size > 1) return { length, suspect: { reason: 'number-unclear', items: [] } };
    if (signs.has(',')) return this.readCommas(first, last, items);
    if (signs.has('/')) return { length, suspect: { reason: 'slash-list', items } };
    const reason = signs.has('.') ? 'decimal' : signs.has(':') ? 'clock' : 'range';
    return { length, suspect: { reason, items: [] } };
  }

  private readCommas(first: number, last: number, items: ItemElement[]): NumberReading {
    const length = last - first + 1;
    let thousands = (this.terms[first]?.text.length ?? 0) <= 3;
    for (let index = first + 2; index <= last; index += 2) thousands &&= this.terms[index]?.text.length === 3;
    if (thousands) return { length, suspect: { reason: 'thousands', items: [] } };
    return {
      length,
      suspect: {
        reason: items.length > 2 || items.every((item) => item.known) ? 'comma-list' : 'comma-number',
        items,
      },
    };
  }

  private hasPriceOrPercentSign(index: number): boolean {
    const sign = this.terms[index + 1];
    if (sign?.kind !== 'sign' || (sign.text !== '$' && sign.text !== '%')) return false;
    return sign.glued ? !this.isGluedNumber(index + 2) : !this.isNumber(index + 2);
  }

  /** Number of terms in the phone number that starts here, or 0 if there is none. */
  private phoneLength(index: number): number {
    const first = this.terms[index];
    if (!first) return 0;
    if (first.text.length >= MIN_PHONE_DIGITS) return 1;
    const international = this.isSign(index - 1, '+') && first.glued && first.text.length >= 2;
    const startsWithZero = first.text.startsWith('0') && first.text.length >= 3;
    if (!international && !startsWithZero && first.text.length !== 3) return 0;
    let digits = first.text.length;
    let length = 1;
    let signs = 0;
    let groups = '3';
    for (;;) {
      const sign = this.terms[index + length];
      const skip = sign?.kind === 'sign' && '-.)'.includes(sign.text) ? 1 : 0;
      const next = this.terms[index + length + skip];
      if (next?.kind !== 'number' || next.text.length < 2 || digits + next.text.length > 15) break;
      digits += next.text.length;
      groups += String(next.text.length);
      signs += skip;
      length += skip + 1;
    }
    // `312-555-0188`: a North American phone number
    if (first.text.length === 3 && groups === '334' && signs > 0) return length;
    return (international || startsWithZero) && digits >= 9 && length > 1 ? length : 0;
  }

  /** Number of terms in the amount of money at `index` (`25`, `12.50`, `1,024.00`), or 0 if there is none. */
  amountLength(index: number): number {
    return this.isNumber(index) ? this.chainEnd(index) - index + 1 : 0;
  }
}
