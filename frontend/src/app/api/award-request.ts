import type { AwardRequest, Buyer } from '@sellary/contracts';

/** Request that awards a unit to a buyer. A buyer entered by hand has no account on a platform. */
export function awardRequestTo({ handle, platformUserId, platform }: Buyer, variant?: string): AwardRequest {
  return {
    userHandle: handle,
    ...(platform === 'manual' ? {} : { platformUserId, platform }),
    ...(variant === undefined ? {} : { variant }),
  };
}
