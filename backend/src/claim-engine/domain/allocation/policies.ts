import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import { operatorDecides } from './operator-decides.policy';
import { firstCome, firstComeAfterLine, firstComeOneUnit } from './first-come.policy';

/** The policy of new shows. */
export const DEFAULT_POLICY: AllocationPolicy = firstCome;

/** The policy of shows from the time before ledgers named their policy. */
export const OLDEST_POLICY: AllocationPolicy = firstComeOneUnit;

/** The policy of a show whose own policy failed. */
export const FALLBACK_POLICY: AllocationPolicy = operatorDecides;

/** Policies that a ledger may name: the versions 1 to 3 of `first-come`, and `operator-decides`. */
export const BUILT_IN_POLICIES: readonly AllocationPolicy[] = [
  firstComeOneUnit,
  firstComeAfterLine,
  firstCome,
  operatorDecides,
];

/**
 * @returns the product's own policy of this id, for example `first-come@1`; undefined if the product has no
 * such policy
 */
export const findPolicy = (id: string): AllocationPolicy | undefined =>
  BUILT_IN_POLICIES.find((policy) => policyId(policy) === id);
