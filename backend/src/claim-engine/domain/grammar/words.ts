import type { IntentAct } from '@sellary/contracts';
import { retypedForms } from './keyboards';
import {
  accentsOf,
  LEXICON,
  newNode,
  nodeAt,
  phraseKey,
  squeeze,
  type Sense,
  type TrieNode,
} from './lexicon';
import { Role, Strength } from './roles';
import { tokenize } from './tokens';

export interface WordSettings {
  claimWords: readonly string[];
  passWords: readonly string[];
}

/** A claim or pass word as the shop configured it. */
export interface ShopWord {
  act: IntentAct;
  word: string;
  participle: boolean;
  letterQuantity: boolean;
  /**
   * Packs (as bits) of the word's languages, or 0 if no pack has it. English pass words belong to every
   * language that shares the shop's English claim words: Tagalog uses both `mine` and `pass`.
   */
  packs: number;
}

/** A show's words, ready for parsing. Compile them once per show, and again when its settings change. */
export interface CompiledWords {
  readonly words: TrieNode<ShopWord>;
  readonly characters: TrieNode<ShopWord>;
  /** Single words in spaced scripts, for typos and for words glued to a letter code. */
  readonly singles: ReadonlyMap<string, ShopWord>;
  /** Multi-part words with their parts, for typos. */
  readonly phrases: readonly (readonly [readonly string[], ShopWord])[];
  /** `singles` without repeated letters, for elongations (`sooold`). */
  readonly bySqueeze: ReadonlyMap<string, readonly [string, ShopWord][]>;
  /** Single words as typed on another keyboard. */
  readonly retyped: ReadonlyMap<string, ShopWord>;
  /** True if the shop configured `+`, so `A12+1` claims. */
  readonly plus: boolean;
  /** Packs (as bits) of the claim words. */
  readonly claimPacks: number;
  /** Packs (as bits) of all configured words. */
  readonly anyPacks: number;
  /** The same words limited to some languages, by those languages' packs (as bits). */
  readonly inPacks: Map<number, CompiledWords>;
}

export function compileWords(settings: WordSettings): CompiledWords {
  const words = newNode<ShopWord>();
  const characters = newNode<ShopWord>();
  const singles = new Map<string, ShopWord>();
  const phrases: [string[], ShopWord][] = [];
  const bySqueeze = new Map<string, [string, ShopWord][]>();
  const retyped = new Map<string, ShopWord>();
  let plus = false;
  let claimPacks = 0;
  let passPacks = 0;
  const englishPassWords: ShopWord[] = [];
  let englishClaimPacks = 0;

  const add = (configured: string, act: IntentAct): void => {
    const tokens = tokenize(configured.slice(0, 200));
    const first = tokens[0];
    // Shops that claim with `+` may configure it as `+1`.
    const onlyNumbersFollow = tokens.slice(1).every((token) => token.kind === 'number');
    if (first?.text === '+' && onlyNumbersFollow && act === 'claim') {
      plus = true;
      claimPacks |= LEXICON.packsByClaim.get('+') ?? 0;
      return;
    }
    // A word with only digits or signs looks like an item number or punctuation.
    if (!first || !tokens.some((token) => token.kind === 'word')) return;
    const key = phraseKey(configured.slice(0, 200));
    const packs = act === 'claim' ? (LEXICON.packsByClaim.get(key) ?? 0) : packsOfPassWord(key);
    if (act === 'claim') claimPacks |= packs;
    else passPacks |= packs;
    const unspaced = tokens.length === 1 && first.script === 'unspaced';
    const node = unspaced
      ? nodeAt(characters, first.text)
      : nodeAt(
          words,
          tokens.map((token) => token.text),
        );
    // Pass words are added first and take precedence, because a wrong claim is worse than a wrong pass.
    if (node.leaf) return;
    const shopWord: ShopWord = {
      act,
      word: configured.trim(),
      participle: LEXICON.participles.has(key),
      letterQuantity: LEXICON.letterQuantity.has(key),
      packs,
    };
    node.leaf = shopWord;
    if (act === 'pass' && packs === ENGLISH) englishPassWords.push(shopWord);
    if (act === 'claim' && packs & ENGLISH) englishClaimPacks |= packs;
    if (tokens.length > 1) {
      phrases.push([tokens.map((token) => token.text), shopWord]);
      return;
    }
    for (const form of retypedForms(first.text)) if (!retyped.has(form)) retyped.set(form, shopWord);
    if (unspaced) return;
    singles.set(first.text, shopWord);
    const squeezed = squeeze(first.text);
    const sameForm = bySqueeze.get(squeezed);
    if (sameForm) sameForm.push([first.text, shopWord]);
    else bySqueeze.set(squeezed, [[first.text, shopWord]]);
  };

  /** Adds "claiming" and "claimed" for a shop whose word is "claim", if English uses them as claim words. */
  const addInflected = (configured: string): void => {
    const key = phraseKey(configured.slice(0, 200));
    if (!((LEXICON.packsByClaim.get(key) ?? 0) & ENGLISH)) return;
    for (const form of [`${key}ing`, `${key}ed`, `${key.replace(/e$/, '')}ing`, `${key}d`]) {
      if ((LEXICON.packsByClaim.get(form) ?? 0) & ENGLISH) add(form, 'claim');
    }
  };

  for (const word of settings.passWords) add(word, 'pass');
  for (const word of settings.claimWords) add(word, 'claim');
  for (const word of settings.claimWords) addInflected(word);
  for (const word of englishPassWords) word.packs = englishClaimPacks;
  return Object.freeze({
    words,
    characters,
    singles,
    phrases,
    bySqueeze,
    retyped,
    plus,
    claimPacks,
    anyPacks: claimPacks | passPacks,
    inPacks: new Map(),
  });
}

