import type { Clause } from './clause';
import { LEXICON } from './lexicon';
import { Role } from './roles';

/** Words next to a thing that is not the item: `the same one`, `just like this`, `that exact lamp`. */
const COMPARISON_WORDS: ReadonlySet<string> = new Set([
  'same',
  'like',
  'identical',
  'similar',
  'exact',
  'very',
]);
/** Words about the claim itself: "I saw a different number". */
const WORDS_ABOUT_CLAIM: ReadonlySet<string> = new Set([
  'number',
  'numbers',
  'item',
  'items',
  'lot',
  'tab',
  'claim',
  'price',
  'different',
  'wrong',
  'numero',
  'nummer',
  'nomor',
  'preco',
  'precio',
  'prix',
  'preis',
]);
/** Minimum number of words in a clause that is about something other than the claim. */
const MIN_WORDS = 5;

/**
 * True for "my grandma had the same one at her cabin": several words that mention neither the item nor an act
 * by the viewer, so they are a story about something else.
 */
export function isAboutOtherThing(clause: Clause): boolean {
  if (!clause.isAfterClaim || clause.wordCount < MIN_WORDS) return false;
  // "sold 12 at the fair last week"
  const opens = (clause.rolesAt(0) & Role.MY) !== 0 || clause.talkAt(0)?.kind === 'firstPerson';
  if (clause.directlyFollowsClaim && clause.mayReport && !opens) return false;
  return clause.list.every((_, at) => {
    if (clause.talkAt(at)?.kind === 'others' || WORDS_ABOUT_CLAIM.has(clause.list[at]?.text ?? '')) {
      return false;
    }
    const next = clause.list[at + 1];
    const compares =
      COMPARISON_WORDS.has(clause.list[at - 1]?.text ?? '') ||
      COMPARISON_WORDS.has(next?.text ?? '') ||
      LEXICON.things.has(next?.text ?? '');
    return (compares || !clause.mayMeanItem(at)) && !clause.hasObjectBefore(at);
  });
}
