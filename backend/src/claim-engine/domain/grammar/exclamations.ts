import { resemblesAlarm } from './alarms';
import type { Clause } from './clause';
import { isThingName } from './item-description';
import { LEXICON } from './lexicon';
import { DANGER, Role } from './roles';

const MAX_WORDS = 2;
const MAX_CONTRASTED_NOUNS = 3;
/** Nouns for the viewer or the claim, whose denial takes the claim back: "not a buyer", "not the plan". */
const DENIABLE_NOUNS: ReadonlySet<string> = new Set([
  'buyer',
  'winner',
  'owner',
  'person',
  'claim',
  'deal',
  'case',
  'plan',
]);

/** One or two words with an exclamation mark, after a claim but not next to it: "at $18, steal!". */
export function exclaimsAfterClaim(clause: Clause): boolean {
  const { comment, end, list } = clause;
  if (!clause.isAfterClaim || clause.directlyFollowsClaim || clause.directlyPrecedesClaim) return false;
  if (comment.terms[end]?.text !== '!' || list.length === 0 || list.length > MAX_WORDS) return false;
  return list.every(
    ({ text, term }, at) =>
      term.latin &&
      term.act === null &&
      clause.isUnlistedWord(at) &&
      !clause.isName(at) &&
      !resemblesAlarm(text, comment.packs),
  );
}

/** Praise and a capitalized noun, after a claim but not next to it: "toller Hobel", "super Preis". */
export function praisesNoun(clause: Clause): boolean {
  const { list } = clause;
  if (
    !clause.shopCapitalizesNouns ||
    !clause.isAfterClaim ||
    clause.directlyFollowsClaim ||
    clause.directlyPrecedesClaim
  ) {
    return false;
  }
  const last = list.length - 1;
  if (last < 1 || last > MAX_WORDS || !/^\p{Lu}/u.test(clause.writtenAt(last))) return false;
  const { act, kind, roles } = list[last]?.term ?? { act: null, kind: 'sign', roles: 0 };
  if (kind !== 'word' || act !== null || roles !== 0) return false;
  // `Preis` is also in the list `past`.
  const known = clause.talkAt(last)?.kind;
  if (known !== undefined && known !== 'past') return false;
  if (resemblesAlarm(list[last]?.text ?? '', clause.comment.packs)) return false;
  return list
    .slice(0, last)
    .every(({ term }) => term.act === null && (term.roles & (DANGER | Role.HARMLESS)) === Role.HARMLESS);
}

/** "sold B12 (not the vitamin)": a noun in parentheses that is only a play on the item's name. */
export function contrastsName(clause: Clause): boolean {
  const { list, comment } = clause;
  if (!clause.isBracketed || !LEXICON.contrast.has(list[0]?.text ?? '')) return false;
  if (!LEXICON.articles.has(list[1]?.text ?? '')) return false;
  const nouns = list.slice(2).filter(({ term }) => !(term.roles & Role.HARMLESS));
  if (nouns.length === 0 || nouns.length > MAX_CONTRASTED_NOUNS) return false;
  return (
    nouns.every(
      ({ text, term }) =>
        term.kind === 'word' &&
        term.roles === 0 &&
        term.act === null &&
        isThingName(text) &&
        !DENIABLE_NOUNS.has(text) &&
        !resemblesAlarm(text, comment.packs),
    ) && !nouns.some((word) => clause.talkAt(list.indexOf(word)))
  );
}
