import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import { operatorDecides } from './operator-decides.policy';
import { firstCome, firstComeAfterLine, firstComeOneUnit } from './first-come.policy';

/** The policy for new shows. */
export const DEFAULT_POLICY: AllocationPolicy = firstCome;

/** The policy for shows from before ledgers recorded one. */
export const OLDEST_POLICY: AllocationPolicy = firstComeOneUnit;

/** The policy for a show whose own policy failed. */
export const FALLBACK_POLICY: AllocationPolicy = operatorDecides;

/** Policies that a ledger may refer to: versions 1 to 3 of `first-come`, and `operator-decides`. */
export const BUILT_IN_POLICIES: readonly AllocationPolicy[] = [
  firstComeOneUnit,
  firstComeAfterLine,
  firstCome,
  operatorDecides,
];

/** @returns the built-in policy with this id, for example `first-come@1`; undefined if there is none */
export const findPolicy = (id: string): AllocationPolicy | undefined =>
  BUILT_IN_POLICIES.find((policy) => policyId(policy) === id);
