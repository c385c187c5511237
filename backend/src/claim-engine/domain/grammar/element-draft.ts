import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import type { Element, Flag, ItemElement } from './element';
import { MAX_QUANTITY, NumberReader, type NumberReading } from './numbers';
import type { Term } from './reading';
import { Role } from './roles';
import { type CompiledWords, ENGLISH } from './words';

/** An element without its place in the comment. */
type ElementBody = Element extends infer E
  ? E extends Element
    ? Omit<E, 'start' | 'end' | 'clause'>
    : never
  : never;

/** Numbers of this length or longer are postal codes if the item named before them is shorter. */
const POSTAL_CODE_DIGITS = 5;

/** Context that makes the following words a statement rather than a claim. */
type RemarkContext = 'nothing' | 'reason' | 'address';

/** The elements read so far, and what they mean for the next words. */
export class ElementDraft {
  readonly elements: Element[] = [];
  readonly numbers: NumberReader;
  /** Number of `*` in the comment: a single one, at its start or after an item, marks a correction. */
  readonly stars: number;
  clause = 0;
  remarkContext: RemarkContext = 'nothing';
  /**
   * True if the reason continues with a statement about a person (`for my sister, she …`), so unlisted words
   * matter again.
   */
  reasonContinues = false;
  /** True if the next number has been announced (`item 12`, `#12`). */
  marked = false;
  /** The word or sign that announced the next number. */
  label = '';
  /** True if an item has been named. */
  hasItem = false;
  /** Viewers of the show claim with `+`. */
  readonly claimsWithPlus: boolean;
  /** Some claim words of the shop are not English. */
  readonly hasOtherLanguage: boolean;
  /** No claim word of the shop is English. */
  readonly hasOnlyOtherLanguages: boolean;
  /** The viewer asks for one item instead of another: "swap". */
  exchanged = false;
  /** True if a claim, pass, or waitlist word has been read. */
  hasActWord = false;
  /**
   * Number of items that the next variants apply to (`both in S`): 0 for all items, or null for only the
   * previous item.
   */
  shared: number | null = null;
  /** Number of words that changed nothing. */
  ignoredWords = 0;

  constructor(
    readonly terms: readonly Term[],
    readonly text: string,
    knownKeys: ReadonlySet<string>,
    private readonly words: Pick<CompiledWords, 'plus' | 'claimPacks'>,
  ) {
    this.claimsWithPlus = words.plus;
    this.hasOtherLanguage = (words.claimPacks & ~ENGLISH) !== 0;
    this.hasOnlyOtherLanguages = this.hasOtherLanguage && (words.claimPacks & ENGLISH) === 0;
    this.numbers = new NumberReader(terms, text, knownKeys, words.plus);
    this.stars = terms.reduce((stars, term) => stars + (term.text === '*' ? 1 : 0), 0);
  }

  termAt(index: number): Term | undefined {
    return this.terms[index];
  }

  hasRole(index: number, roles: number): boolean {
    return ((this.terms[index]?.roles ?? 0) & roles) !== 0;
  }

  get last(): Element | undefined {
    return this.elements[this.elements.length - 1];
  }

  /** True if the comment has a word from a shop language other than English. */
  get hasOtherLanguageWord(): boolean {
    return this.terms.some(
      (term) => (term.packs & this.words.claimPacks) !== 0 && (term.packs & ENGLISH) === 0,
    );
  }

  /** The last element is an item or one of its variants. */
  get afterItem(): boolean {
    return this.last?.kind === 'item' || this.last?.kind === 'variant';
  }

  add(body: ElementBody, first: number, length = 1): number {
    const element = body as Element;
    element.start = this.terms[first]?.start ?? 0;
    element.end = this.terms[first + length - 1]?.end ?? element.start;
    element.clause = this.clause;
    if (element.kind !== 'variant') this.shared = null;
    this.elements.push(element);
    return length;
  }

  /**
   * True if a claim, pass, or waitlist word and an item have been read, so what follows may be a remark about
   * them.
   */
  get complete(): boolean {
    return this.hasItem && this.hasActWord;
  }

  /** A claim is complete, and no pass or waitlist word has been read. */
  get claimed(): boolean {
    return (
      this.complete && this.elements.every((element) => element.kind !== 'act' || element.act === 'claim')
    );
  }

  /** A pass is complete, and no claim or waitlist word has been read. */
  get passed(): boolean {
    return (
      this.complete && this.elements.every((element) => element.kind !== 'act' || element.act === 'pass')
    );
  }

  /**
   * True if a claim, pass, or waitlist word came before the item, so what follows is not a report, unlike in
   * `12 sold since …`.
   */
  get startsWithActWord(): boolean {
    const first = this.elements.find(({ kind }) => kind === 'act' || kind === 'item');
    return this.complete && first?.kind === 'act';
  }

  /** True if a claim is complete and no part of it is in this clause. */
  get isAfterClaim(): boolean {
    return (
      this.complete &&
      !this.elements.some(({ kind, clause }) => clause === this.clause && (kind === 'act' || kind === 'item'))
    );
  }

  /** A term's characters, as the viewer wrote them. */
  writtenAt({ start, end }: Term): string {
    return this.text.slice(start, end);
  }

  /** An unlisted word that is capitalized: `Brenda`, `München`. */
  isName(index: number): boolean {
    return this.isUnlisted(index, /^\p{Lu}\p{Ll}{2,}$/u);
  }

  /** A capitalized word that may be a name after a greeting, whatever it means in another language: `Kim`, `Rosa`. */
  isGreetedName(index: number): boolean {
    const term = this.terms[index];
    if (term?.kind !== 'word' || term.act || !term.latin) return false;
    const meansNothing = term.roles === 0 || !term.isShopLanguage || (term.roles & ~Role.COLOR) === 0;
    return meansNothing && /^\p{Lu}\p{Ll}{2,}$/u.test(this.writtenAt(term));
  }

