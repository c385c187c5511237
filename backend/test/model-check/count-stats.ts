import type { Claim, Comment, Item, Show, ShowStats } from '@sellary/contracts';

/** A show's counters, recounted from its lists. */
export function countStats(
  { currency }: Pick<Show, 'currency'>,
  items: Item[],
  claims: Claim[],
  comments: Comment[],
): ShowStats {
  const countOf = (status: string): number => claims.filter((claim) => claim.status === status).length;
  return {
    items: items.length,
    itemsClaimed: items.filter((item) =>
      claims.some((claim) => claim.itemId === item.id && claim.status === 'winner'),
    ).length,
    unitsTotal: items.reduce((sum, item) => sum + item.totalQuantity, 0),
    unitsClaimed: countOf('winner'),
    winners: countOf('winner'),
    waitlisted: countOf('waitlist'),
    unmatched: countOf('unmatched'),
    pending: countOf('pending') + comments.reduce((sum, comment) => sum + pendingPasses(comment), 0),
    review: comments.filter(({ outcome, resolution }) => outcome === 'review' && resolution === undefined)
      .length,
    uniqueBuyers: new Set(claims.filter((claim) => claim.status === 'winner').map((claim) => claim.buyer.id))
      .size,
    comments: comments.length,
    claims: claims.length,
    ...(currency === undefined ? {} : { amountWon: claims.reduce((sum, { price = 0 }) => sum + price, 0) }),
  };
}

/** Counts a comment's passes that are waiting for the fairness window to end. */
const pendingPasses = ({ outcome, outcomes = [] }: Comment): number =>
  outcome === 'pending'
    ? outcomes.filter((result) => result.outcome === 'pending' && result.claimIds.length === 0).length
    : 0;
