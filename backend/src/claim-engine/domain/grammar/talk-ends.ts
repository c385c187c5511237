import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role } from './roles';

/** Maximum number of words between the end of the talk and the claim word: "but I want 12". */
const MAX_WORDS_AHEAD = 2;
const MAX_WORDS_BEFORE_OTHER_ITEM = 4;
const MAX_AGE = 99;
/** After one of these, the word that could end the talk is an adverb: "I'm so sold". */
const BEFORE_ADVERB = Role.SUBJECT | Role.QUESTION_AT_START | Role.REPORT | Role.DETERMINER;
/**
 * Roles of amounts in the chatter. Such an amount may be what the viewer sold: "I had twenty but sold 12".
 */
const AMOUNT_ROLES = Role.COUNT | Role.ALL;

/**
 * True for a word that separates the talk before it from the claim after it: "long day but sold 12". `core`: the
 * terms that make up the claims and passes.
 */
export function endsTalk(terms: readonly Term[], core: readonly boolean[], index: number): boolean {
  const term = terms[index];
  if (term?.kind !== 'word' || index === 0 || !LEXICON.talkEnds.has(term.text)) return false;
  const before = terms[index - 1] as Term;
  // "but" is not an adverb: "gonna regret this but sold 12"
  const isAdverb =
    before.roles & (term.roles & Role.DOUBT ? BEFORE_ADVERB & ~Role.DETERMINER : BEFORE_ADVERB) ||
    before.act !== null ||
    before.text === 'im' ||
    (before.roles & Role.NOT && !before.text.includes(' '));
  const claim = isAdverb ? null : claimWordAfter(terms, core, index);
  if (!claim || core.lastIndexOf(true, index) >= 0) return false;
  return !claim.participle || !terms.slice(0, index).some((_, at) => mayBeAmountSold(terms, at));
}

/** The claim word after the number ("でも12番ください"), or null if it is a participle, which may report a sale. */
function wordAfterNumber(terms: readonly Term[], core: readonly boolean[], number: number): Term | null {
  let ahead = number;
  while (core[ahead] === true && terms[ahead]?.act === null) ahead++;
  const word = terms[ahead];
  return core[ahead] === true && word && !word.participle ? word : null;
}

/** True for a number or an amount that may be what was sold; false for "it's 3am" and "missed out on 38". */
function mayBeAmountSold(terms: readonly Term[], at: number): boolean {
  const term = terms[at] as Term;
  if (term.kind !== 'number') return (term.roles & AMOUNT_ROLES) !== 0;
  const unit = terms[at + 1];
  const isTime = unit?.glued === true && (unit.roles & Role.MEASURE) !== 0;
  // "I turned 74 today so sold 33"
  const isAge = LEXICON.dates.has(terms[at - 1]?.text ?? '') && Number(term.text) <= MAX_AGE;
  return !isTime && !isAge && !isOtherItemNumber(terms, at);
}

/** "already got 38", "too slow on 38": another item's number. */
function isOtherItemNumber(terms: readonly Term[], at: number): boolean {
  const words = terms
    .slice(Math.max(0, at - MAX_WORDS_BEFORE_OTHER_ITEM), at)
    .flatMap(({ text }) => text.split(' '));
  return words.some((_, from) => {
    let step: typeof LEXICON.talk | undefined = LEXICON.talk;
    for (const word of words.slice(from)) step = step?.next.get(word);
    return step?.leaf?.some(({ kind }) => kind === 'owns') === true;
  });
}

/** The claim word after the talk, or null if another word comes first. */
function claimWordAfter(terms: readonly Term[], core: readonly boolean[], index: number): Term | null {
  for (let ahead = index + 1; ahead <= index + 1 + MAX_WORDS_AHEAD; ahead++) {
    const term = terms[ahead];
    if (term && core[ahead]) return term.act === null ? wordAfterNumber(terms, core, ahead) : term;
    if (!term || !(term.roles & (Role.SUBJECT | Role.FILLER | Role.HARMLESS)) || term.act !== null) {
      return null;
    }
  }
  return null;
}
