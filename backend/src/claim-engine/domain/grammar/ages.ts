import type { Clause } from './clause';
import { smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { Role } from './roles';

const MAX_AGE = 110;
const MAX_PERSON_WORDS = 3;
/** Pronouns for another person, and for the viewer ("I"). */
const PRONOUNS: ReadonlySet<string> = new Set(
  'she he elle il ella el ela ele lei lui sie er zij hij dia siya i ich je yo eu io'.split(' '),
);
/** A pronoun and its verb in one word: "she's 6", "tengo 40 años". */
const PRONOUN_AND_VERB: ReadonlySet<string> = new Set('shes hes im tengo tenho cumplo ho jai'.split(' '));
const VERBS: ReadonlySet<string> = new Set(
  'is are am turns turned turning a ont has tiene tienen cumple tem faz ha hanno compie ist wird bin werde ai avait'.split(
    ' ',
  ),
);
/**
 * Verbs that also mean "own", so they express an age only with a unit: "elle a 80 ans", but not "she has 80".
 */
const OWNING_VERBS: ReadonlySet<string> = new Set(
  'a ont has tiene tienen tem ha hanno ai tengo tenho ho jai avait'.split(' '),
);
const UNITS: ReadonlySet<string> = new Set(
  'ans an anos años ano año anni anno jahre jahr years year yrs yr yo yrs months month mos jaar meses mois mesi monate ayitos anitos añitos aninhos'.split(
    ' ',
  ),
);

/**
 * The number of words that report a person's age: "my toddler is 3", "elle a 80 ans"; 0 if there are none.
 */
export function ageLength(clause: Clause, at: number): number {
  const { list } = clause;
  const ageAt = ageIndex(clause, at);
  const age = list[ageAt];
  // "my son is 12 and sold 13"
  const isFollowedByAnd = ((clause.comment.terms[clause.end]?.roles ?? 0) & Role.AND) !== 0;
  if (isFollowedByAnd || ageAt === 0 || age?.term.kind !== 'number' || age.term.glued) return 0;
  if (clause.comment.isKnown(age.text) || smallNumber(age.text) > MAX_AGE) return 0;
  let end = ageAt + 1;
  const hasUnit = UNITS.has(list[end]?.text ?? '');
  if (hasUnit) {
    end++;
    if (list[end]?.text === 'old') end++;
  }
  if (OWNING_VERBS.has(list[ageAt - 1]?.text ?? '') && !hasUnit) return 0;
  // "my kid is 2 and grabbed my phone"
  const continues = (place: number): boolean =>
    clause.isUnlistedWord(place) || (clause.rolesAt(place) & Role.ADDRESS) !== 0;
  if (list.some((_, place) => place >= end && continues(place))) return 0;
  const next = list[end];
  const ends = next === undefined || (next.term.roles & (Role.AND | Role.HARMLESS)) !== 0;
  return hasUnit || (ends && !clause.directlyPrecedesClaim) ? end - at : 0;
}

/** The index of the number after a person and a verb; 0 if there is none. */
function ageIndex(clause: Clause, at: number): number {
  const { list } = clause;
  const first = list[at]?.text ?? '';
  if (PRONOUN_AND_VERB.has(first)) return at + 1;
  if (PRONOUNS.has(first)) return verbEnd(clause, at + 1);
  if (!(clause.rolesAt(at) & Role.MY)) return 0;
  for (let place = at + 1; place <= at + MAX_PERSON_WORDS; place++) {
    const text = list[place]?.text ?? '';
    if (isPersonWord(text)) return verbEnd(clause, place + 1);
  }
  return 0;
}

function isPersonWord(text: string): boolean {
  const kinds = LEXICON.talk.next.get(text)?.leaf ?? [];
  return LEXICON.vocatives.has(text) || kinds.some(({ kind }) => kind === 'person');
}

function verbEnd({ list }: Clause, at: number): number {
  let place = at;
  if (['just', 'already', 'now', 'only'].includes(list[place]?.text ?? '')) place++;
  if (!VERBS.has(list[place]?.text ?? '')) return 0;
  place++;
  while (
    ['just', 'only', 'almost', 'turning', 'gerade', 'schon', 'ya', 'deja'].includes(list[place]?.text ?? '')
  ) {
    place++;
  }
  return place;
}
