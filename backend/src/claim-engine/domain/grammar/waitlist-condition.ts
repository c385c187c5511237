import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';

const MAX_RELEASE_WORDS = 2;
/** "unless she passes" means the opposite. */
const EXCEPTION = /unless|menos|sauf|moins|meno|salvo|außer|ausser|kecuali|trừ|maliban/;

/**
 * "waitlist me for 29 if anyone drops out": removes the condition from a comment that only asks for a place
 * in line. A waitlist implies the condition, so it changes nothing.
 */
export function withoutReleaseCondition(terms: readonly Term[]): readonly Term[] {
  const acts = terms.filter(({ act, strength }) => act !== null && strength >= Strength.PACK);
  if (acts.length === 0 || acts.some(({ act }) => act !== 'waitlist')) return terms;
  // "if she passes" is one term.
  const beginsCondition = ({ roles, act, text }: Term): boolean =>
    ((roles & Role.CONDITION) !== 0 && !EXCEPTION.test(text)) || (act !== null && text.startsWith('if '));
  const from = terms.findIndex(beginsCondition);
  const numberAt = terms.findIndex(({ kind }) => kind === 'number');
  const waitlistAt = terms.findIndex(({ act }) => act === 'waitlist');
  if (from < 0 || numberAt < 0 || numberAt > from || waitlistAt > from) return terms;
  const condition = terms.slice(terms[from]?.act ? from : from + 1);
  if (condition.some(({ kind, roles, act }) => kind === 'number' || roles & Role.NOT || act === 'claim')) {
    return terms;
  }
  return condition.some((_, at) => isRelease(condition, at)) ? terms.slice(0, from) : terms;
}

/** "drops out", "falls thru", "passes" */
function isRelease(terms: readonly Term[], at: number): boolean {
  if (terms[at]?.act === 'pass' || terms[at]?.act === 'waitlist') return true;
  return [...Array(MAX_RELEASE_WORDS).keys()].some((extra) =>
    LEXICON.releases.has(
      terms
        .slice(at, at + extra + 1)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
}
