import { markCore } from './core';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { DANGER, Role, Strength } from './roles';
import { isTurn } from './turns';

/** Words that mean nothing before a claim: "ok fine sold 12". */
const LEADING = Role.COURTESY | Role.FILLER;
/** Words of these roles belong to a number that names no item: "sold 12 minutes ago", "sold 12 to Amy". */
const NO_TALK = Role.MEASURE | Role.RECIPIENT | Role.OF | Role.CURRENCY | Role.PIECES;
/** Words that tell: enough to ignore a claim, unless the show has its item. */
const TOLD = Role.STORY | Role.ANYMORE | Role.CORRECTION | Role.ALL | Role.JOKE;
/** Words before a claim word that ask, deny, or tell: "I sold 12", "not sold 12". */
const BINDING =
  Role.SUBJECT | Role.STORY | Role.NOT | Role.ASKING | Role.QUESTION | Role.MY | Role.DETERMINER;
/** Minimum number of words of talk after a claim that makes it worth a look. */
const MIN_TALK = 3;

/**
 * The claim of a comment that begins with a shop's claim word and its number, or has them after a turn, without the
 * talk around it; null if there is none, or if the next word asks, denies, measures, or reports. Such a comment is worth
 * a look even if the talk says that nothing is claimed.
 */
export function claimAlone(terms: readonly Term[], isKnown: (number: string) => boolean): Term[] | null {
  const start = terms.findIndex(({ act, strength }) => act === 'claim' && strength === Strength.SHOP);
  const number = terms[start + 1];
  if (start < 0 || number?.kind !== 'number') return null;
  const core = markCore(terms) ?? [];
  const turned = start > 0 && isTurn(terms, core, start - 1);
  const known = isKnown(number.text) && isUnbound(terms, start);
  if (!turned && !known && !terms.slice(0, start).every(leads)) return null;
  const end = core.indexOf(false, start);
  const next = terms[end];
  if (!next) return turned || known ? terms.slice(start) : null;
  const talk = terms.slice(end).filter(({ kind }) => kind === 'word').length >= MIN_TALK;
  if (!(talk || turned || known) || !next.latin || next.text === '?') return null;
  if (next.roles & ((DANGER & ~Role.DOUBT & ~(known ? TOLD : 0)) | NO_TALK)) return null;
  return !known && reports(next) ? null : terms.slice(start, end);
}

/** True for a claim of an item of the show that nothing before it asks for, denies, or tells. */
function isUnbound(terms: readonly Term[], start: number): boolean {
  if (terms.some(({ text }) => text === '?' || text === '⁇')) return false;
  const before = terms[start - 1];
  if (!before || before.kind !== 'word') return before?.kind !== 'number';
  return before.roles !== 0 && (before.roles & BINDING) === 0;
}

function leads({ kind, roles }: Term): boolean {
  return kind === 'sign' || kind === 'line' || (roles & LEADING) !== 0;
}

/** True for a word of the talk that tells of a claim: "sold 12 she paid". */
function reports(term: Term): boolean {
  const leaf = LEXICON.talk.next.get(term.text)?.leaf ?? [];
  return leaf.some(({ kind }) => kind === 'danger' || kind === 'telling');
}
