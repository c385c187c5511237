import type { Buyer, PlatformId } from '@sellary/contracts';

/** Columns of the buyer in a row that has its own id and platform. */
export interface BuyerColumns extends Omit<Buyer, 'id' | 'platform'> {
  buyerId: string;
  buyerPlatform: PlatformId;
}

export const buyerOf = ({ buyerId: id, buyerPlatform: platform, ...row }: BuyerColumns): Buyer => {
  const { platformUserId, handle, displayName, hidden } = row;
  return { id, platform, platformUserId, handle, displayName, hidden };
};
