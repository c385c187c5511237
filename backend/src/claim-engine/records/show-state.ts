import type { LockedShow, ShowRow } from '../../shows';
import { type AllocationPolicy, findPolicy, type ShowState } from '../domain/allocation';

/** State that every decision in the show depends on, as stored. */
export const showState = ({ row }: LockedShow): ShowState => ({
  spans: row.spans,
  ended: row.status === 'ended',
  maxClaimsPerComment: row.max_claims_per_comment,
  policy: policyOf(row),
});

/** @throws Error if a later version of the product activated the show with a policy that this one does not have */
function policyOf({ policy }: ShowRow): AllocationPolicy {
  const known = findPolicy(policy);
  if (known === undefined) throw new Error(`This version of the product does not have the show's allocation policy ${policy}`);
  return known;
}
