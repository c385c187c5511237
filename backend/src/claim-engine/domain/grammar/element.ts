import type { IntentAct, Span } from '@sellary/contracts';
import type { Strength } from './roles';

/** A part of a comment that matters; words that change nothing are left out. */
export type Element = Span & { clause: number } & (
    | ActElement
    | ItemElement
    | QuantityElement
    | VariantElement
    | PlusElement
    | SuspectElement
    | {
        kind:
          | 'join'
          | 'plus-sign'
          | 'newline'
          | 'clause'
          | 'price'
          | 'phone'
          | 'mail'
          | 'measure'
          | 'unknown'
          | 'open'
          | 'close';
      }
    | FlagElement
  );

export interface ActElement {
  kind: 'act';
  act: IntentAct;
  strength: Strength;
  word: string;
  noLonger: boolean;
  participle: boolean;
  letterQuantity: boolean;
  /** True for a shop word, or for a word in a language that the shop's words use. */
  isShopLanguage: boolean;
}

export interface ItemElement {
  kind: 'item';
  key: string;
  text: string;
  /** The value of a plain number; null for a code with letters. */
  number: number | null;
  /** Marked as an item: `#12`, `item 12`. */
  marked: boolean;
  /** The word or sign before the number that marks it as an item, or empty if there is none. */
  label: string;
  known: boolean;
  /** Reason to doubt that the viewer means this item. */
  doubt: string | null;
}

interface QuantityElement {
  kind: 'quantity';
  quantity: number;
  doubt: string | null;
}

export interface VariantElement {
  kind: 'variant';
  what: 'size' | 'color';
  /** The variant in shop terms: `L`, `black`. */
  value: string;
  written: string;
  /** True if the viewer named the kind of variant, size or color: `size L`, `สีดำ`. */
  marked: boolean;
  /** True if one unit has this variant: "one blue one yellow". */
  each: boolean;
  /**
   * Number of items that the variant applies to (`both in S`): 0 for all items, or null for only the previous
   * item.
   */
  shared: number | null;
}

/** `+2`, or `-2` (`minus`), in a show whose viewers claim with `+`. */
export interface PlusElement {
  kind: 'plus';
  quantity: number;
  minus: boolean;
}

/** Numbers that are something else, or may be: a range, a price, a time. */
interface SuspectElement {
  kind: 'suspect';
  reason: string;
  items: readonly ItemElement[];
}

export interface FlagElement {
  kind: 'flag';
  flag: Flag;
  /** True if a word, not only a sign, expresses the flag. */
  spoken: boolean;
}

export type Flag =
  | 'question'
  | 'asking'
  | 'not'
  | 'anymore'
  | 'story'
  | 'recipient'
  | 'subject'
  | 'my'
  | 'doubt'
  | 'condition'
  | 'joke'
  | 'correction'
  | 'star'
  | 'all'
  | 'or'
  | 'range'
  | 'exchange';
