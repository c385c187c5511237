import type { Buyer, PlatformId } from '@sellary/contracts';

/** Columns of the buyer in a row that has its own id and platform. */
export interface BuyerColumns extends Omit<Buyer, 'id' | 'platform'> {
  buyerId: string;
  buyerPlatform: PlatformId;
}

export const buyerOf = (row: BuyerColumns): Buyer => ({
  id: row.buyerId,
  platform: row.buyerPlatform,
  platformUserId: row.platformUserId,
  handle: row.handle,
  displayName: row.displayName,
  hidden: row.hidden,
});
