import type { ActDefinition } from './act-definition';

/** Gives a free unit to a buyer: their waiting claim wins, or a new claim is made. */
export const award: ActDefinition<'award'> = {
  name: 'award',
  version: 1,
  undoable: () => true,
  inputs: ({ itemId, buyerId, claimId, at }, board) => {
    const item = board.itemById(itemId);
    return item === undefined
      ? []
      : [{ kind: 'award', itemKey: item.key, buyerId, claimId, at: Date.parse(at) }];
  },
};
