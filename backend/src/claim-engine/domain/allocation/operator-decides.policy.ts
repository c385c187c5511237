import type { AllocationPolicy } from '@sellary/extension-kit/domain';

/**
 * Sends every claim to review and does not give away freed units, so that operators decide. It replaces a
 * policy that failed, because a wrong claim is worse than a late one.
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
