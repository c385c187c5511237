import type { IntentAct } from '@sellary/contracts';
import { isFoldableMark } from './characters';
import { entriesOf, type LanguagePack, valuesOf } from './language-pack';
import { ACT_LISTS, ROLE_LISTS, SET_LISTS, type Talk, TALK_LISTS, VALUE_LISTS } from './lexicon-lists';
import { PACKS } from './packs';
import { Role } from './roles';
import { spelledOut } from './spelled-out';
import { tokenize } from './tokens';

/** One pack's entry for a word or phrase. `pack` is the index in `PACKS`. */
export interface Sense {
  pack: number;
  exact: string;
  roles: number;
  act: IntentAct | null;
  trust: 'plain' | 'weak' | 'tier' | 'change';
  noLonger: boolean;
  value: string | undefined;
  /**
   * True for a word that can be part of a spoken number (`twenty`), but not for an amount such as `dozen`.
   */
  numeral: boolean;
  /** The word's accents if different accents make a different word, or null. */
  accents: string | null;
}

/** A node in a phrase trie. Scripts with spaces branch by word, others by character. */
export interface TrieNode<Leaf> {
  next: Map<string, TrieNode<Leaf>>;
  leaf: Leaf | null;
}

export function newNode<Leaf>(): TrieNode<Leaf> {
  return { next: new Map(), leaf: null };
}

