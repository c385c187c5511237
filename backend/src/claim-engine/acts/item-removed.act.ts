import type { ActDefinition } from './act-definition';

/** Removes an item without claims. */
export const itemRemoved: ActDefinition<'item_removed'> = {
  name: 'item_removed',
  version: 1,
  prepare: (board, { itemId }) => board.removeItem(itemId),
};
