import type { Buyer, Claim } from '@sellary/contracts';

/** Search terms for a buyer. `buyer` finds claims by all buyers with this handle, `q` finds comments. */
export function searchTermsFor({ handle }: Pick<Buyer, 'handle'>): { buyer: string; q: string } {
  return { buyer: handle, q: handle.replace(/^@/, '') };
}

/** The other buyers, except hidden viewers, in the `claims` found for this buyer's handle. */
export function namesakesOf({ id, hidden }: Buyer, claims: readonly Pick<Claim, 'buyer'>[]): Buyer[] {
  if (hidden) return [];
  const others = claims.map(({ buyer }) => buyer).filter((buyer) => buyer.id !== id && !buyer.hidden);
  return [...new Map(others.map((buyer) => [buyer.id, buyer])).values()];
}
