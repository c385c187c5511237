import type { Intent, ParsedComment } from '@sellary/contracts';
import { canonicalItemKey } from './item-key';
import { readTerms, type Term } from './reading';
import { Role, Strength } from './roles';
import type { CompiledWords } from './words';

/** A variant of an item. Its words are normalized; a comment may use them in any order. */
interface NamedVariant {
  name: string;
  words: ReadonlySet<string>;
}

/** The variants of a show's items, ready for reading. Compile them only when the items change. */
export type KnownVariants = ReadonlyMap<string, readonly NamedVariant[]>;

export const NO_VARIANTS: KnownVariants = new Map();

/**
 * Maximum number of terms, with no spaces between them, that form one word of a name: `6-9M`, `7.5`, Thai
 * words.
 */
const MAX_RUN = 8;
/** `1X` to `6X`: a plus size if the item has it, otherwise an amount. */
const PLUS_SIZE = /^[1-6]x$/;

export function compileVariants(
  items: Iterable<{ itemKey: string; names: readonly string[] }>,
  words: CompiledWords,
): KnownVariants {
  const known = new Map<string, readonly NamedVariant[]>();
  for (const { itemKey, names } of items) {
    known.set(
      itemKey,
      names.map((name) => ({ name, words: new Set(wordsOf(name, words)) })),
    );
  }
  return known;
}

/**
 * Finds the first name that no comment could use because it has no words, contains a claim or pass word, or
 * means the same as another name (`XL` and `extra large`).
 */
export function unreadableVariant(
  names: readonly string[],
  words: CompiledWords,
): { name: string; sameAs: string | null } | null {
  const seen = new Map<string, string>();
  for (const name of names) {
    const nameWords = wordsOf(name, words);
    if (nameWords.length === 0 || readTerms(name, words).some(isShopWord)) return { name, sameAs: null };
    const key = [...new Set(nameWords)].sort().join(' ');
    const sameAs = seen.get(key);
    if (sameAs !== undefined) return { name, sameAs };
    seen.set(key, name);
  }
  return null;
}

/** @returns the name of the item variant that the words mean, or null if they mean none or several */
export function matchVariant(
  asked: string,
  variants: readonly NamedVariant[],
  words: CompiledWords,
): string | null {
  return exactMatch(new Set(wordsOf(asked, words)), variants);
}

/** A word from a variant's name, found in a comment. */
interface FoundWord {
  word: string;
  start: number;
  end: number;
}

/**
 * Reads the variants that a comment names. Their words are hidden from `read`, which parses the rest of the
 * comment, so that any name can be used: `sold 12 leopard`, `sold 12 38`. A claim for an item with variants
 * goes to review if it names no variant, or one that the item does not have.
 */
export function withVariants(
  text: string,
  words: CompiledWords,
  knownKeys: ReadonlySet<string>,
  known: KnownVariants,
  read: (text: string) => ParsedComment,
): ParsedComment {
  const first = read(text);
  if (first.route === 'auto' && first.intents.some(({ itemText }) => mayBeVariant(itemText, known, words))) {
    return { ...first, route: 'review', reason: 'letter-or-item' };
  }
  const named = first.intents.length > 0 ? first.intents.map(({ item }) => item) : keysIn(text, words);
  const vocabulary = new Set(
    named.flatMap((item) => (known.get(item) ?? []).flatMap((variant) => [...variant.words])),
  );
  if (vocabulary.size === 0) return first;
  const understood = resolveVariants(first, known, words);
  if (understood !== null) return understood;
  const { found, rest } = hideVariants(text, words, knownKeys, vocabulary);
  const parsed = rest === text ? first : read(rest);
  let doubt: string | null = null;
  const intents = parsed.intents.map((intent, index): Intent => {
    const variants = known.get(intent.item);
    if (variants === undefined) return { ...intent, ...variantIn(first, intent) };
    const foundHere = found.filter(({ start }) => intentIndexAt(parsed.intents, start) === index);
    const asked = new Set([...foundHere.map(({ word }) => word), ...wordsOf(intent.variant ?? '', words)]);
    const { variant: _, ...bare } = intent;
    if (asked.size === 0) {
      if (intent.act !== 'pass') doubt ??= 'variant-missing';
      return bare;
    }
    const name = exactMatch(asked, variants);
    if (name === null) doubt ??= 'variant-unknown';
    const proposed =
      name ?? onlyMatch(asked, variants) ?? exactMatch(new Set(foundHere.map(({ word }) => word)), variants);
    return proposed === null
      ? { ...bare, variant: asWritten(text, foundHere) ?? intent.variant ?? [...asked].join(' ') }
      : { ...bare, variant: proposed, listed: true };
  });
  return parsed.route === 'auto' && doubt !== null
    ? { ...parsed, route: 'review', reason: doubt, intents }
    : { ...parsed, intents };
}

