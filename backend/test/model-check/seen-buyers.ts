import type { Buyer } from '@sellary/contracts';

/** Buyers as they appear in the ledger rows. */
export class SeenBuyers {
  private readonly seen: Pick<Buyer, 'id' | 'platform' | 'platformUserId' | 'handle'>[] = [];

  /** @returns false if the buyer contradicts an earlier row */
  record({ id, platform, platformUserId, handle }: Buyer): boolean {
    const isSame = (buyer: Pick<Buyer, 'platform' | 'platformUserId'>): boolean =>
      buyer.platform === platform && buyer.platformUserId === platformUserId;
    const known = this.seen.find((buyer) => buyer.id === id || isSame(buyer));
    if (known === undefined) this.seen.push({ id, platform, platformUserId, handle });
    return known === undefined || (known.id === id && isSame(known));
  }

  /**
   * Finds the buyer who should get an award made to this handle or id.
   * @returns a known buyer's id, 'ambiguous', or null for a new buyer
   */
  expected(handle: string, platformUserId: string | undefined): string | null {
    if (platformUserId !== undefined) {
      return (
        this.seen.find((buyer) => buyer.platform === 'rehearsal' && buyer.platformUserId === platformUserId)
          ?.id ?? null
      );
    }
    const named = this.seen.filter((buyer) => buyer.handle.toLowerCase() === handle.toLowerCase());
    return named.length > 1 ? 'ambiguous' : (named[0]?.id ?? null);
  }
}
