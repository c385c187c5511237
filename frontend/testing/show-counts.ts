import type { Claim, Item, ShowStats } from '@sellary/contracts';
import { NO_STATS } from './wire';

/** Computes a show's statistics from its items and claims. */
export function countShow(
  items: readonly Item[],
  claims: readonly Claim[],
  { review, comments }: Pick<ShowStats, 'review' | 'comments'>,
): ShowStats {
  const withStatus = (status: Claim['status']): Claim[] => claims.filter((claim) => claim.status === status);
  return {
    ...NO_STATS,
    items: items.length,
    itemsClaimed: items.filter(({ claimedCount }) => claimedCount > 0).length,
    unitsTotal: items.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
    unitsClaimed: items.reduce((sum, { claimedCount }) => sum + claimedCount, 0),
    winners: withStatus('winner').length,
    waitlisted: withStatus('waitlist').length,
    unmatched: withStatus('unmatched').length,
    pending: withStatus('pending').length,
    review,
    uniqueBuyers: new Set(withStatus('winner').map(({ buyer }) => buyer.id)).size,
    comments,
    claims: claims.length,
  };
}
