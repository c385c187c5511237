import type { AllocationPolicy } from '@sellary/extension-kit';

/** The tag that makes a buyer a VIP. */
const TAG = 'vip';
const isVip = (tags: readonly string[]): boolean => tags.includes(TAG);

/**
 * A buyer with the tag `vip` gets a free unit although others wait, and the first VIP in line gets a unit that
 * becomes free. A unit that was won is never taken away. Among VIPs, and among all others, the first comment wins.
 */
export const vipFirst: AllocationPolicy<'tags' | 'wholeLine'> = {
  name: 'vip-first',
  version: 1,
  label: 'VIPs first',
  needs: ['tags', 'wholeLine'],
  tags: [TAG],

  order: (a, b) => a.fairTime - b.fairTime || a.arrival - b.arrival,

  decide(request, item, buyer) {
    if (request.queueOnly) return { verdict: 'wait', rule: 'queue_only' };
    if (item.claimed >= item.total) return { verdict: 'wait', rule: 'no_unit_left' };
    if (item.waiting === 0) return { verdict: 'win', rule: 'unit_left' };
    return isVip(buyer.tags)
      ? { verdict: 'win', rule: 'vip_first' }
      : { verdict: 'wait', rule: 'someone_waiting' };
  },

  next: (line) => line.find(({ tags = [] }) => isVip(tags)) ?? line[0] ?? null,
};
