import type { AllocationPolicy } from '@sellary/extension-kit/domain';

/**
 * Sends every claim to review and gives no freed unit away: operators decide. A show whose policy failed is
 * decided by this policy, because a wrong claim is worse than a late claim.
 */
export const operatorDecides: AllocationPolicy<never> = {
  name: 'operator-decides',
  version: 1,
  label: 'An operator decides',
  needs: [],
  order: (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival,
  decide: () => ({ verdict: 'review', rule: 'operator_decides' }),
  next: () => null,
};
