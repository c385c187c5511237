import { LEXICON, squeeze, type Sense, type TrieNode } from './lexicon';
import { emailAddressLength } from './mail';
import { Role } from './roles';
import { applyShopWord, plainTerm, type Term, applySenses } from './term';
import { type Token, tokenize } from './tokens';
import { type CompiledWords, ENGLISH, type ShopWord } from './words';

export type { Term } from './term';

/** Maximum number of terms. A longer comment is prose, or an attack. */
export const MAX_TERMS = 600;

const MAX_WORD_LENGTH = 60;

/** Placeholder text for a term that is an email address. */
export const EMAIL = '@mail';

/** Returns a comment's terms, up to slightly more than `MAX_TERMS`. */
export function readTerms(text: string, words: CompiledWords): Term[] {
  const tokens = tokenize(text, MAX_TERMS);
  const mayContainEmail = text.includes('@');
  const terms: Term[] = [];
  for (let index = 0; index < tokens.length && terms.length <= MAX_TERMS;) {
    const token = tokens[index];
    if (!token) break;
    const mail = mayContainEmail ? emailAddressLength(tokens, index) : 0;
    if (mail > 0) {
      terms.push({ ...plainTerm(joined(tokens, index, mail)), kind: 'sign', text: EMAIL });
      index += mail;
    } else if (token.kind === 'word' && token.script === 'unspaced' && !words.words.next.has(token.text)) {
      splitUnspaced(token, words, terms);
      index++;
    } else {
      index += readSpaced(tokens, index, words, terms);
    }
  }
  return terms;
}

/** A phrase found in a trie, with its length in tokens or characters. */
interface Phrase<Leaf> {
  length: number;
  leaf: Leaf;
}

/** Finds the longest phrase at a position. Null if there is none. */
function lookUp<Leaf>(root: TrieNode<Leaf>, tokens: readonly Token[], index: number): Phrase<Leaf> | null {
  let node: TrieNode<Leaf> | undefined = root;
  let found: Phrase<Leaf> | null = null;
  for (let ahead = index; ahead < tokens.length; ahead++) {
    node = node.next.get(tokens[ahead]?.text ?? '');
    if (!node) break;
    if (node.leaf) found = { length: ahead - index + 1, leaf: node.leaf };
  }
  return found;
}

function joined(tokens: readonly Token[], index: number, length: number): Token {
  const first = tokens[index] as Token;
  if (length === 1) return first;
  const parts = tokens.slice(index, index + length);
  return {
    ...first,
    kind: 'word',
    text: parts.map((part) => part.text).join(' '),
    exact: parts.map((part) => part.exact).join(' '),
    end: (parts.at(-1) ?? first).end,
  };
}

function readSpaced(tokens: readonly Token[], index: number, words: CompiledWords, terms: Term[]): number {
  const token = tokens[index] as Token;
  const shop = lookUp(words.words, tokens, index);
  const phrase =
    token.kind === 'word' || tokens[index + 1]?.glued === true ? lookUp(LEXICON.words, tokens, index) : null;
  // A number begins a phrase only together with letters (`2XL`).
  const whole = phrase && (token.kind === 'word' || phrase.length > 1) ? phrase : null;
  const known = whole && terms.length > 0 ? splitOffTalkEnd(tokens, index, whole, words) : whole;
  // The longer phrase wins: `sold out` is not `sold`.
  if (shop && (!known || shop.length >= known.length)) {
    terms.push(applyShopWord(plainTerm(joined(tokens, index, shop.length)), shop.leaf));
    return shop.length;
  }
  if (known) {
    const phraseToken = joined(tokens, index, known.length);
    const shopWord = shopPassAtStart(shop, known) ?? shopWordAtEnd(tokens, index, known, words);
    if (shopWord) {
      terms.push(applyShopWord(plainTerm(phraseToken), shopWord));
      return known.length;
    }
    terms.push(applySenses(plainTerm(phraseToken), known.leaf, phraseToken.exact, words));
    return known.length;
  }
  if (token.kind === 'word') terms.push(...readUnknown(token, tokens[index + 1], words));
  else terms.push(plainTerm(token));
  return 1;
}

