import type { Claim, Item } from '@sellary/contracts';

/** The item with the counts and the winners that follow from its claims. */
export function countItem(item: Item, winners: readonly Claim[], line: readonly string[]): Item {
  return {
    ...item,
    claimedCount: winners.length,
    waitlistCount: line.length,
    status: winners.length === 0 ? 'unclaimed' : winners.length < item.totalQuantity ? 'partial' : 'sold_out',
    winners: winners.map(({ id, buyer: { handle, displayName } }) => ({ claimId: id, handle, displayName })),
  };
}