/**
 * Limits a shop's languages to English and the comment's languages (packs as bits), because small words in
 * other languages would change the comment's meaning: `sold on 12` in a shop with French words.
 */
export function inPacks(words: CompiledWords, packs: number): CompiledWords {
  const anyPacks = packs | (words.anyPacks & ENGLISH);
  if (packs === 0 || (packs === words.claimPacks && anyPacks === words.anyPacks)) return words;
  let narrowed = words.inPacks.get(packs);
  if (narrowed === undefined) {
    narrowed = Object.freeze({ ...words, claimPacks: packs & words.claimPacks, anyPacks });
    words.inPacks.set(packs, narrowed);
  }
  return narrowed;
}

/**
 * A pass word's languages. English pass words are used in many languages, and only a claim word shows which
 * of those the shop speaks.
 */
function packsOfPassWord(key: string): number {
  const packs = LEXICON.packsByPassOrWait.get(key) ?? 0;
  return packs & ENGLISH ? ENGLISH : packs;
}

/** Meaning of a word in this show. */
export interface Meaning {
  roles: number;
  act: IntentAct | null;
  strength: Strength;
  noLonger: boolean;
  value: string | undefined;
  numeral: boolean;
  exchange: boolean;
  packs: number;
  /** The meaning comes from a language the shop uses. */
  isShopLanguage: boolean;
}

/**
 * The English pack (as a bit). English is recognized in every show: its "no" and its size letters apply even
 * if another language has the same word.
 */
export const ENGLISH = 1;
const SIZE_LETTERS = /^x*[sml]$/;

/**
 * The same letters may be a word in several languages. The languages of the shop's claim words take
 * precedence, then the languages of its pass words, then all others together. In each language, a spelling
 * with accents takes precedence over one without: Spanish `el` is not `él`, while `porque` may stand for
 * `porqué`.
 */
export function meaningOf(
  senses: readonly Sense[],
  exact: string,
  folded: string,
  words: CompiledWords,
): Meaning {
  const accented = exact !== folded && senses.some((sense) => sense.exact === exact);
  let accents: string | null = null;
  const spelled = (sense: Sense): boolean => {
    if (sense.exact === exact) return true;
    if (sense.accents !== null && exact !== folded) return sense.accents === (accents ??= accentsOf(exact));
    return !accented && !senses.some((other) => other.pack === sense.pack && other.exact === exact);
  };
  let best = 0;
  for (const sense of senses) {
    if (!spelled(sense)) continue;
    const rank = rankOf(sense, words);
    if (rank > best) best = rank;
  }
  const meaning: Meaning = {
    roles: 0,
    act: null,
    strength: Strength.NONE,
    noLonger: false,
    value: undefined,
    numeral: false,
    exchange: false,
    packs: 0,
    isShopLanguage: best > 1,
  };
  for (const sense of senses) {
    if (!spelled(sense)) continue;
    if (1 << sense.pack === ENGLISH) {
      meaning.roles |= sense.roles & Role.NOT;
      if (sense.roles & Role.SIZE && SIZE_LETTERS.test(sense.exact)) {
        meaning.roles |= Role.SIZE;
        meaning.value ??= sense.value;
      }
    }
    if (rankOf(sense, words) !== best) continue;
    meaning.roles |= sense.roles;
    meaning.packs |= 1 << sense.pack;
    meaning.value ??= sense.value;
    meaning.numeral ||= sense.numeral;
    if (sense.trust === 'change') {
      meaning.exchange = true;
      continue;
    }
    const strength = strengthOf(sense, words);
    if (sense.act === null || strength <= meaning.strength) continue;
    meaning.act = sense.act;
    meaning.strength = strength;
    meaning.noLonger = sense.noLonger;
  }
  // A single letter is a word only in its own language; elsewhere it is part of a code. Sizes and `x` apply
  // in all languages.
  if (best < 2 && /^[a-z]$/.test(folded)) {
    // `100g` means grams in languages that do not use G for a size.
    meaning.roles &= SIZE_LETTERS.test(folded)
      ? Role.SIZE
      : meaning.roles & Role.SIZE
        ? Role.MEASURE
        : Role.TIMES;
    meaning.act = null;
    meaning.strength = Strength.NONE;
  }
  return meaning;
}

function rankOf(sense: Sense, words: CompiledWords): number {
  const bit = 1 << sense.pack;
  if (words.claimPacks & bit) return 3;
  return words.anyPacks & bit ? 2 : 1;
}

function strengthOf(sense: Sense, words: CompiledWords): Strength {
  const bit = 1 << sense.pack;
  const trusted = (sense.act === 'claim' ? words.claimPacks : words.anyPacks) & bit;
  if (sense.trust === 'tier') return trusted ? Strength.TIER : Strength.NONE;
  return sense.trust === 'plain' && trusted ? Strength.PACK : Strength.WEAK;
}
