import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import { type LockedShow, rulesOf } from '../../shows';
import { type BoardFact, factsFor, type ShowState } from '../domain/allocation';

/** A show with the server's policies and grammars. */
export type ShowWithCatalog = Pick<LockedShow, 'row' | 'catalog'>;

/** The stored state that every decision in the show depends on. */
export function showState({ row, catalog }: ShowWithCatalog): ShowState {
  const rules = rulesOf(row);
  return {
    spans: row.spans,
    ended: row.status === 'ended',
    rules,
    policy: catalog.policy(rules.policy) ?? missingPolicy(rules.policy),
    hasPending: row.pending_count > 0,
  };
}

/** The facts that the show's policy and limits need for a decision. */
export function neededFacts(show: ShowWithCatalog): ReadonlySet<BoardFact> {
  const { policy, rules } = showState(show);
  return factsFor(policy, rules);
}

/**
 * Placeholder for a policy that is not loaded. Every call to it fails, so that `FALLBACK_POLICY` decides
 * instead.
 */
function missingPolicy(id: string): AllocationPolicy {
  const [name = id, version] = id.split('@');
  const fail = (): never => {
    throw new Error('it is not loaded on this server. Load the extension that provides it');
  };
  const missing = { name, version: Number(version), needs: [], order: fail, decide: fail, next: fail };
  return policyId(missing) === id ? missing : { ...missing, name: id };
}
