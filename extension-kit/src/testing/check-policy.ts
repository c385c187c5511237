import { type AllocationPolicy, policyFault, policyId } from '../domain';
import { ConformanceError } from './conformance-error';

export interface PolicyCheck {
  /** Number of random sales; 2,000 if left out. */
  sales?: number;
  /** First sale of the search; the default is 1. The message of a failure names the sale. */
  seed?: number;
}

/**
 * Checks an allocation policy with random sales: it answers every question, synchronously and in the same way
 * each time, decides the same when the sale is replayed, and never gives more units than there are.
 * @throws ConformanceError
 */
export function checkPolicy(policy: AllocationPolicy, { sales = 2_000, seed = 1 }: PolicyCheck = {}): void {
  const fault = policyFault(policy, { sales, seed });
  if (fault !== null) {
    throw new ConformanceError(`The allocation policy ${policyId(policy)}`, [`It ${fault}.`]);
  }
}