export function nodeAt<Leaf>(from: TrieNode<Leaf>, keys: Iterable<string>): TrieNode<Leaf> {
  let node = from;
  for (const key of keys) {
    let next = node.next.get(key);
    if (!next) {
      next = newNode<Leaf>();
      node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

/** Returns a word's accents regardless of their position: `huỷ` and `hủy` have the same accents. */
export function accentsOf(word: string): string {
  const characters = [...word.normalize('NFD')];
  return characters
    .filter((character) => isFoldableMark(character.codePointAt(0) ?? 0))
    .sort()
    .join('');
}

/** Collapses runs of the same letter: `sooold` → `sold`. */
export function squeeze(word: string): string {
  let squeezed = '';
  for (let index = 0; index < word.length; index++) {
    if (index === 0 || word[index] !== word[index - 1]) squeezed += word.charAt(index);
  }
  return squeezed;
}

export interface Lexicon {
  /** Phrases in the talk around a claim, keyed by word. */
  talk: TrieNode<{ pack: number; kind: Talk }[]>;
  /** Phrases in scripts with spaces, keyed by word. */
  words: TrieNode<Sense[]>;
  /** Words in scripts without spaces, keyed by character. */
  characters: TrieNode<Sense[]>;
  /** Single words by their squeezed form, for `pleaseee`. */
  squeezed: Map<string, Sense[]>;
  /** The packs (as bits) that contain a claim phrase, by `phraseKey`. */
  packsByClaim: Map<string, number>;
  /** The packs (as bits) that contain a pass or waitlist phrase, by `phraseKey`. */
  packsByPassOrWait: Map<string, number>;
  participles: Set<string>;
  letterQuantity: Set<string>;
  contrast: Set<string>;
  cancelWords: Set<string>;
  dates: Set<string>;
  eras: Set<string>;
  requests: Set<string>;
  streets: Set<string>;
  favors: Set<string>;
  pleas: Set<string>;
  shopNames: Set<string>;
  talkEnds: Set<string>;
  pointers: Set<string>;
  wishes: Set<string>;
  wishesAtEnd: Set<string>;
  lastVerbs: Set<string>;
  separables: Set<string>;
  particles: Set<string>;
  grades: Set<string>;
  tags: Set<string>;
  vocatives: Set<string>;
  things: Set<string>;
  articles: Set<string>;
  units: Set<string>;
  ages: Set<string>;
  releases: Set<string>;
  vague: Set<string>;
  oneEach: Set<string>;
  /** The number of items that share the option after the word; 0 for any number. */
  shared: Map<string, number>;
  colorNouns: string[];
  /** The packs (as bits) of languages that capitalize every noun. */
  capitalNouns: number;
}

/** Returns a phrase's key in `packsByClaim` and `packsByPassOrWait`: its tokens joined with spaces. */
export function phraseKey(phrase: string): string {
  return tokenize(phrase)
    .map((token) => token.text)
    .join(' ');
}

function keysOf<T extends object>(lists: T): (keyof T)[] {
  return Object.keys(lists) as (keyof T)[];
}

const isSpaced = (phrase: string): boolean => tokenize(phrase)[0]?.script !== 'unspaced';

function buildLexicon(packs: readonly LanguagePack[]): Lexicon {
  const lexicon: Lexicon = {
    talk: newNode(),
    words: newNode(),
    characters: newNode(),
    squeezed: new Map(),
    packsByClaim: new Map(),
    packsByPassOrWait: new Map(),
    participles: new Set(),
    letterQuantity: new Set(),
    contrast: new Set(),
    cancelWords: new Set(),
    dates: new Set(),
    eras: new Set(),
    requests: new Set(),
    streets: new Set(),
    favors: new Set(),
    pleas: new Set(),
    shopNames: new Set(),
    talkEnds: new Set(),
    pointers: new Set(),
    wishes: new Set(),
    wishesAtEnd: new Set(),
    lastVerbs: new Set(),
    separables: new Set(),
    particles: new Set(),
    grades: new Set(),
    tags: new Set(),
    vocatives: new Set(),
    things: new Set(),
    articles: new Set(),
    units: new Set(),
    ages: new Set(),
    releases: new Set(),
    vague: new Set(),
    oneEach: new Set(),
    shared: new Map(),
    colorNouns: [],
    capitalNouns: 0,
  };

  const add = (pack: number, phrase: string, sense: Partial<Sense>): void => {
    const tokens = tokenize(phrase);
    const first = tokens[0];
    if (!first) return;
    const exact = tokens.map((token) => token.exact).join(' ');
    const accents = packs[pack]?.accentsMatter === true ? accentsOf(exact) : null;
    const unspaced = tokens.length === 1 && first.script === 'unspaced';
    const node = unspaced
      ? nodeAt(lexicon.characters, first.text)
      : nodeAt(
          lexicon.words,
          tokens.map((token) => token.text),
        );
    node.leaf ??= [];
    const known = node.leaf.find((other) => other.pack === pack && other.exact === exact);
    const target = known ?? {
      pack,
      exact,
      roles: 0,
      act: null,
      trust: 'plain',
      noLonger: false,
      value: undefined,
      numeral: false,
      accents,
    };
    target.roles |= sense.roles ?? 0;
    target.act ??= sense.act ?? null;
    target.trust = sense.trust ?? target.trust;
    target.noLonger ||= sense.noLonger ?? false;
    target.value ??= sense.value;
    target.numeral ||= sense.numeral ?? false;
    if (known) return;
    node.leaf.push(target);
    if (unspaced || tokens.length > 1) return;
    const squeezed = squeeze(first.text);
    const sameForm = lexicon.squeezed.get(squeezed);
    if (sameForm) sameForm.push(target);
    else lexicon.squeezed.set(squeezed, [target]);
  };

  /** Adds "warna hijau": a pack's word for color before one of its own colors or an English color. */
  const addWithColorNoun = (colorPack: number, phrase: string, value: string): void => {
    packs.forEach(({ code, colorNouns }, pack) => {
      if (code !== packs[colorPack]?.code && packs[colorPack]?.code !== 'en') return;
      for (const noun of entriesOf(colorNouns).filter(isSpaced)) {
        add(pack, `${noun} ${phrase}`, { roles: Role.COLOR, value });
      }
    });
  };

  const setLists = keysOf(SET_LISTS).map((list) => [list, SET_LISTS[list]] as const);
  packs.forEach((pack, index) => {
    for (const list of keysOf(ACT_LISTS)) {
      const [act, trust, noLonger] = ACT_LISTS[list];
      const packsByPhrase = act === 'claim' ? lexicon.packsByClaim : lexicon.packsByPassOrWait;
      for (const phrase of entriesOf(pack[list])) {
        add(index, phrase, { act, trust, noLonger });
        const key = phraseKey(phrase);
        if (trust === 'change') continue;
        packsByPhrase.set(key, (packsByPhrase.get(key) ?? 0) | (1 << index));
      }
    }
    for (const list of keysOf(ROLE_LISTS)) {
      for (const phrase of entriesOf(pack[list]).flatMap((entry) => spelledOut(entry, pack.code))) {
        add(index, phrase, { roles: ROLE_LISTS[list] });
      }
    }
    for (const list of keysOf(VALUE_LISTS)) {
      for (const [phrase, value] of valuesOf(pack[list])) {
        add(index, phrase, {
          roles: VALUE_LISTS[list],
          value,
          numeral: list === 'numerals' || (list === 'counts' && /^[1-9]$|^10$/.test(value)),
        });
        if (list === 'colors') addWithColorNoun(index, phrase, value);
      }
    }
    for (const kind of keysOf(TALK_LISTS)) {
      for (const phrase of entriesOf(pack[kind]).flatMap((entry) => spelledOut(entry, pack.code))) {
        const node = nodeAt(
          lexicon.talk,
          tokenize(phrase).map(({ text }) => text),
        );
        node.leaf ??= [];
        node.leaf.push({ pack: index, kind });
        if (tokenize(phrase)[0]?.script === 'unspaced') add(index, phrase, {});
      }
    }
    if (pack.capitalNouns) lexicon.capitalNouns |= 1 << index;
    for (const [list, set] of setLists) {
      for (const phrase of entriesOf(pack[list])) {
        lexicon[set].add(phraseKey(phrase));
        // Unless a claim follows, a phrase like "así que" is a doubt.
        if (list === 'talkEnd' && phrase.includes(' ')) add(index, phrase, { roles: Role.DOUBT });
        const isHarmless =
          list === 'vocative' || list === 'thing' || (list === 'grade' && phrase.includes(' '));
        if (isHarmless) add(index, phrase, { roles: Role.HARMLESS });
      }
    }
    for (const [phrase, items] of valuesOf(pack.shared)) {
      lexicon.shared.set(phraseKey(phrase), items === '*' ? 0 : Number(items));
      add(index, phrase, {});
    }
    for (const phrase of entriesOf(pack.colorNouns)) lexicon.colorNouns.push(phraseKey(phrase));
  });
  return lexicon;
}

export const LEXICON: Lexicon = buildLexicon(PACKS);
