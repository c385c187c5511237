import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { MAIL } from './reading';
import { Role } from './roles';
import { isExplained } from './talk-numbers';

/** True for a number of no closed kind, and for a sign with a meaning. */
export function isUnclear(clause: Clause, at: number, signs: string): boolean {
  const { term, index } = clause.list[at] as Word;
  if (term.kind === 'number') {
    // "sold 13 lucky 13"
    if (clause.namesAgain(term.text)) return false;
    const known = clause.comment.isKnown(term.text);
    if (!known && (clause.isAddress || clause.isCarried(at) || clause.countsOwned(at))) return false;
    return !isExplained(clause.comment.terms, index, clause.first, known);
  }
  if (term.text === MAIL) return !clause.hasBefore(index, Role.ADDRESS);
  return term.kind === 'sign' && signs.includes(term.text);
}
