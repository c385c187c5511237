import type { Clause } from './clause';
import { ITEM_WORDS } from './clause-words';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/** Roles of words that may take the claim back, or make the answer a condition of it. */
const UNSETTLING =
  Role.NOT | Role.ANYMORE | Role.CONDITION | Role.JOKE | Role.CORRECTION | Role.DOUBT | Role.ALL;

/**
 * True for a question about the shop in a sentence after the claim: "sold 50. do you ship to Canada?". The claim does
 * not wait for the answer. A question about the item (`is it chipped?`) or about the claim (`did I get it?`) may.
 */
export function asksAside(clause: Clause): boolean {
  const { list, comment } = clause;
  const combines = asksToCombine(clause);
  if (!clause.isBehindCore || !(combines || startsSentence(comment.terms, clause.first))) return false;
  if (clause.isBehindPass || comment.core.indexOf(true, clause.end) >= 0) return false;
  const asksBySign = comment.terms[clause.end]?.text === '?';
  const asks = asksBySign || (clause.rolesAt(0) & (Role.QUESTION | Role.ASKING)) !== 0;
  if (!asks || !list.some((_, at) => clause.talkAt(at, 'topic'))) return false;
  return list.every(({ text, term }, at) => {
    if (term.kind !== 'word') return term.kind === 'sign' && !'@*='.includes(term.text);
    if (ITEM_WORDS.has(text) || (term.act !== null && term.strength >= Strength.PACK)) return false;
    const kind = clause.talkAt(at)?.kind;
    if (kind === 'retraction' || kind === 'slip' || (combines && kind === 'danger')) return false;
    // The "không" that ends a question in Vietnamese also denies.
    const ends = at === list.length - 1 && (term.roles & (Role.QUESTION | Role.NOT)) !== 0 && asksBySign;
    return !(term.roles & UNSETTLING) || ends || clause.talkAt(at, 'topic') !== null;
  });
}

/** "sold 31 and sold 47, can you ship together": whatever the answer is, the claims are meant. */
function asksToCombine({ list, comment, first }: Clause): boolean {
  if (
    comment.terms[first - 1]?.text !== ',' ||
    !/^(?:can|could|would|will) /.test(list[0]?.term.text ?? '')
  ) {
    return false;
  }
  return list.some(({ text }) => ['together', 'combine', 'combined', 'bundle'].includes(text));
}

/** A sign or a line that ends a sentence is before the term. */
function startsSentence(terms: readonly Term[], first: number): boolean {
  const before = terms[first - 1];
  return before?.kind === 'line' || (before?.kind === 'sign' && '.!…;'.includes(before.text));
}
