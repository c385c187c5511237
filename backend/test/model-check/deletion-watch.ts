import type { Actor, OperatorAct } from '@sellary/contracts';

/**
 * Checks that the engine releases exactly the claims that the deleted-comments rule requires, and flags only
 * claims that the rule allows it to flag.
 */
export class DeletionWatch {
  /** Claims that the rule must still release, and claims that it may flag. */
  expected: { released: string[]; flagged: string[] } = { released: [], flagged: [] };

  /** @returns differences, as text */
  check(act: OperatorAct, by: Actor | undefined): string[] {
    if (act.act === 'decide_due') return [];
    const { released, flagged } = this.expected;
    if (by?.kind !== 'engine') {
      this.expected = { released: [], flagged: [] };
      return released.length === 0
        ? []
        : [`${released.length} claims of a deleted comment were not released`];
    }
    const ids = act.act === 'release' ? released : act.act === 'flag' ? flagged : [];
    const id = 'claimId' in act.input ? act.input.claimId : '';
    const without = (all: string[]): string[] => all.filter((other) => other !== id);
    this.expected = { released: without(released), flagged: without(flagged) };
    return ids.includes(id) ? [] : [`no rule asks for this ${act.act}`];
  }
}
