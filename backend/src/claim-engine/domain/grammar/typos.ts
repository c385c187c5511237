import { latinSkeleton } from './characters';
import { areNeighbors } from './keyboards';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import type { CompiledWords, ShopWord } from './words';

/**
 * Maximum number of terms in a comment that is checked for typos. Longer comments are prose, which is full of
 * words one letter away from a shop word.
 */
const MAX_TERMS_FOR_TYPO = 12;
const MAX_TERMS_FOR_SOUND = 5;
const MIN_TYPO_LENGTH = 4;
const MIN_NEIGHBOR_LENGTH = 2;
const MIN_MISTYPED_LENGTH = 5;
const MIN_POLITE_LENGTH = 5;
const POLITE = [...LEXICON.pleas, 'thanks', 'gracias', 'salamat', 'danke'].filter(
  (word) => word.length >= MIN_POLITE_LENGTH && !word.includes(' '),
);
const MIN_SPELLED_LENGTH = 3;
/** Characters typed in place of a similar letter, perhaps to get a word past a filter. */
const LETTER_BY_LOOKALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
  '!': 'i',
};

/**
 * In a comment with a number but no recognized shop word, marks a word that looks like a misspelled one:
 * mistyped (`dold`), spelled out (`s o l d`), disguised (`so1d`), typed on another keyboard (`แด` for `cf`),
 * or as it sounds (`souled`). An operator decides. Without `withSingleWords`, it looks only for multi-part
 * words (`nheme ich 19`).
 */
export function markTypo(terms: Term[], words: CompiledWords, withSingleWords: boolean): void {
  if (terms.length > MAX_TERMS_FOR_TYPO || !terms.some((term) => term.kind === 'number')) return;
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as Term;
    const whole = withSingleWords ? wholeWordTypo(term, terms, index, words) : null;
    if (whole) {
      asTypo(term, whole);
      return;
    }
    const phrase = phraseTypo(terms, index, words);
    if (phrase) {
      const end = (terms[index + phrase.length - 1] as Term).end;
      terms.splice(index, phrase.length, asTypo({ ...term, text: phrase.word.word, end }, phrase.word));
      return;
    }
    const split = withSingleWords && mayBeSplit(term, terms[index + 1]) && splitTypo(terms, index, words);
    if (split) {
      const { length, word } = split;
      // The 1 of `so1d` is not an item number.
      if (
        !terms.some((other, place) => other.kind === 'number' && (place < index || place >= index + length))
      ) {
        return;
      }
      const end = (terms[index + length - 1] as Term).end;
      terms.splice(index, length, asTypo({ ...term, kind: 'word', text: word.word, end }, word));
      return;
    }
  }
}

function asTypo(term: Term, word: ShopWord): Term {
  term.act = word.act;
  term.strength = Strength.TYPO;
  term.word = word.word;
  term.roles = 0;
  return term;
}

function wholeWordTypo(
  term: Term,
  terms: readonly Term[],
  index: number,
  words: CompiledWords,
): ShopWord | null {
  if (term.kind !== 'word' || term.text.length > 40) return null;
  const retyped = words.retyped.get(term.text);
  if (retyped) return retyped;
  // A unit comes after its number. Before a number, the same word is not a unit (`mins 49`).
  const misplaced = index === 0 && (term.roles & Role.MEASURE) !== 0 && terms[1]?.kind === 'number';
  if (term.isShopLanguage && !misplaced) return index === 0 ? mistypedAlone(term, terms, words) : null;
  if (index === 0 && !term.act && isOnlyWordAndNumber(terms)) {
    for (const [word, shopWord] of words.singles) if (isNeighborTypo(term.text, word)) return shopWord;
  }
  for (const [word, shopWord] of words.singles) {
    if (word.length < MIN_TYPO_LENGTH) continue;
    if (
      isOneTypo(term.text, word) ||
      (!/^[\x20-\x7e]*$/.test(term.text) && latinSkeleton(term.text) === word)
    ) {
      return shopWord;
    }
    if (terms.length <= MAX_TERMS_FOR_SOUND && soundsLike(term.text, word)) return shopWord;
  }
  return null;
}

/** True for words that differ by one letter, or by two swapped letters. */
export function isOneTypo(text: string, word: string): boolean {
  if (Math.abs(text.length - word.length) > 1 || text === word) return false;
  let head = 0;
  while (head < text.length && text[head] === word[head]) head++;
  let tail = 0;
  const maxTail = Math.min(text.length, word.length) - head;
  while (tail < maxTail && text[text.length - 1 - tail] === word[word.length - 1 - tail]) tail++;
  const inText = text.length - head - tail;
  const inWord = word.length - head - tail;
  if (inText <= 1 && inWord <= 1) return true;
  return inText === 2 && inWord === 2 && text[head] === word[head + 1] && text[head + 1] === word[head];
}

