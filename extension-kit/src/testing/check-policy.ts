import { type AllocationPolicy, policyFault, policyId } from '../domain';
import { ConformanceError } from './conformance-error';

export interface PolicyCheck {
  /** Number of random sales; 2,000 if left out. */
  sales?: number;
  /** Number of the first random sale; the default is 1. Failure messages contain the number of the sale. */
  seed?: number;
}

/**
 * Checks an allocation policy with random sales: each call returns a result synchronously, and the same
 * result each time; a replayed sale has the same decisions; and no more units are given away than there are.
 * @throws ConformanceError
 */
export function checkPolicy(policy: AllocationPolicy, { sales = 2_000, seed = 1 }: PolicyCheck = {}): void {
  const fault = policyFault(policy, { sales, seed });
  if (fault !== null) {
    throw new ConformanceError(`The allocation policy ${policyId(policy)}`, [`It ${fault}.`]);
  }
}
