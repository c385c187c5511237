import { type AllocationPolicy, policyId } from './allocation-policy';
import { operatorDecides } from './operator-decides.policy';
import { firstCome, firstComeOneUnit } from './first-come.policy';

/** The policy that new shows are decided by. */
export const DEFAULT_POLICY: AllocationPolicy = firstCome;

/** The policy of every show whose ledger names none. */
export const FIRST_POLICY: AllocationPolicy = firstComeOneUnit;

/** The policy of a show whose own policy failed. */
export const FALLBACK_POLICY: AllocationPolicy = operatorDecides;

/** Every policy version that a ledger may name. */
const POLICIES: readonly AllocationPolicy[] = [firstComeOneUnit, firstCome, operatorDecides];

export const POLICY_IDS: readonly string[] = POLICIES.map(policyId);

/** @returns the id of the newest version of the policy that `id` names */
export function newestVersion(id: string): string {
  const [newest] = POLICIES.filter(({ name }) => id.startsWith(`${name}@`)).sort(
    (a, b) => b.version - a.version,
  );
  return newest === undefined ? id : policyId(newest);
}

/**
 * @returns the policy that the ledger names, for example `first-come@1`; undefined if this version of the
 * product does not have it
 */
export const findPolicy = (id: string): AllocationPolicy | undefined =>
  POLICIES.find((policy) => policyId(policy) === id);