/** True for "RED 2" if item 2 has a red variant. */
function mayBeVariant(itemText: string, known: KnownVariants, words: CompiledWords): boolean {
  const terms = readTerms(itemText, words);
  const last = terms.at(-1);
  const variants = last?.kind === 'number' ? known.get(canonicalItemKey(last.text) ?? '') : undefined;
  return terms
    .slice(0, -1)
    .some((term) => variants?.some((variant) => variant.words.has(spellingOf(term))) === true);
}

/**
 * The comment with its variants, or null if the grammar is not certain of it or does not read all its
 * variants.
 */
function resolveVariants(
  parsed: ParsedComment,
  known: KnownVariants,
  words: CompiledWords,
): ParsedComment | null {
  if (parsed.route !== 'auto') return null;
  const intents: Intent[] = [];
  for (const intent of parsed.intents) {
    const variants = known.get(intent.item);
    const name = variants && matchVariant(intent.variant ?? '', variants, words);
    if (name === null) return null;
    intents.push(name === undefined ? intent : { ...intent, variant: name, listed: true });
  }
  return { ...parsed, intents };
}

/** Item keys of the numbers in a comment from which the grammar reads no intent. */
const keysIn = (text: string, words: CompiledWords): string[] =>
  readTerms(text, words).flatMap((term) =>
    term.kind === 'number' ? (canonicalItemKey(term.text) ?? []) : [],
  );

/** Index of the last intent that begins at or before the position, or 0 if there is none. */
const intentIndexAt = (intents: readonly Intent[], position: number): number =>
  Math.max(
    0,
    intents.findLastIndex(({ span }) => span.start <= position),
  );

const variantIn = ({ intents }: ParsedComment, { item }: Intent): { variant?: string } => {
  const variant = intents.find((intent) => intent.item === item)?.variant;
  return variant === undefined ? {} : { variant };
};

const asWritten = (text: string, found: readonly FoundWord[]): string | null =>
  found.length === 0 ? null : found.map(({ start, end }) => text.slice(start, end)).join(' ');

function exactMatch(asked: ReadonlySet<string>, variants: readonly NamedVariant[]): string | null {
  const same = variants.find(
    ({ words }) => words.size === asked.size && [...asked].every((word) => words.has(word)),
  );
  return same?.name ?? null;
}

function onlyMatch(asked: ReadonlySet<string>, variants: readonly NamedVariant[]): string | null {
  const [only, another] = variants.filter(({ words }) => [...asked].every((word) => words.has(word)));
  return only === undefined || another !== undefined ? null : only.name;
}