/** "pass po sa 36" in an English shop: a phrase for passing that begins with the shop's own word for it. */
function shopPassAtStart(shop: Phrase<ShopWord> | null, { leaf }: Phrase<Sense[]>): ShopWord | null {
  const passes = leaf.every(({ act, roles, trust }) => act === 'pass' && roles === 0 && trust === 'plain');
  if (!passes || shop?.leaf.act !== 'pass') return null;
  // The phrase identifies the comment's language.
  return { ...shop.leaf, packs: leaf.reduce((packs, { pack }) => packs | (1 << pack), 0) };
}

/** "I'll grab 12" in a shop with the claim word "grab": a claim phrase that ends with the shop's word. */
function shopWordAtEnd(
  tokens: readonly Token[],
  index: number,
  { length, leaf }: Phrase<Sense[]>,
  words: CompiledWords,
): ShopWord | null {
  const isClaim = leaf.every(
    ({ act, roles, exact, pack }) =>
      act === 'claim' && roles === 0 && 1 << pack === ENGLISH && !LEXICON.requests.has(exact),
  );
  const last = tokens[index + length - 1]?.text ?? '';
  if (length === 1 || !isClaim || LEXICON.participles.has(last)) return null;
  const word = words.singles.get(last);
  return word?.act === 'claim' ? word : null;
}

/** After talk, the "so" in "so sold" is a separate word: "my boss paid me so sold 12". */
function splitOffTalkEnd(
  tokens: readonly Token[],
  index: number,
  phrase: Phrase<Sense[]>,
  words: CompiledWords,
): Phrase<Sense[]> {
  const opener = tokens[index]?.text ?? '';
  if (phrase.length === 1 || !LEXICON.talkEnds.has(opener)) return phrase;
  const claim = lookUp(words.words, tokens, index + 1);
  const leaf = LEXICON.words.next.get(opener)?.leaf;
  const ends = claim?.leaf.act === 'claim' && claim.length + 1 === phrase.length;
  return ends && leaf ? { length: 1, leaf } : phrase;
}

function readUnknown(token: Token, next: Token | undefined, words: CompiledWords): Term[] {
  const elongated = elongationOf(token.text, words) ?? repeatedWord(token.text, words);
  if (elongated) return [applyShopWord(plainTerm(token), elongated)];
  if (next?.kind === 'number' && next.glued) {
    const split = splitCodePrefix(token, words);
    if (split) return split;
  }
  // "dunnn" can be a drawn-out word in any language, but "dunn", with a double letter, only in the comment's
  // languages.
  const isStretched = /(.)\1\1/.test(token.text);
  // A drawn-out claim or pass word keeps all its letters: `keeep` does, and the typo `kepp` does not. "miii"
  // is not the unit "mi" (miles).
  const senses = (isDrawnOut(token.text) ? (LEXICON.squeezed.get(squeeze(token.text)) ?? []) : []).filter(
    ({ act, exact, roles, pack }) =>
      act !== null
        ? isElongation(token.text, exact)
        : !(roles & (Role.MEASURE | Role.CURRENCY)) && (isStretched || (words.anyPacks & (1 << pack)) !== 0),
  );
  if (senses.length > 0) return [applySenses(plainTerm(token), senses, token.text, words)];
  const term = plainTerm(token);
  if (isLaughter(token.text)) term.roles = Role.HARMLESS;
  return [term];
}

/** True for `pleaseee` and `thankss`; false for `noon` and `good`. */
function isDrawnOut(text: string): boolean {
  if (text.length < 4 || text.length > MAX_WORD_LENGTH) return false;
  return /(.)\1\1/.test(text) || text.at(-1) === text.at(-2);
}

/** Recognizes an emphasized shop word: `sooold` has all the letters of `sold` in the same order. */
function elongationOf(text: string, words: CompiledWords): ShopWord | null {
  if (text.length > MAX_WORD_LENGTH) return null;
  for (const [word, shopWord] of words.bySqueeze.get(squeeze(text)) ?? []) {
    if (isElongation(text, word)) return shopWord;
  }
  return null;
}

