import type { IntentAct } from '@sellary/contracts';
import { LEXICON, type Sense } from './lexicon';
import { Role, Strength } from './roles';
import type { Token } from './tokens';
import { type CompiledWords, meaningOf, type ShopWord } from './words';

/** A number, a sign, or a word or phrase with its meaning. */
export interface Term {
  kind: Token['kind'];
  text: string;
  start: number;
  end: number;
  glued: boolean;
  latin: boolean;
  roles: number;
  act: IntentAct | null;
  strength: Strength;
  /** The word that claims or passes, as configured, or as its language pack spells it. */
  word: string | null;
  /** Gives up a claim: `no longer`, `ya no`. */
  noLonger: boolean;
  participle: boolean;
  /** A letter and a number after this word are an item and a quantity: `shop c 2`. */
  letterQuantity: boolean;
  /** Contains the word for color: `สีดำ`, `màu đỏ`. */
  namesColor: boolean;
  /** For a number word, its digits. For a size or color word, the option that it stands for. */
  value: string | undefined;
  /** A number word: it may be one of several that spell a number. */
  numeral: boolean;
  /** Asks for an exchange: `swap`, `change to`. */
  exchange: boolean;
  /** True for a shop word, or for a word in a language that the shop's words use. */
  isShopLanguage: boolean;
  /** The language packs (as bits) that define this word, or 0 for a shop word. */
  packs: number;
  /** The language packs (as bits) to which a shop word belongs, or 0 for any other word. */
  shopPacks: number;
}

export function plainTerm(token: Token): Term {
  return {
    kind: token.kind,
    text: token.text,
    start: token.start,
    end: token.end,
    glued: token.glued,
    latin: token.script === 'latin' || token.script === 'lookalike',
    roles: 0,
    act: null,
    strength: Strength.NONE,
    word: null,
    noLonger: false,
    participle: false,
    letterQuantity: false,
    namesColor: false,
    value: undefined,
    numeral: false,
    exchange: false,
    isShopLanguage: false,
    packs: 0,
    shopPacks: 0,
  };
}

export function applyShopWord(term: Term, word: ShopWord): Term {
  term.act = word.act;
  term.shopPacks = word.packs;
  term.strength = Strength.SHOP;
  term.word = word.word;
  term.participle = word.participle;
  term.letterQuantity = word.letterQuantity;
  term.isShopLanguage = true;
  return term;
}

export function applySenses(term: Term, senses: readonly Sense[], exact: string, words: CompiledWords): Term {
  const meaning = meaningOf(senses, exact, term.text, words);
  term.roles = meaning.roles;
  term.value = meaning.value;
  term.numeral = meaning.numeral;
  term.exchange = meaning.exchange;
  term.isShopLanguage = meaning.isShopLanguage;
  term.packs = meaning.packs;
  term.namesColor =
    (meaning.roles & Role.COLOR) !== 0 && LEXICON.colorNouns.some((noun) => term.text.startsWith(noun));
  if (meaning.act) {
    term.act = meaning.act;
    term.strength = meaning.strength;
    term.noLonger = meaning.noLonger;
    term.word = term.text;
    term.participle = LEXICON.participles.has(term.text);
  }
  return term;
}