/** The comment with spaces in place of the variants' words, so that all other words keep their offsets. */
function hideVariants(
  text: string,
  words: CompiledWords,
  knownKeys: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): { found: FoundWord[]; rest: string } {
  const terms = readTerms(text, words);
  const found: FoundWord[] = [];
  let rest = text;
  const replace = (start: number, end: number, by: string): void => {
    rest = `${rest.slice(0, start)}${by.padEnd(end - start)}${rest.slice(end)}`;
  };
  for (let index = 0; index < terms.length; index++) {
    const run = runAt(terms, index, vocabulary);
    const from = terms[index];
    if (run === null || from === undefined) continue;
    const to = terms[index + run.length - 1] ?? from;
    const before = terms[index - 1];
    const marked = before !== undefined && (before.roles & Role.SIZE_MARK) !== 0;
    const isPlusSize = PLUS_SIZE.test(run.word);
    if (isPlusSize && terms[index + 2]?.kind === 'number') continue;
    if (isPlusSize && !vocabulary.has(run.word)) {
      // An amount, so it becomes `x2`, which is never read as a size.
      replace(from.start, to.end, `x${run.word.charAt(0)}`);
      index += run.length - 1;
      continue;
    }
    const isNumber = run.length === 1 && from.kind === 'number';
    if (isNumber && !marked && isOtherNumber(terms, index, knownKeys)) continue;
    found.push({ word: run.word, start: from.start, end: to.end });
    replace(marked ? before.start : from.start, to.end, '');
    index += run.length - 1;
  }
  return { found, rest };
}

/** True if the number is one of the show's items, an amount, or a price. */
function isOtherNumber(terms: readonly Term[], index: number, knownKeys: ReadonlySet<string>): boolean {
  const [before, number, after] = [terms[index - 1], terms[index], terms[index + 1]];
  if (number === undefined || knownKeys.has(canonicalItemKey(number.text) ?? '')) return true;
  const isTimes = (term: Term | undefined): boolean =>
    term !== undefined &&
    ((term.roles & Role.TIMES) !== 0 || (term.kind === 'sign' && '*×+#$'.includes(term.text)));
  // `4 x2` is two of size 4; `4x 2` and `4 x` are amounts.
  const opensAmount = after?.glued !== true && terms[index + 2]?.kind === 'number';
  return (
    isTimes(before) ||
    (isTimes(after) && !opensAmount) ||
    (after !== undefined && (after.roles & Role.PIECES) !== 0)
  );
}

/** The longest run of terms, with no spaces between them, that is a vocabulary word or a plus size. */
function runAt(
  terms: readonly Term[],
  index: number,
  vocabulary: ReadonlySet<string>,
): { word: string; length: number } | null {
  let text = '';
  let best: { word: string; length: number } | null = null;
  for (let length = 1; length <= MAX_RUN; length++) {
    const term = terms[index + length - 1];
    if (term === undefined || isShopWord(term) || term.kind === 'newline' || (length > 1 && !term.glued)) {
      break;
    }
    text += spellingOf(term);
    const word = sizeSpelling(text);
    if (term.kind !== 'sign' && (vocabulary.has(word) || PLUS_SIZE.test(word))) best = { word, length };
  }
  return best;
}

/** The words of a variant's name: runs of terms with no spaces between them, omitting the word for size. */
function wordsOf(name: string, words: CompiledWords): string[] {
  const terms = readTerms(name, words).filter(({ kind }) => kind !== 'newline');
  const named = terms.filter(({ roles, kind }) => kind !== 'sign' && (roles & Role.SIZE_MARK) === 0);
  const runs: string[] = [];
  let isOpen = false;
  for (const [index, term] of terms.entries()) {
    if ((term.roles & Role.SIZE_MARK) !== 0 && named.length > 0) {
      isOpen = false;
      continue;
    }
    const joins = isOpen && term.glued;
    if (term.kind === 'sign' && !(joins && terms[index + 1]?.glued === true)) {
      isOpen = false;
      continue;
    }
    if (joins) runs[runs.length - 1] += spellingOf(term);
    else runs.push(spellingOf(term));
    isOpen = true;
  }
  return runs.map(sizeSpelling);
}

const isShopWord = ({ act, strength }: Term): boolean => act !== null && strength === Strength.SHOP;

const spellingOf = ({ text, value, roles }: Term): string =>
  (roles & (Role.SIZE | Role.COLOR)) !== 0 && value !== undefined ? value.toLowerCase() : text;

/** Spells `2xl` as `xxl`. */
const sizeSpelling = (word: string): string =>
  word.replace(/^([2-6])x([ls])$/, (_, times: string, letter: string) => 'x'.repeat(Number(times)) + letter);
