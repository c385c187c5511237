import type { ClaimRule } from '@sellary/contracts';
import type {
  AllocationPolicy,
  ClaimRequest,
  ItemView,
  Verdict,
  WaitingClaim,
} from '@sellary/extension-kit/domain';

/**
 * First come, first served: the earlier fair time wins. While a show uses this policy, a freed unit goes to
 * the line immediately, so a unit is free only if all buyers in line asked only to wait. Such buyers do not
 * keep the unit from others.
 */
export const firstCome: AllocationPolicy<never> = {
  name: 'first-come',
  version: 3,
  servesOutright: true,
  label: 'First come, first served',
  needs: [],

  order: (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival,

  decide(request: Readonly<ClaimRequest>, item: ItemView): Verdict & { rule: ClaimRule } {
    if (request.queueOnly) return { verdict: 'wait', rule: 'queue_only' };
    return item.claimed < item.total
      ? { verdict: 'win', rule: 'unit_left' }
      : { verdict: 'wait', rule: 'no_unit_left' };
  },

  next: (line: readonly WaitingClaim[]): WaitingClaim | null => line[0] ?? null,
};

/** Version 2: a free unit is kept for buyers who asked only to wait, and all later requests join the line. */
export const firstComeAfterLine: AllocationPolicy<never> = {
  ...firstCome,
  version: 2,
  servesOutright: false,

  decide(request, item, buyer, rules) {
    const verdict = firstCome.decide(request, item, buyer, rules);
    return verdict.verdict === 'win' && item.waiting > 0
      ? { verdict: 'wait', rule: 'someone_waiting' }
      : verdict;
  },
};

/** Version 1: decides only one unit of a comment that asks for several. */
export const firstComeOneUnit: AllocationPolicy<never> = {
  ...firstComeAfterLine,
  version: 1,
  onlyFirstUnit: true,
};
