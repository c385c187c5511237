import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { MAX_QUANTITY } from './numbers';
import { resemblesAlarm } from './alarms';
import { Role } from './roles';

/** A longer remark is judged word by word. */
const MAX_DESCRIPTION_WORDS = 3;
/** Minimum number of words in a description without an article or brackets. */
const MIN_WORDS_WITHOUT_ARTICLE = 2;
/** Roles of words for things that may be for sale: `dress`, `necklace`. */
const THINGS = Role.HARMLESS | Role.LABEL;
const NOUN = /^(?=.*[aeiouyà-ÿ])[\p{L}'’-]{3,}$/u;
export const startsWithChineseWord = (text: string | undefined): boolean =>
  /^\p{Script=Han}{2}/u.test(text ?? '');
/** Characters that mark a statement or a question: "那个坏了" means that it is broken. */
const CHINESE_STATEMENT = /[了吗嗎不没沒太吧过過是有]/u;
/** Verb and adverb endings: "sold 12 faked ya", "just fooling", "hypothetically". */
const VERB_OR_ADVERB_ENDING = /(?:ed|[^r]ing|ly)$/;
/** Endings of English plurals and amounts that have no plural s: "sold 12 vintage mice". */
const IRREGULAR_PLURAL =
  /(?:men|women|children|people|mice|geese|feet|teeth|fish|sheep|deer|grand|million|dozen)$/;

/**
 * True for a few words about the item claimed before them: "18! that amethyst tho", "claim 36 the locket",
 * "sold 118 impact driver". Nothing in them may take the claim back, name a person, or choose an option.
 */
export function describesItem(clause: Clause): boolean {
  if (!clause.isAfterClaim || clause.directlyPrecedesClaim) return false;
  if (isPointedOut(clause)) return true;
  const words = describingWords(clause);
  const [first] = words;
  if (!first) return false;
  const article = clause.talkAt(clause.list.indexOf(first), 'article') !== null;
  const nouns = article ? words.slice(1) : words;
  // "the vintage one", but "the bigger one" chooses.
  if (article && ['one', 'ones'].includes(nouns.at(-1)?.text ?? '') && !nouns.at(-2)?.text.endsWith('er')) {
    nouns.pop();
  }
  if (nouns.length === 0 || nouns.length > MAX_DESCRIPTION_WORDS) return false;
  if (!nouns.every((word) => isNoun(clause, word, article))) return false;
  if (clause.isAfterParticiple && !(article && namesSoldItem(clause, nouns))) return false;
  return article ? agrees(first.text, nouns) : standsAlone(clause, nouns);
}

/**
 * "B14 sold, the monstera": one thing after a comma and an article. The claim's number must clearly be an
 * item number: it has letters or is too large for an amount.
 */
function namesSoldItem({ comment: { terms, core }, first }: Clause, nouns: readonly Word[]): boolean {
  const isItem = terms.some(({ kind, text, glued }, at) => {
    const coded = glued && terms[at - 1]?.kind === 'word' && core[at - 1] === true;
    return core[at] === true && kind === 'number' && (coded || smallNumber(text) > MAX_QUANTITY);
  });
  return isItem && terms[first - 1]?.text === ',' && !nouns.some(isPlural);
}

const isPlural = ({ text }: Word): boolean => /[^su'’]s$/.test(text) || IRREGULAR_PLURAL.test(text);

/**
 * "18! that amethyst tho": a few words after "that", if they are apart from the claim, end with a tag, or are
 * Chinese.
 */
function isPointedOut(clause: Clause): boolean {
  const { list } = clause;
  if (!LEXICON.pointers.has(list[0]?.text ?? '')) return false;
  const tagged = LEXICON.tags.has(list.at(-1)?.text ?? '');
  // "sold 60 that fast tho" may be a report.
  const isChinese = startsWithChineseWord(list[1]?.text);
  if (clause.directlyFollowsClaim ? clause.mayReport || (!tagged && !isChinese) : clause.isAfterParticiple) {
    return false;
  }
  if (isChinese && CHINESE_STATEMENT.test(list[1]?.text ?? '')) return false;
  const words = list.slice(1, tagged ? -1 : undefined);
  if (words.length === 0 || words.length > MAX_DESCRIPTION_WORDS) return false;
  return words.every((_, at) => isPlainNoun(clause, at + 1)) && !isStatement(list);
}

/** True for a word that is not a danger, a person, or a name. */
function isPlainNoun(clause: Clause, at: number): boolean {
  const kind = clause.talkAt(at)?.kind;
  const isSafe =
    kind === undefined || kind === 'opener' || kind === 'harmlessTalk' || kind === 'harmlessVerb';
  return isSafe && clause.isUnlistedOrOpener(at) && !clause.isName(at);
}

/** "that hurts": the word after the pointer may be a verb. */
function isStatement(list: readonly Word[]): boolean {
  const singular = ['that', 'this'].includes(list[0]?.text ?? '');
  return singular && /[^s]s$|ed$/.test(list[1]?.text ?? '');
}

/** The words without leading signs or trailing courtesy. */
function describingWords(clause: Clause): Word[] {
  const words = [...clause.list];
  while (words[0]?.term.kind === 'sign' && '-:'.includes(words[0].text)) words.shift();
  while (isPolite(words.at(-1))) words.pop();
  return words;
}

/** "please", "thank you", "bro" */
function isPolite(word: Word | undefined): boolean {
  if (!word || !(word.term.roles & Role.HARMLESS)) return false;
  const { text, roles } = word.term;
  return (roles & Role.PURPOSE) !== 0 || LEXICON.pleas.has(text) || LEXICON.vocatives.has(text);
}

/** True for a word that looks like a noun, without a verb or adverb ending. */
export function isThingName(text: string): boolean {
  return NOUN.test(text) && !VERB_OR_ADVERB_ENDING.test(text);
}

/** True for a word that may name a thing and nothing else. */
function isNoun(clause: Clause, { text, term }: Word, followsArticle: boolean): boolean {
  if (LEXICON.things.has(term.text)) return true;
  const at = clause.list.findIndex((word) => word.term === term);
  const kind = clause.talkAt(at)?.kind;
  if (term.kind !== 'word' || !term.latin || term.act !== null || term.roles & ~THINGS) return false;
  if (kind !== undefined && kind !== 'opener' && kind !== 'harmlessTalk') return false;
  if (!isThingName(text) || clause.talkAt(at, 'verbOrParticle')) return false;
  return !clause.isName(at) && !resemblesAlarm(text, clause.comment.packs, followsArticle);
}

/** True for "los aretes" and "la bolsa"; false for "la devuelvo", where the article may be a pronoun. */
function agrees(article: string, nouns: readonly Word[]): boolean {
  const last = nouns.at(-1)?.text ?? '';
  if (['los', 'las', 'les', 'os', 'as'].includes(article)) return /[sxz]$/.test(last);
  return !(['la', 'a'].includes(article) && last.endsWith('o'));
}

/** "sold 118 impact driver", "sold 15 (ring)", but "sold 12 vintage plates", which may be a report. */
function standsAlone(clause: Clause, nouns: readonly Word[]): boolean {
  const { terms, core, packs } = clause.comment;
  if (clause.isBracketed) return true;
  if (
    !clause.directlyFollowsClaim ||
    nouns.length < MIN_WORDS_WITHOUT_ARTICLE ||
    (packs & (packs - 1)) !== 0
  ) {
    return false;
  }
  if (nouns.every(({ term }) => term.roles !== 0)) return false;
  if (!clause.mayReport || clause.isLabeled || clause.isCounted) return true;
  const isItemOne = terms.some(({ text }, index) => core[index] === true && /^0*1$/.test(text));
  return !nouns.some(isPlural) && !isItemOne;
}
