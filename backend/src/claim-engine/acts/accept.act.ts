import type { ActDefinition } from './act-definition';

/** Accepts comments in review. Each comment is decided at its own claim time, in claim-time order. */
export const accept: ActDefinition<'accept'> = {
  name: 'accept',
  version: 1,
  undoable: () => true,
  inputs: ({ comments }) =>
    comments.map(({ buyerId, block, deleted, claimTime, fairTime, arrival, intents, claimIds }, ref) => ({
      kind: 'accept',
      ...(block === undefined ? {} : { block }),
      ...(deleted === undefined ? {} : { deleted }),
      ...{ ref, buyerId, claimIds, intents: intents.map((intent) => ({ qty: 1, ...intent })) },
      claimTime: Date.parse(claimTime),
      ...(fairTime === undefined ? {} : { viewerDelay: Date.parse(claimTime) - Date.parse(fairTime) }),
      arrival: Date.parse(arrival),
    })),
};