  /** A state in an address: `TX`. */
  isStateCode(index: number): boolean {
    return this.isUnlisted(index, /^[A-Z]{2}$/);
  }

  private isUnlisted(index: number, form: RegExp): boolean {
    const term = this.terms[index];
    return (
      term?.kind === 'word' && term.roles === 0 && !term.act && term.latin && form.test(this.writtenAt(term))
    );
  }

  skip(length = 1): number {
    this.ignoredWords++;
    return length;
  }

  flag(flag: Flag, index: number, spoken = true): number {
    if (flag === 'exchange') this.exchanged = true;
    return this.add({ kind: 'flag', flag, spoken }, index);
  }

  addNewline(index: number): number {
    this.clause++;
    this.reasonContinues = false;
    this.remarkContext = 'nothing';
    return this.add({ kind: 'newline' }, index);
  }

  endClause(index: number): number {
    this.clause++;
    this.reasonContinues = false;
    if (this.remarkContext === 'reason') this.remarkContext = 'nothing';
    return this.add({ kind: 'clause' }, index);
  }

  addComma(index: number): number {
    this.add({ kind: 'join' }, index);
    this.clause++;
    return 1;
  }

  addQuantity(quantity: number, index: number, length: number, doubt: string | null = null): number {
    const possible = quantity >= 1 && quantity <= MAX_UNITS_PER_ITEM;
    const certain = possible && quantity <= MAX_QUANTITY;
    return this.add(
      {
        kind: 'quantity',
        quantity: possible ? quantity : 1,
        doubt: certain ? doubt : 'quantity-out-of-range',
      },
      index,
      length,
    );
  }

  addItem(item: ItemElement, index: number, length: number): number {
    item.marked = this.marked;
    item.label = this.label;
    this.add(item, index, length);
    this.hasItem = true;
    this.marked = false;
    return length;
  }

  addVariant(term: Term, index: number, marked: boolean, what: 'size' | 'color' = 'size'): number {
    return this.add(
      {
        kind: 'variant',
        what,
        value: term.value ?? term.text,
        written: term.text,
        marked,
        each: this.isEach(index),
        shared: this.shared,
      },
      index,
    );
  }

  /** "one blue one yellow", but not "the blue one" or "the one in blue". */
  private isEach(index: number): boolean {
    // "one in navy one in black"
    const followsPreposition = this.hasRole(index - 1, Role.PREPOSITION);
    if (followsPreposition && this.elements.filter(({ kind }) => kind === 'item').length > 1) return false;
    const at = followsPreposition ? index - 2 : index - 1;
    const one = this.terms[at];
    if (one?.value !== '1' || !(one.roles & Role.COUNT) || !this.claimed) return false;
    const opener = this.terms[at - 1];
    return opener?.kind !== 'word' || (opener.roles & (Role.DETERMINER | Role.MY | Role.PREPOSITION)) === 0;
  }

  addReading(index: number, reading: NumberReading): number {
    const next = this.terms[index + reading.length];
    // `A1B2`: more digits follow the code.
    if (reading.item && next?.kind === 'number' && next.glued) reading.item.doubt ??= 'glued-code';
    if (reading.item && this.isPostalCode(reading.item)) {
      // "80331 München"
      if (this.complete && this.isName(index + reading.length)) return this.skip(reading.length + 1);
      return this.add({ kind: 'suspect', reason: 'postcode', items: [] }, index, reading.length);
    }
    if (reading.item) this.addItem(reading.item, index, reading.length - (reading.size ? 1 : 0));
    if (reading.suspect?.reason === 'comma-list') {
      reading.suspect.items.forEach((item, place) => {
        this.add({ kind: 'join' }, index);
        this.addItem(item, index + 2 * place, 1);
      });
    } else if (reading.suspect) {
      this.add({ kind: 'suspect', ...reading.suspect }, index, reading.length);
    }
    if (reading.other === 'percent') {
      // "I'm 100% sold on this host": neither a price nor an item. After a claim, it changes nothing.
      this.add({ kind: this.complete ? 'price' : 'measure' }, index, reading.length);
    } else if (reading.other) this.add({ kind: reading.other }, index, reading.length);
    // A phone number is part of a name and address.
    if (reading.other === 'phone' && this.hasItem) this.remarkContext = 'address';
    if (reading.size) this.addVariant(reading.size, index + reading.length - 1, false);
    return reading.length;
  }

  /** A long number after a short item: `sold 12 60614`. */
  private isPostalCode(item: ItemElement): boolean {
    const before = this.elements.find((element) => element.kind === 'item');
    if (before?.kind !== 'item' || this.marked || item.known || item.number === null) return false;
    return item.text.length >= POSTAL_CODE_DIGITS && before.text.length < POSTAL_CODE_DIGITS;
  }

  /** `$25`, `rp 25`: reads the whole amount. */
  addPrice(index: number): number {
    const amount = this.numbers.amountLength(index + 1);
    if (amount === 0) return 1;
    const suffix = this.terms[index + 1 + amount];
    const coded = amount === 1 ? this.numbers.knownWithLetter(index + 1, 'price') : null;
    if (coded) return 1 + this.addReading(index + 1, coded);
    const length = 1 + amount + (suffix?.glued && suffix.roles & Role.CURRENCY ? 1 : 0);
    return this.add({ kind: 'price' }, index, length);
  }
}

/**
 * The value of a number that may be a small amount. A missing number, or one with more than 4 digits, becomes
 * 9999, which is outside every range.
 */
export function smallNumber(digits: string | undefined): number {
  return digits === undefined || digits.length > 4 ? 9999 : Number(digits);
}
