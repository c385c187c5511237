import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { Role, Strength } from './roles';
import { verdictOf } from './talk';
import { isUnclear, type Verdict } from './talk-forms';

/** Roles that take a pass back. A denial or a report only explains the pass. */
const DANGER_AFTER_PASS = Role.QUESTION_ANYWHERE | Role.CONDITION | Role.JOKE | Role.CORRECTION | Role.OR;
/** Minimum number of words, besides the denial, in a reason for a pass: "not my color after all". */
const MIN_EXCUSE_WORDS = 2;

/** An option after at least this many words is part of a report: "thought it was the blue one". */
const MIN_WORDS_BEFORE_REPORTED_OPTION = 3;
/** Roles of words that lead up to an item option: "in the", "size". */
const CHOOSING = Role.PREPOSITION | Role.SIZE_MARK | Role.AND | Role.SIZE | Role.COLOR;

/** "pass 44 Carla can have it" */
function givesItemToNamedPerson(clause: Clause, at: number): boolean {
  return at === 0 && ['can', 'wants', 'needs', 'will'].includes(clause.list[at + 1]?.text ?? '');
}

/**
 * Judges a clause after a pass. The clause explains the pass, so only words that may take the pass back are a
 * danger.
 */
export function verdictAfterPass(clause: Clause): Verdict {
  const { list } = clause;
  const otherWords = list.filter(({ term }) => !(term.roles & Role.NOT)).length;
  // "12番キャンセルしないでください"
  const deniesPass =
    list[0]?.term.latin === false && list[0].term.glued && clause.comment.terms[clause.first - 1]?.act;
  const denies = clause.rolesAt(0) & Role.NOT && (otherWords < MIN_EXCUSE_WORDS || deniesPass);
  const hasMistake = list.some((_, at) => clause.talkAt(at)?.kind === 'mistake');
  // "pass 44 maybe"
  const hedges =
    !hasMistake && list.every(({ term }) => (term.roles & (Role.DOUBT | Role.HARMLESS)) === Role.DOUBT);
  if (hedges || denies || clause.makesNumberAnAmount || clause.directlyPrecedesClaim) {
    return verdictOf(clause);
  }
  // "cancel 12, accidentally typed cancel"
  const repeatsPass = list.some(({ term }) => term.act === 'pass');
  for (let at = 0; at < list.length;) {
    const talk = clause.talkAt(at);
    const isMistake = talk?.kind === 'mistake' && (repeatsPass || !clause.comment.undoes);
    // "je passe la 14 finalement"
    const takesBack = talk?.kind === 'retraction' && !(clause.rolesAt(at) & Role.ANYMORE);
    if (takesBack || isMistake) return 'retraction';
    if (talk) {
      at += talk.length;
      continue;
    }
    const { term } = list[at] as Word;
    // "chồng không cho mua": a denied claim is a reason.
    const denied = clause.hasBefore((list[at] as Word).index, Role.NOT);
    const isClaim =
      term.act === 'claim' && term.strength >= Strength.PACK && !clause.opensTalk(at) && !denied;
    const dangers = clause.comment.undoes ? DANGER_AFTER_PASS & ~Role.CORRECTION : DANGER_AFTER_PASS;
    const unsettles = term.roles & dangers && !(term.roles & Role.HARMLESS);
    if (
      isClaim ||
      unsettles ||
      (clause.isName(at) &&
        !clause.shopCapitalizesNouns &&
        !clause.isAddressee(at) &&
        !givesItemToNamedPerson(clause, at)) ||
      isUnclear(clause, at, '@*')
    ) {
      return 'danger';
    }
    // "cancel 45, double claimed": a pass has no amount.
    const isAmount = (term.roles & Role.COUNT) !== 0 && (!clause.directlyFollowsClaim || at > 0);
    // "ist mir zu groß": too large is a reason, not a size.
    const isInReport =
      at >= MIN_WORDS_BEFORE_REPORTED_OPTION && !clause.hasBefore((list[at] as Word).index, CHOOSING);
    const isReason = isInReport || clause.rolesAt(at - 1) & Role.DOUBT || list[at - 1]?.text === 'zu';
    if (clause.isVariantOrAmount(at) && !isAmount && !isReason) return 'plain';
    at++;
  }
  return list.length > 0 ? 'harmless' : 'plain';
}
