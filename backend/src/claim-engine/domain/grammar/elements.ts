import type { ActElement, Element, Flag, ItemElement, QuantityElement } from './element';
import { MAX_QUANTITY, NumberReader, type NumberReading, PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { Role, Strength } from './roles';

type Body = Element extends infer E ? (E extends Element ? Omit<E, 'start' | 'end' | 'clause'> : never) : never;

/** How much of what follows is only told, not claimed. */
type Telling = 'nothing' | 'reason' | 'address';

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
const ANY_FLAG = FLAGS.reduce((bits, [role]) => bits | role, 0);
const HARMLESS = Role.FILLER | Role.COURTESY | Role.LABEL | Role.PIECES;

class ElementReader {
  readonly elements: Element[] = [];
  /** Words that changed nothing. */
  silent = 0;
  private readonly numbers: NumberReader;
  private clause = 0;
  private marked = false;
  private telling: Telling = 'nothing';
  private brackets = 0;
  private named = false;
  private readonly stars: number;

  constructor(
    private readonly terms: readonly Term[],
    text: string,
    knownKeys: ReadonlySet<string>,
    private readonly plus: boolean,
  ) {
    this.numbers = new NumberReader(terms, text, knownKeys, plus);
    this.stars = terms.reduce((stars, term) => stars + (term.text === '*' ? 1 : 0), 0);
  }

  read(): this {
    for (let index = 0; index < this.terms.length; ) {
      const term = this.terms[index] as Term;
      const from = index;
      if (term.kind === 'line') index += this.line(index);
      else if (term.kind === 'sign') index += this.sign(index, term);
      else if (term.kind === 'number') index += this.number(index);
      else index += this.word(index, term);
      if (term.kind !== 'sign' && !this.keepsMark(from)) this.marked = false;
    }
    return this;
  }

  private keepsMark(index: number): boolean {
    return ((this.terms[index]?.roles ?? 0) & (Role.LABEL | Role.FILLER)) !== 0 && !this.terms[index]?.act;
  }

  private add(body: Body, first: number, length = 1): void {
    const start = this.terms[first]?.start ?? 0;
    const end = this.terms[first + length - 1]?.end ?? start;
    this.elements.push({ ...body, start, end, clause: this.clause } as Element);
  }

  private flag(flag: Flag, index: number, spoken = true): number {
    this.add({ kind: 'flag', flag, spoken }, index);
    return 1;
  }

  private last(): Element | undefined {
    return this.elements[this.elements.length - 1];
  }

  private line(index: number): number {
    this.clause++;
    this.telling = 'nothing';
    this.add({ kind: 'line' }, index);
    return 1;
  }

  private endClause(index: number, sentence: boolean): number {
    this.clause++;
    if (sentence && this.telling === 'reason') this.telling = 'nothing';
    this.add({ kind: 'clause' }, index);
    return 1;
  }

  private sign(index: number, term: Term): number {
    switch (term.text) {
      case '?':
        this.flag('question', index, false);
        return this.endClause(index, true);
      case '.':
      case '!':
        return this.endClause(index, true);
      case ';':
      case ',':
      case '、':
        this.add({ kind: 'join' }, index);
        this.clause++;
        return 1;
      case '&':
        this.add({ kind: 'join' }, index);
        return 1;
      case '#':
        this.marked = true;
        return 1;
      case '+':
        return this.plusSign(index);
      case '-':
        return this.minusSign(index);
      case '$':
        return this.price(index);
      case '×':
      case '*':
        return this.star(index, term);
      case '⊗':
      case '⁇':
      case '%':
      case '=':
      case '@':
        return term.text === '=' ? 1 : this.flag('doubt', index, false);
      case '(':
      case '[':
        this.brackets = index + 1;
        return 1;
      case '/':
      case '|':
        if (this.numbers.isNumber(index - 1) && this.numbers.isNumber(index + 1)) this.flag('or', index, false);
        return 1;
      default:
        return 1;
    }
  }

  private plusSign(index: number): number {
    const next = this.terms[index + 1];
    if (next?.kind === 'number' && next.glued && this.terms[index]?.glued === false && next.text.length >= 7) return 1;
    if (this.plus && next?.kind === 'number') {
      this.add({ kind: 'plus', quantity: smallNumber(next.text), minus: false }, index, 2);
      return 2;
    }
    if (this.plus && next && next.roles & Role.COUNT) {
      this.add({ kind: 'plus', quantity: Number(next.value), minus: false }, index, 2);
      return 2;
    }
    this.add({ kind: 'plus-sign' }, index);
    return 1;
  }

  private minusSign(index: number): number {
    const next = this.terms[index + 1];
    const before = this.last();
    if (this.plus && next?.kind === 'number' && next.glued && before?.kind === 'item' && before.number === null) {
      this.add({ kind: 'plus', quantity: smallNumber(next.text), minus: true }, index, 2);
      return 2;
    }
    return 1;
  }

  private star(index: number, term: Term): number {
    const next = this.terms[index + 1];
    const before = this.last();
    if (next?.kind === 'number' && (before?.kind === 'item' || before?.kind === 'variant')) return this.times(index, 1);
    if (term.text === '*' && before === undefined && next?.glued && this.stars === 1) {
      return this.flag('star', index, false);
    }
    return 1;
  }

  /** `$25`, `rp 25`: the amount is swallowed whole. */
  private price(index: number): number {
    const amount = this.numbers.amount(index + 1);
    if (amount === 0) return 1;
    const suffix = this.terms[index + 1 + amount];
    const length = 1 + amount + (suffix?.glued && suffix.roles & Role.CURRENCY ? 1 : 0);
    this.add({ kind: 'price' }, index, length);
    return length;
  }

  private number(index: number): number {
    if (this.telling === 'address') return 1;
    if (this.brackets === index && this.brackets > 0 && this.closesBracket(index + 1)) {
      const before = this.last();
      const quantity = smallNumber(this.terms[index]?.text ?? '');
      if (before?.kind === 'item' || before?.kind === 'variant') {
        this.add({ kind: 'quantity', quantity, doubt: 'bracket-quantity' }, index);
        return 1;
      }
    }
    const counted = this.counted(index);
    if (counted > 0) return counted;
    if (this.telling === 'reason') {
      this.add({ kind: 'suspect', reason: 'number-in-reason', items: [] }, index);
      return 1;
    }
    return this.take(index, this.numbers.number(index));
  }

  private closesBracket(index: number): boolean {
    return this.numbers.isSign(index, ')') || this.numbers.isSign(index, ']');
  }

  /** `2 pcs`, `3x`, `2x 12`, `12 x 2`, `5pm`, `25k`: a number that counts or measures; 0 when it does not. */
  private counted(index: number): number {
    const number = this.terms[index] as Term;
    const unit = this.terms[index + 1];
    if (!unit || unit.kind === 'line') return 0;
    const sign = unit.kind === 'sign' && (unit.text === '×' || unit.text === '*');
    if (!sign && unit.kind !== 'word') return 0;
    if (unit.kind === 'word' && this.numbers.knows(index, index + 1) && unit.glued) return 0;
    if (sign || unit.roles & Role.TIMES) return this.timesAfterNumber(index, number, unit);
    if (unit.act && unit.strength === Strength.SHOP) return 0;
    if (unit.roles & Role.PIECES) {
      this.quantity(smallNumber(number.text), index, 2, this.amountDoubt(number, index + 2));
      return 2;
    }
    if (unit.roles & Role.CURRENCY && (unit.glued || unit.text.length > 1)) {
      this.add({ kind: 'price' }, index, 2);
      return 2;
    }
    if (unit.roles & Role.MEASURE && (unit.glued || unit.text.length > 1)) {
      this.add({ kind: 'measure' }, index, 2);
      return 2;
    }
    return 0;
  }

  private quantity(quantity: number, index: number, length: number, doubt: string | null = null): void {
    const valid = quantity >= 1 && quantity <= MAX_QUANTITY;
    const body: QuantityElement = { kind: 'quantity', quantity: valid ? quantity : 1, doubt: valid ? doubt : 'quantity-out-of-range' };
    this.add(body, index, length);
  }

  /** `12 pcs 3`, `12x 3`: which of the two is the item? */
  private amountDoubt(amount: Term, next: number): string | null {
    return this.numbers.isNumber(next) && smallNumber(amount.text) > PLAUSIBLE_AMOUNT ? 'times-unclear' : null;
  }

  private timesAfterNumber(index: number, number: Term, times: Term): number {
    const next = this.terms[index + 2];
    const left = smallNumber(number.text);
    if (next?.kind !== 'number') {
      if (times.kind === 'sign' && !times.glued) return 0;
      // `3x` counts what was named before, or what comes.
      if (times.glued) {
        this.quantity(left, index, 2);
        return 2;
      }
      return 0;
    }
    const before = this.last();
    const follows = before?.kind === 'item' || before?.kind === 'variant';
    if (times.glued && !next.glued) {
      // `2x 12`
      this.quantity(left, index, 2, this.amountDoubt(number, index + 2));
      return 2;
    }
    if (follows) return 0;
    const right = smallNumber(next.text);
    const leftItem = this.numbers.item(index, index);
    const rightItem = this.numbers.item(index + 2, index + 2);
    if (!leftItem || !rightItem) return 0;
    const amountFirst =
      leftItem.known !== rightItem.known ? rightItem.known : !(!times.glued && next.glued) && left <= PLAUSIBLE_AMOUNT && right > PLAUSIBLE_AMOUNT;
    const certain = leftItem.known !== rightItem.known || (!times.glued && next.glued) || (right <= PLAUSIBLE_AMOUNT && left > PLAUSIBLE_AMOUNT);
    if (amountFirst) {
      this.quantity(left, index, 2, certain ? null : 'times-unclear');
      this.item(rightItem, index + 2, 1);
    } else {
      this.item(leftItem, index, 1);
      this.quantity(right, index + 1, 2, certain ? null : 'times-unclear');
    }
    return 3;
  }

  /** `x 2` after an item. */
  private times(index: number, signs: number): number {
    this.quantity(smallNumber(this.terms[index + signs]?.text ?? ''), index, signs + 1);
    return signs + 1;
  }

  private item(item: ItemElement, index: number, length: number): void {
    this.add({ ...item, marked: this.marked }, index, length);
    this.named = true;
    this.marked = false;
  }

  private take(index: number, reading: NumberReading): number {
    if (reading.item) this.item(reading.item, index, reading.length - (reading.size ? 1 : 0));
    if (reading.suspect?.reason === 'comma-list') {
      reading.suspect.items.forEach((item, place) => {
        this.add({ kind: 'join' }, index);
        this.item(item, index + 2 * place, 1);
      });
    } else if (reading.suspect) {
      this.add({ kind: 'suspect', ...reading.suspect }, index, reading.length);
    }
    if (reading.other) this.add({ kind: reading.other }, index, reading.length);
    if (reading.size) this.variant(reading.size, index + reading.length - 1, false);
    return reading.length;
  }

  private variant(term: Term, index: number, marked: boolean, what: 'size' | 'colour' = 'size'): void {
    this.add({ kind: 'variant', what, value: String(term.value ?? term.text), written: term.text, marked }, index);
  }

  private act(term: Term, index: number): number {
    if (term.roles & Role.ALL) this.flag('all', index);
    const { act, strength, noLonger, participle, letterQuantity } = term;
    const body: ActElement = { kind: 'act', act: act ?? 'claim', strength, word: term.word ?? term.text, noLonger, participle, letterQuantity };
    this.add(body, index);
    return 1;
  }

  private word(index: number, term: Term): number {
    if (this.telling === 'address') return this.addressed(index, term);
    const strong = term.act !== null && term.strength >= Strength.PACK;
    if (strong) return this.act(term, index);
    const code = this.codeAt(index, term);
    if (code) return this.take(index, code);
    const spaced = this.spacedCode(index, term);
    if (spaced > 0) return spaced;
    if (term.act !== null && !(term.roles & (Role.NOT | Role.QUESTION))) return this.act(term, index);
    if (term.roles === 0) return this.unknown(index, term);
    return this.meaningful(index, term);
  }

  private hush(length: number): number {
    this.silent++;
    return length;
  }

  private addressed(index: number, term: Term): number {
    if (term.act && term.strength === Strength.SHOP) return this.act(term, index);
    for (const [role, flag] of FLAGS) {
      if (term.roles & role & (Role.CONDITION | Role.JOKE)) return this.flag(flag, index);
    }
    return 1;
  }

  private unknown(index: number, term: Term): number {
    if (this.telling === 'reason') return 1;
    if (this.numbers.knows(index, index)) {
      const item = this.numbers.item(index, index);
      if (item) {
        this.item(item, index, 1);
        return 1;
      }
    }
    // One letter after a word that names its items by letter.
    const before = this.last();
    if (before?.kind === 'act' && before.letterQuantity && term.latin && term.text.length === 1) {
      const item = this.numbers.item(index, index);
      if (item) {
        this.item(item, index, 1);
        return 1;
      }
    }
    this.add({ kind: 'unknown' }, index);
    return 1;
  }

  /** Letters tied to digits are a code, unless the letters are a word with a meaning of its own before a number. */
  private codeAt(index: number, term: Term): NumberReading | null {
    if (this.telling === 'reason') return null;
    const reading = this.numbers.code(index);
    if (!reading) return null;
    if (reading.item?.known) return reading;
    if (term.act !== null && term.text.length > 1) return null;
    const own = Role.LABEL | Role.CURRENCY | Role.TIMES | Role.SIZE_MARK | Role.PLUS;
    if (term.roles & own && (term.atHome || !(term.roles & Role.LABEL))) return null;
    if (term.text.length > 1 && term.roles & (Role.AND | Role.OR | Role.COURTESY | Role.FILLER | Role.NOT | Role.QUESTION | Role.PURPOSE | Role.COLOUR)) return null;
    if (term.text.length === 1 && term.roles & Role.AND && this.terms[index]?.glued) return null;
    if (term.roles & Role.SIZE && reading.item) reading.item.doubt ??= 'size-or-code';
    return reading;
  }

  /** `a 12`: one letter and a number, as in `A12`. */
  private spacedCode(index: number, term: Term): number {
    const next = this.terms[index + 1];
    if (this.telling === 'reason' || next?.kind !== 'number' || next.glued) return 0;
    if (!this.numbers.isCodeLetters(term) || (term.act !== null && term.text.length > 1)) return 0;
    const item = this.numbers.item(index, index + 1);
    if (!item) return 0;
    if (item.known && term.roles === 0) {
      item.doubt = this.numbers.knows(index + 1, index + 1) ? 'letter-or-item' : null;
      this.item(item, index, 2);
      return 2;
    }
    if (term.text.length > 1) return 0;
    const before = this.last();
    if (before?.kind === 'act' && before.letterQuantity) return 0;
    if (term.roles & Role.SIZE && before?.kind === 'act') {
      this.add({ kind: 'flag', flag: 'doubt', spoken: true }, index);
      return 0;
    }
    if (term.roles !== 0) return 0;
    const single = this.numbers.number(index + 1);
    if (single.length > 1 || this.terms[index + 2]?.glued && this.terms[index + 2]?.kind === 'word') item.doubt = 'letter-or-item';
    if (next.text.length === 1 || this.numbers.knows(index + 1, index + 1)) item.doubt = 'letter-or-item';
    this.item(item, index, 2);
    return 2;
  }

  private meaningful(index: number, term: Term): number {
    const next = this.terms[index + 1];
    const { roles } = term;
    if (roles & Role.NOT && roles & Role.LABEL && this.numbers.isNumber(index + (this.numbers.isSign(index + 1, '.') ? 2 : 1))) {
      // `no 12 sold`: "number 12" or "no"? Only a word before it, or the dot, tells.
      if (this.elements.length === 0 && !this.numbers.isSign(index + 1, '.')) this.flag('doubt', index);
      return this.label(index, term);
    }
    if (roles & Role.SIZE_MARK) return this.sizeMark(index, next);
    if (roles & Role.SIZE && !this.numbers.isSign(index + 1, "'")) {
      this.variant(term, index, false);
      return 1;
    }
    if (roles & Role.COLOUR) {
      this.variant(term, index, /^(สี|màu|color|colour)/.test(term.text) || false, 'colour');
      return 1;
    }
    if (roles & Role.TIMES && next?.kind === 'number') return this.times(index, 1);
    if (roles & Role.PLUS && this.plus && next && (next.kind === 'number' || next.roles & Role.COUNT)) return this.plusSign(index);
    if (roles & Role.CURRENCY && next?.kind === 'number') return this.price(index);
    if (roles & Role.COUNT) {
      const unit = next && next.roles & Role.PIECES ? 2 : 1;
      this.quantity(Number(term.value), index, unit, 'number-word');
      return unit;
    }
    // Portuguese "o" is an article before the first item; "or" needs one to choose from.
    if (roles & Role.OR && roles & Role.FILLER && !this.named) return 1;
    if (roles & Role.OR && roles & Role.QUESTION && next?.kind === 'number') return this.flag('or', index);
    if (roles & Role.RECIPIENT && next?.kind === 'number' && this.last()?.kind === 'item') return this.flag('range', index);
    if (roles & ANY_FLAG && !(roles & Role.COURTESY && roles & Role.CORRECTION && !this.correctsAnItem(index))) {
      for (const [role, flag] of FLAGS) if (roles & role) this.flag(flag, index);
      return 1;
    }
    if (roles & Role.AND) {
      this.add({ kind: 'join' }, index);
      return 1;
    }
    if (roles & Role.ADDRESS) {
      this.telling = 'address';
      return 1;
    }
    if (roles & Role.PURPOSE) {
      return this.purpose(index, next);
    }
    if (roles & Role.LABEL) return this.label(index, term);
    if (roles & HARMLESS) return this.hush(1);
    if (this.telling === 'nothing') this.add({ kind: 'unknown' }, index);
    return 1;
  }

  /** "for my mom" tells why; "backup for 12", "for $25" go on with the claim. */
  private purpose(index: number, next: Term | undefined): number {
    if (next && (next.text === '$' || next.roles & Role.CURRENCY)) return 1;
    let ahead = index + 1;
    while (ahead < index + 4 && ((this.terms[ahead]?.roles ?? 0) & (Role.FILLER | Role.LABEL) || this.numbers.isSign(ahead, '#'))) ahead++;
    if (!this.numbers.isNumber(ahead) || this.named) this.telling = 'reason';
    return 1;
  }

  private label(index: number, term: Term): number {
    const before = this.last();
    if (before?.kind === 'item' && term.glued && !term.latin) {
      // The counter of `12番` marks the number it clings to.
      before.marked = true;
      return 1;
    }
    this.marked = true;
    // The dot of `no. 45` ends no sentence.
    return this.numbers.isSign(index + 1, '.') && term.text.length <= 4 ? 2 : 1;
  }

  private sizeMark(index: number, next: Term | undefined): number {
    const gap = next?.kind === 'sign' && ':=#'.includes(next.text) ? 1 : 0;
    const value = this.terms[index + 1 + gap];
    if (value?.kind === 'number') {
      const length = this.numbers.amount(index + 1 + gap);
      const last = this.terms[index + gap + length] as Term;
      const written = this.terms
        .slice(index + 1 + gap, index + 1 + gap + length)
        .map((term) => term.text)
        .join('');
      this.add({ kind: 'variant', what: 'size', value: written, written, marked: true }, index, 1 + gap + length);
      return last ? 1 + gap + length : 1;
    }
    if (value && value.roles & Role.SIZE) {
      this.add({ kind: 'variant', what: 'size', value: String(value.value), written: value.text, marked: true }, index, 2 + gap);
      return 2 + gap;
    }
    return 1;
  }

  private correctsAnItem(index: number): boolean {
    const before = this.last();
    return before?.kind === 'item' && this.numbers.isNumber(index + 1);
  }
}

/** A number as a small amount; anything huge stays out of every range. */
function smallNumber(digits: string): number {
  return digits.length > 4 ? 9999 : Number(digits);
}

export function toElements(terms: readonly Term[], text: string, knownKeys: ReadonlySet<string>, plus: boolean): { elements: Element[]; silent: number } {
  return new ElementReader(terms, text, knownKeys, plus).read();
}
