import { latinSkeleton } from './characters';
import type { ItemElement } from './element';
import { canonicalItemKey } from './item-key';
import { type ItemNames, itemNamesOf, plainForm } from './item-names';
import type { Term } from './reading';

const MAX_CODE_LETTERS = 4;
/** Digits mixed with an O, an I, or a lowercase L. */
const LETTERS_LIKE_DIGITS = /^(?=[^]*\d)(?=[^]*[OoIl])[\dOoIl]+$/;

/** Reads the items that the terms spell out, and checks whether the show has them. */
export class ItemReader {
  readonly names: ItemNames;

  constructor(
    protected readonly terms: readonly Term[],
    protected readonly text: string,
    protected readonly knownKeys: ReadonlySet<string>,
    protected readonly claimsWithPlus: boolean,
  ) {
    this.names = itemNamesOf(knownKeys);
  }

  termAt(index: number): Term | undefined {
    return this.terms[index];
  }

  isNumber(index: number): boolean {
    return this.terms[index]?.kind === 'number';
  }

  isSign(index: number, sign: string): boolean {
    const term = this.terms[index];
    return term?.kind === 'sign' && term.text === sign;
  }

  isGluedNumber(index: number): boolean {
    return this.isNumber(index) && this.terms[index]?.glued === true;
  }

  /** The item that the terms from `first` to `last` spell. */
  item(first: number, last: number, doubt: string | null = null): ItemElement | null {
    const from = this.terms[first];
    const to = this.terms[last];
    if (!from || !to) return null;
    const written = this.text.slice(from.start, to.end);
    let key = canonicalItemKey(written);
    if (key === null) return null;
    let known = this.knownKeys.has(key);
    if (!known && this.names.longest > 0) {
      key = this.names.byPlainForm.get(plainForm(key)) ?? key;
      known = this.knownKeys.has(key);
    }
    let unsure = doubt;
    if (!known && /[^\x20-\x7e]/.test(key)) {
      // A code typed with letters that only look Latin.
      const latin = latinSkeleton(key.toLowerCase()).toUpperCase();
      if (latin !== key) {
        key = latin;
        known = this.knownKeys.has(key);
        if (!known) unsure ??= 'lookalike-letters';
      }
    }
    if (!known && LETTERS_LIKE_DIGITS.test(written)) {
      // `1O`, `l2`: a letter typed for the digit it looks like.
      key = canonicalItemKey(written.replace(/o/gi, '0').replace(/[Il]/g, '1')) ?? key;
      known = this.knownKeys.has(key);
      unsure ??= 'letter-like-digit';
    }
    const number = /^\d+$/.test(key) ? Number(key) : null;
    return { kind: 'item', key, text: written, number, marked: false, label: '', known, doubt: unsure };
  }

  /** The item named in words: `twenty-seven`. */
  spokenItem(digits: string, first: number, last: number, doubt: string | null): ItemElement | null {
    const key = canonicalItemKey(digits);
    const from = this.terms[first];
    const to = this.terms[last];
    if (key === null || !from || !to) return null;
    const text = this.text.slice(from.start, to.end);
    return {
      kind: 'item',
      key,
      text,
      number: Number(key),
      marked: false,
      label: '',
      known: this.knownKeys.has(key),
      doubt,
    };
  }

  knows(first: number, last: number): boolean {
    return this.knownKeys.size > 0 && this.item(first, last)?.known === true;
  }

  isCodeLetters(term: Term | undefined, maxLetters = MAX_CODE_LETTERS): term is Term {
    return term?.kind === 'word' && term.latin && !term.text.includes(' ') && term.text.length <= maxLetters;
  }
}
