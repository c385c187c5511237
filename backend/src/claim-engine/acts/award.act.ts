import { itemKeyOf, lineKey } from '../domain/allocation';
import type { ActDefinition } from './act-definition';

/** Gives a free unit to a buyer. The buyer's waiting claim wins, or the buyer gets a new claim. */
export const award: ActDefinition<'award'> = {
  name: 'award',
  version: 1,
  undoable: () => true,
  inputs: ({ itemId, buyerId, claimId, at, variant }, board) => {
    const item = board.itemById(itemId);
    return item === undefined
      ? []
      : [
          {
            kind: 'award',
            itemKey: lineKey(itemKeyOf(item.key), variant),
            buyerId,
            claimId,
            at: Date.parse(at),
          },
        ];
  },
};
