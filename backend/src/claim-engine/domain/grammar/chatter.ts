import { isSideQuestion } from './asides';
import { Clause } from './clause';
import type { CommentWithTalk } from './clause-phrases';
import { markCore } from './core';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';
import { verdictAfterPass } from './pass-talk';
import { verdictOf } from './talk';
import { endsTalk } from './talk-ends';
import { type CompiledWords, ENGLISH } from './words';

/**
 * Removes harmless talk around complete claims: "sold 12 taking it to the beach". The talk may contain
 * unlisted words if a known word opens it or it is long enough, and no word is a danger. Returns null if
 * there is nothing to remove or the talk is a danger, and `retraction` if the talk takes the claim back.
 */
export function withoutChatter(
  terms: readonly Term[],
  text: string,
  words: CompiledWords,
  isKnown: (number: string) => boolean,
): Term[] | 'retraction' | null {
  const core = markCore(terms);
  if (!core || !core.includes(false)) return null;
  const acts = new Set(
    terms.flatMap(({ act, strength }, index) =>
      core[index] && act && strength >= Strength.PACK ? [act] : [],
    ),
  );
  const mixesActs = acts.size > 1;
  const undoes = terms.every(
    ({ act, text: word }, index) => !core[index] || act !== 'pass' || LEXICON.cancelWords.has(word),
  );
  const comment: CommentWithTalk = {
    terms,
    text,
    core,
    talkEnds: terms.map((_, index) => endsTalk(terms, core, index)),
    packs: words.anyPacks | ENGLISH,
    undoes: undoes && acts.has('pass'),
    mixesActs,
    isKnown,
  };
  const kept: Term[] = [];
  let removed = false;
  let isAside = false;
  for (let index = 0; index < terms.length;) {
    const term = terms[index] as Term;
    if (endsClause(comment, index)) {
      if (isQuestionMark(term) && !isAside) return null;
      isAside = false;
      kept.push(comment.talkEnds[index] || isQuestionMark(term) ? periodInPlaceOf(term) : term);
      index++;
      continue;
    }
    let end = index;
    while (end < terms.length && !endsClause(comment, end)) end++;
    const clause = new Clause(comment, index, end);
    isAside = isSideQuestion(clause);
    const verdict = isAside ? 'harmless' : clause.isAfterPass ? verdictAfterPass(clause) : verdictOf(clause);
    if (verdict === 'danger') return null;
    if (verdict === 'retraction') return verdict;
    removed ||= verdict === 'harmless';
    kept.push(...(verdict === 'harmless' ? [periodInPlaceOf(term)] : terms.slice(index, end)));
    index = end;
  }
  return removed ? kept : null;
}

function isQuestionMark({ text }: Term): boolean {
  return text === '?' || text === '⁇';
}

/** A period in place of the removed talk. */
function periodInPlaceOf(term: Term): Term {
  return { ...term, kind: 'sign', text: '.', end: term.start, roles: 0, act: null, strength: Strength.NONE };
}

/** True for a term that is not talk: part of a claim, or a separator between clauses. */
function endsClause({ terms, core, talkEnds }: CommentWithTalk, index: number): boolean {
  if (core[index] || isBreak(terms, index) || talkEnds[index]) return true;
  // The "and" in "sold 22 for me and sold 23".
  const term = terms[index];
  // Vietnamese "rồi" also means that something is done: "lương về rồi chốt 12".
  const joins =
    term &&
    ((term.roles & (Role.AND | Role.DOUBT)) === Role.AND ||
      (term.kind === 'sign' && '&/+'.includes(term.text)));
  return Boolean(joins) && core[index + 1] === true;
}

/**
 * True for a sign or a line break that ends a clause. A sign inside a number, or a period after an initial or
 * a label, does not end one.
 */
function isBreak(terms: readonly Term[], index: number): boolean {
  const term = terms[index] as Term;
  if (term.kind === 'newline') return true;
  if (term.kind !== 'sign' || !'.!?⁇,;、()[]…'.includes(term.text)) return false;
  // "Carol J. from Tulsa"
  const before = terms[index - 1];
  const isInitial = term.text === '.' && term.glued && before?.kind === 'word' && before.text.length === 1;
  if (isInitial && terms[index - 2]?.kind === 'word' && terms[index + 1]?.kind === 'word') return false;
  // "Stanley no. 4"
  const isLabel = term.text === '.' && term.glued && ['no', 'nr', 'num'].includes(before?.text ?? '');
  if (isLabel && terms[index + 1]?.kind === 'number') return false;
  const inNumber = terms[index - 1]?.kind === 'number' && terms[index + 1]?.kind === 'number' && term.glued;
  return !(inNumber && terms[index + 1]?.glued === true);
}
