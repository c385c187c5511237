import type { Element, FlagElement } from './element';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/**
 * Marks corrections. In "56 やっぱり65" after a claim word, the word between the two items corrects the first
 * one. It does not take the claim back.
 */
export function markCorrections(terms: readonly Term[]): void {
  terms.forEach((term, index) => {
    const between = terms[index - 1]?.kind === 'number' || terms[index - 1]?.act === 'claim';
    const corrects = term.noLonger && (term.roles & Role.CORRECTION) !== 0;
    const followsClaim = terms.slice(0, index).some(({ act }) => act === 'claim');
    if (!corrects || !between || !followsClaim || terms[index + 1]?.kind !== 'number') return;
    term.act = null;
    term.noLonger = false;
    term.strength = Strength.NONE;
    term.roles = Role.CORRECTION;
  });
}

type PlacedFlag = Extract<Element, FlagElement>;

/**
 * Merges "not … any more", which is a pass in every language, into one pass word in place of the negation,
 * regardless of the claim verb's position.
 */
export function mergeNoLongerPhrases(elements: Element[]): Element[] {
  const flags = elements.filter((element): element is PlacedFlag => element.kind === 'flag');
  if (!flags.some((flag) => flag.flag === 'anymore') || !flags.some((flag) => flag.flag === 'not')) {
    return elements;
  }
  const anymoreClauses = new Set(flags.filter((flag) => flag.flag === 'anymore').map((flag) => flag.clause));
  const deniedClauses = new Set(flags.filter((flag) => flag.flag === 'not').map((flag) => flag.clause));
  const lastPassClause = clauseBeforeExplanation(elements, deniedClauses);
  return elements.flatMap((element): Element[] => {
    if (element.kind !== 'flag') return [element];
    if (
      lastPassClause !== null &&
      element.clause > lastPassClause &&
      ['not', 'anymore'].includes(element.flag)
    ) {
      return [];
    }
    if (element.flag === 'anymore' && deniedClauses.has(element.clause)) return [];
    if (element.flag !== 'not' || !anymoreClauses.has(element.clause)) return [element];
    const { start, end, clause } = element;
    const pass = {
      kind: 'act',
      act: 'pass',
      strength: Strength.WEAK,
      word: '',
      noLonger: true,
      participle: false,
      letterQuantity: false,
      isShopLanguage: true,
    } as const;
    return [{ ...pass, start, end, clause }];
  });
}

/**
 * Returns the last clause before the denials if they only explain a complete pass before them ("cancel 17,
 * wala na budget"), or null otherwise.
 */
function clauseBeforeExplanation(
  elements: readonly Element[],
  deniedClauses: ReadonlySet<number>,
): number | null {
  const first = Math.min(...deniedClauses);
  const elementsOfKind = (kind: 'act' | 'item'): Element[] =>
    elements.filter((element) => element.kind === kind);
  const acts = elementsOfKind('act');
  const complete =
    acts.length > 0 &&
    acts.every(
      (act) =>
        act.kind === 'act' && act.act === 'pass' && act.strength >= Strength.PACK && act.clause < first,
    );
  const items = elementsOfKind('item');
  if (!complete || items.length === 0 || !items.every((item) => item.clause < first)) return null;
  return first - 1;
}
