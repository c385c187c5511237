import type { ClaimRule } from '@sellary/contracts';
import type {
  AllocationPolicy,
  ClaimRequest,
  ItemView,
  Verdict,
  WaitingClaim,
} from '@sellary/extension-kit/domain';

/** First come, first served: the earlier fair time wins, and no newcomer passes a buyer in line. */
export const firstCome: AllocationPolicy<never> = {
  name: 'first-come',
  version: 2,
  label: 'First come, first served',
  needs: [],

  order: (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival,

  decide(request: Readonly<ClaimRequest>, item: ItemView): Verdict & { rule: ClaimRule } {
    if (request.queueOnly) return { verdict: 'wait', rule: 'queue_only' };
    if (item.claimed >= item.total) return { verdict: 'wait', rule: 'no_unit_left' };
    // A unit can be free although a line exists, if all buyers in it asked only to wait. A newcomer still
    // does not pass them.
    return item.waiting > 0
      ? { verdict: 'wait', rule: 'someone_waiting' }
      : { verdict: 'win', rule: 'unit_left' };
  },

  next: (line: readonly WaitingClaim[]): WaitingClaim | null => line[0] ?? null,
};

/** Version 1: decides only one unit of a comment that asks for several. */
export const firstComeOneUnit: AllocationPolicy<never> = { ...firstCome, version: 1, onlyFirstUnit: true };
