import type { ActDefinition } from './act-definition';

/** Sets a claim's flag and note. Does not change any decision. */
export const flag: ActDefinition<'flag'> = {
  name: 'flag',
  version: 1,
  rerecordedClaimIds: ({ claimId }) => [claimId],
};
