import type { AllocationPolicy } from '@sellary/extension-kit';

/** The tag that makes a buyer a VIP. */
const TAG = 'vip';
const isVip = (tags: readonly string[]): boolean => tags.includes(TAG);

/**
 * Gives a freed unit to the first VIP in line (a buyer with the tag `vip`), or to the first buyer in line if
 * there is no VIP. A unit already won is never taken away.
 */
export const vipFirst: AllocationPolicy<'tags' | 'wholeLine'> = {
  name: 'vip-first',
  version: 2,
  servesOutright: true,
  label: 'VIPs first',
  needs: ['tags', 'wholeLine'],
  tags: [TAG],

  order: (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival,

  decide(request, item) {
    if (request.queueOnly) return { verdict: 'wait', rule: 'queue_only' };
    return item.claimed < item.total
      ? { verdict: 'win', rule: 'unit_left' }
      : { verdict: 'wait', rule: 'no_unit_left' };
  },

  next: (line) => line.find(({ tags = [] }) => isVip(tags)) ?? line[0] ?? null,
};

/** While buyers are in line, only new VIP requests win a free unit. Kept to replay shows that used it. */
export const vipFirstVersion1: typeof vipFirst = {
  ...vipFirst,
  version: 1,
  servesOutright: false,

  decide(request, item, buyer, rules) {
    const decision = vipFirst.decide(request, item, buyer, rules);
    if (decision.verdict !== 'win' || item.waiting === 0) return decision;
    return isVip(buyer.tags)
      ? { verdict: 'win', rule: 'vip_first' }
      : { verdict: 'wait', rule: 'someone_waiting' };
  },
};