/** Finds a shop word that is repeated without a space: `minemine`. */
function repeatedWord(text: string, words: CompiledWords): ShopWord | null {
  for (let length = 2; length <= text.length / 2 && text.length <= MAX_WORD_LENGTH; length++) {
    const shopWord = text.length % length === 0 ? words.singles.get(text.slice(0, length)) : undefined;
    if (shopWord && text === text.slice(0, length).repeat(text.length / length)) return shopWord;
  }
  return null;
}

function isElongation(text: string, word: string): boolean {
  let at = 0;
  for (let index = 0; index < word.length; index++) {
    if (text[at] !== word[index]) return false;
    at++;
    if (word[index + 1] !== word[index]) while (text[at] === word[index]) at++;
  }
  return at === text.length;
}

/** Letters that may be a word ending: `solds12`. */
const ENDINGS = 'sdeinrty';

/** `CFA12`: the shop's word, then the letters of a code. */
function splitCodePrefix(token: Token, words: CompiledWords): Term[] | null {
  for (let letters = 1; letters <= 3; letters++) {
    const head = token.text.slice(0, -letters);
    const shopWord = words.singles.get(head);
    if (!shopWord || token.end - token.start !== token.text.length) continue;
    const codeStart = token.end - letters;
    const word = applyShopWord({ ...plainTerm(token), text: head, end: codeStart }, shopWord);
    const code = { ...plainTerm(token), text: token.text.slice(-letters), start: codeStart, glued: true };
    const isTrusted = letters === 1 && (head.length <= 3 || !ENDINGS.includes(code.text));
    if (!isTrusted) code.roles = Role.DOUBT;
    return [word, code];
  }
  return null;
}

/** haha, jajaja, hehehe, wkwkwk. */
function isLaughter(text: string): boolean {
  if (text.length < 4 || text.length > MAX_WORD_LENGTH) return false;
  for (let index = 2; index < text.length; index++) if (text[index] !== text[index - 2]) return false;
  return true;
}

function lookUpCharacters<Leaf>(root: TrieNode<Leaf>, text: string, index: number): Phrase<Leaf> | null {
  let node: TrieNode<Leaf> | undefined = root;
  let found: Phrase<Leaf> | null = null;
  for (let ahead = index; ahead < text.length; ahead++) {
    node = node.next.get(text.charAt(ahead));
    if (!node) break;
    if (node.leaf) found = { length: ahead - index + 1, leaf: node.leaf };
  }
  return found;
}

/**
 * Splits a text without spaces (Thai, Chinese, Japanese, Korean) into the longest known words and the unknown
 * parts between them.
 */
function splitUnspaced(token: Token, words: CompiledWords, terms: Term[]): void {
  const offsets = token.offsets ?? [];
  const { text } = token;
  const part = (from: number, to: number): Term => ({
    ...plainTerm(token),
    text: text.slice(from, to),
    start: offsets[from] ?? token.start,
    end: offsets[to] ?? token.end,
    glued: from > 0 || token.glued,
  });
  let unknownFrom = -1;
  const closeUnknown = (to: number): void => {
    if (unknownFrom >= 0) terms.push(part(unknownFrom, to));
    unknownFrom = -1;
  };
  for (let index = 0; index < text.length && terms.length <= MAX_TERMS;) {
    const shop = lookUpCharacters(words.characters, text, index);
    const known = lookUpCharacters(LEXICON.characters, text, index);
    const length = Math.max(shop?.length ?? 0, known?.length ?? 0);
    if (length === 0) {
      const repeats = index > 0 && unknownFrom < 0 && text[index] === text[index - 1];
      if (!repeats && unknownFrom < 0) unknownFrom = index;
      index++;
      continue;
    }
    closeUnknown(index);
    const term = part(index, index + length);
    if (shop && shop.length === length) terms.push(applyShopWord(term, shop.leaf));
    else if (known) terms.push(applySenses(term, known.leaf, term.text, words));
    index += length;
  }
  closeUnknown(text.length);
}
