import type { ShowRules } from '@sellary/contracts';
import { type LockedShow, rulesOf } from '../../shows';
import { type AllocationPolicy, findPolicy, type ShowState } from '../domain/allocation';

/** State that every decision in the show depends on, as stored. */
export function showState({ row }: Pick<LockedShow, 'row'>): ShowState {
  const rules = rulesOf(row);
  return {
    spans: row.spans,
    ended: row.status === 'ended',
    rules,
    policy: policyOf(rules),
    hasPending: row.pending_count > 0,
  };
}

/** True if the policy chooses among all waiters of an item, so that all of them are loaded. */
export const needsWholeLine = (rules: ShowRules): boolean =>
  findPolicy(rules.policy)?.needs.includes('wholeLine') ?? false;

/**
 * @throws Error if a later version of the product activated the show with a policy that this one does not
 * have
 */
function policyOf({ policy }: ShowRules): AllocationPolicy {
  const known = findPolicy(policy);
  if (known === undefined) {
    throw new Error(`This version of the product does not have the show's allocation policy ${policy}`);
  }
  return known;
}