/** "perso 29", "vendio 62": a long shop word that a swapped, missing, or extra letter makes another word. */
function mistypedAlone(term: Term, terms: readonly Term[], words: CompiledWords): ShopWord | null {
  if (term.act || term.roles & Role.NOT || !isOnlyWordAndNumber(terms)) return null;
  for (const [word, shopWord] of words.singles) {
    const swapped = [...term.text].sort().join('') === [...word].sort().join('');
    const isLikely = swapped || term.text.length !== word.length;
    if (word.length >= MIN_MISTYPED_LENGTH && isLikely && isOneTypo(term.text, word)) return shopWord;
  }
  return null;
}

/** True for a word and a number, followed by nothing except signs and courtesy words. */
function isOnlyWordAndNumber([, number, ...rest]: readonly Term[]): boolean {
  return (
    number?.kind === 'number' &&
    rest.every(({ kind, roles }) => kind === 'sign' || (roles & Role.HARMLESS) !== 0)
  );
}

/** `je pernds 23`: a multi-part word directly before a number, with one part mistyped. */
function phraseTypo(terms: readonly Term[], index: number, words: CompiledWords): FoundTypo | null {
  for (const [parts, word] of words.phrases) {
    if (terms[index + parts.length]?.kind !== 'number') continue;
    const wrong = parts.flatMap((part, place) => {
      const term = terms[index + place];
      return term?.text === part ? [] : [{ term, part }];
    });
    const [typo] = wrong;
    if (wrong.length !== 1 || !typo || typo.term?.kind !== 'word' || typo.term.isShopLanguage) continue;
    const { term, part } = typo;
    if (part.length >= MIN_TYPO_LENGTH && isOneTypo(term.text, part)) return { length: parts.length, word };
  }
  return null;
}

/** "pleasr", "thaks": a mistyped courtesy word. */
export function isPoliteTypo(text: string): boolean {
  // "pleased" is a different word.
  const isTypo = (word: string): boolean => isOneTypo(text, word) && !text.startsWith(word);
  return text.length >= MIN_POLITE_LENGTH && POLITE.some(isTypo);
}

/** A short word with one letter typed on a neighboring key: `mip` for `mio`. */
function isNeighborTypo(text: string, word: string): boolean {
  if (word.length >= MIN_TYPO_LENGTH || word.length < MIN_NEIGHBOR_LENGTH) return false;
  if (text.length !== word.length) return false;
  const wrong = [...word].flatMap((letter, place) =>
    text[place] === letter ? [] : [[letter, text[place] ?? '']],
  );
  const [letters = []] = wrong;
  return wrong.length === 1 && areNeighbors(letters[0] ?? '', letters[1] ?? '');
}

const VOWELS = /[aeiouy]/g;

/** True if only the vowels differ and there are at least three consonants, as in a dictated word. */
function soundsLike(text: string, word: string): boolean {
  if (text[0] !== word[0] || Math.abs(text.length - word.length) > 2) return false;
  const consonants = text.replace(VOWELS, '');
  return consonants.length >= 3 && consonants === word.replace(VOWELS, '');
}

/** True if a word in pieces may begin here: the term is a single letter or touches the next term. */
function mayBeSplit(term: Term, next: Term | undefined): boolean {
  return term.text.length === 1 || next?.glued === true;
}

interface FoundTypo {
  length: number;
  word: ShopWord;
}

/** A shop word in pieces: `s o l d`, `s.o.l.d`, `so1d`, `$old`. */
function splitTypo(terms: readonly Term[], index: number, words: CompiledWords): FoundTypo | null {
  let spelled = '';
  let disguised = '';
  let allSingle = true;
  for (let ahead = index; ahead < terms.length; ahead++) {
    const term = terms[ahead] as Term;
    const tied = ahead === index || term.glued;
    const letters = lettersOf(term);
    if (letters === null) {
      if (ahead === index || !'.-_*'.includes(term.text)) return null;
      disguised = '';
      continue;
    }
    allSingle &&= term.kind === 'word' && term.text.length === 1;
    spelled += letters;
    disguised = tied && (disguised !== '' || ahead === index) ? disguised + letters : '';
    if (ahead > index && spelled.length >= MIN_SPELLED_LENGTH && (allSingle || disguised === spelled)) {
      const word = words.singles.get(spelled);
      if (word) return { length: ahead - index + 1, word };
    }
    if (!allSingle && disguised === '') return null;
  }
  return null;
}

function lettersOf(term: Term): string | null {
  if (term.kind === 'word') return term.text;
  if (term.kind === 'newline') return null;
  let letters = '';
  for (const character of term.text) {
    const letter = LETTER_BY_LOOKALIKE[character];
    if (letter === undefined) return null;
    letters += letter;
  }
  return letters;
}
