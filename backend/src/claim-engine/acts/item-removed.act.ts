import type { ActDefinition } from './act-definition';

/** Removes an item that nobody has claimed. */
export const itemRemoved: ActDefinition<'item_removed'> = {
  name: 'item_removed',
  version: 1,
  prepare: (board, { itemId }) => board.removeItem(itemId),
};
