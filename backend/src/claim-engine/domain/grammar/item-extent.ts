import { chosenSize, measureAt, sizeAfterPreposition } from './item-measures';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import type { CompiledWords } from './words';
import { ENGLISH } from './words';

const MAX_WORDS_IN_AMOUNT = 3;
const MAX_WORDS_IN_ITEM = 4;
/** Roles of the words that a claim may end with. */
const CLAIM_END = Role.SIZE | Role.COLOR | Role.HARMLESS;
/** The text of a term that leaves open how much is claimed. It is not in any list. */
const UNCLEAR = '@unclear';

/**
 * Reads the words that say, without a number, how much a claim is for. Removes a measure that describes the
 * item (`the 2 piece set`, `- 12 oz mug`), whose number is not a quantity. An unclear amount (`a few`) and an
 * item without a number (`and the earrings too`) become a doubt, so that an operator decides.
 */
export function readExtent(
  terms: readonly Term[],
  text: string,
  words: CompiledWords,
  isKnown: (number: string) => boolean,
): readonly Term[] {
  const first = terms.findIndex(({ act, strength }) => act === 'claim' && strength >= Strength.PACK);
  if (first < 0) return terms;
  const after = terms.findIndex(({ kind }, index) => kind === 'number' && index > first);
  const before = terms.findLastIndex(({ kind }, index) => kind === 'number' && index < first);
  // Where the claim ends: `sold 12`, `12 sold`.
  const numberFirst = before >= 0 && (before === first - 1 || after < 0);
  const end = numberFirst ? first : after < 0 ? terms.length : after;
  const packs = words.anyPacks | ENGLISH;
  const read: Term[] = [];
  let changed = false;
  for (let index = 0; index < terms.length;) {
    const term = terms[index] as Term;
    // "2 piece set! sold 12": a measure before the claim may also be a quantity.
    const isBeforeClaim = index < first && !numberFirst && after > 0;
    // "for the 60 x 80 quilt"
    const from = (terms[index - 1]?.roles ?? 0) & Role.PURPOSE ? index - 1 : index;
    const mayDescribe = isBeforeClaim
      ? opensSentence(terms, index)
      : index > end && (index === end + 1 || endsClaim(terms, from - 1));
    const sizePhrase = index === end + 1 && !numberFirst ? sizeAfterPreposition(terms, index) : null;
    if (sizePhrase && !isKnown(sizePhrase.size.text)) {
      const { size } = sizePhrase;
      read.push({ ...size, text: text.slice(size.start, size.end) });
      index += sizePhrase.length;
      changed = true;
      continue;
    }
    const measure = mayDescribe ? measureAt(terms, index, packs) : null;
    const chosen = measure && index === end + 1 ? chosenSize(terms, index, measure.length) : null;
    if (chosen && !isKnown(chosen.text)) {
      read.push({ ...chosen, text: text.slice(chosen.start, chosen.end) });
      index += measure?.length ?? 0;
      changed = true;
      continue;
    }
    const namesItem = measure && terms.slice(index, index + measure.length).some(({ text }) => isKnown(text));
    if (measure && !namesItem) {
      // "12 sold the 2 piece set" may be a report.
      if (!measure.certain || isBeforeClaim || numberFirst) read.push(unclear(term));
      index += measure.length;
      changed = true;
      continue;
    }
    if (index <= end) {
      read.push(term);
      index++;
      continue;
    }
    const isUnclear = isUnclearAmount(terms, index) || isUnnamedItem(terms, index);
    changed ||= isUnclear;
    read.push(isUnclear ? unclear(term) : term);
    index++;
  }
  return changed ? read : terms;
}

/** A doubt in place of a term, so that an operator decides. */
export function unclear(term: Term): Term {
  return { ...term, kind: 'word', text: UNCLEAR, roles: Role.DOUBT, act: null, strength: Strength.NONE };
}

/** True for a term that a claim may end with: an item, an option, a courtesy, a sign. */
function endsClaim(terms: readonly Term[], index: number): boolean {
  const term = terms[index];
  if (!term) return false;
  if (term.kind === 'number' || term.kind === 'newline') return true;
  if (term.kind === 'sign') return ',.!('.includes(term.text);
  return (term.roles & CLAIM_END) !== 0 || (term.glued && terms[index - 1]?.kind === 'number');
}

function opensSentence(terms: readonly Term[], index: number): boolean {
  const before = terms[index - 1];
  return (
    !before || before.kind === 'newline' || before.kind === 'sign' || (before.roles & Role.HARMLESS) !== 0
  );
}

/** The joined text of several terms, so that a phrase matches however it was split into terms. */
function textFrom(terms: readonly Term[], index: number, count: number): string {
  return terms
    .slice(index, index + count)
    .map(({ text }) => text)
    .join(' ');
}

/** Number of terms in a vague amount, or 0 if there is none. */
function vagueLength(terms: readonly Term[], index: number): number {
  for (let length = MAX_WORDS_IN_AMOUNT; length > 0; length--) {
    if (LEXICON.vague.has(textFrom(terms, index, length))) return Math.min(length, terms.length - index);
  }
  return 0;
}

/** "sold 55 a few", "sold 55 I'll take several", but "sold 55 for a few friends". */
function isUnclearAmount(terms: readonly Term[], index: number): boolean {
  const length = vagueLength(terms, index);
  if (length === 0) return false;
  const next = terms[index + length];
  if (next && next.roles & (Role.MEASURE | Role.CURRENCY)) return false;
  if (isThanks(terms[index - 1])) return false;
  if (endsClaim(terms, index - 1)) return true;
  const ends = !next || next.kind !== 'word' || LEXICON.pleas.has(next.text) || /^of /.test(next.text);
  return terms[index - 1]?.act === 'claim' && ends;
}

/** "thanks a bunch" */
function isThanks(term: Term | undefined): boolean {
  return (
    term?.kind === 'word' && (term.roles & (Role.HARMLESS | Role.PURPOSE)) === (Role.HARMLESS | Role.PURPOSE)
  );
}

/** "and the earrings too", "plus that hat": an item without a number, directly after the claim. */
function isUnnamedItem(terms: readonly Term[], index: number): boolean {
  const joiner = terms[index];
  if (!joiner || !endsClaim(terms, index - 1)) return false;
  const sign = joiner.kind === 'sign' && '&+'.includes(joiner.text);
  if (!sign && !(joiner.roles & Role.AND)) return false;
  let ahead = index + 1;
  while (terms[ahead]?.kind === 'word' && (terms[ahead]?.roles ?? 0) & Role.AND) ahead++;
  // "y la", "und die": one term contains both.
  const holdsArticle = LEXICON.articles.has(terms[ahead - 1]?.text.split(' ')[1] ?? '');
  const article = terms[ahead];
  if (!holdsArticle) {
    if (article?.kind !== 'word' || article.act) return false;
    const [opener = ''] = article.text.split(' ');
    const opens = LEXICON.articles.has(opener) || LEXICON.pointers.has(opener);
    if (!opens && !(article.roles & (Role.DETERMINER | Role.MY))) return false;
  }
  // "that one" is one term.
  const start = holdsArticle || article?.text.includes(' ') === true ? ahead : ahead + 1;
  for (ahead = start; ahead <= start + MAX_WORDS_IN_ITEM; ahead++) {
    const term = terms[ahead];
    const isEnd = !term || term.kind !== 'word';
    if (isEnd || term.roles & (Role.PREPOSITION | Role.PURPOSE)) {
      return ahead > start && term?.kind !== 'number';
    }
    const plain =
      Role.HARMLESS | Role.LABEL | Role.FILLER | Role.COLOR | Role.SIZE | Role.PIECES | Role.COUNT;
    if (term.act || term.roles & ~plain) return false;
  }
  return false;
}
