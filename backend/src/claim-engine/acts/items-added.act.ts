import type { ActDefinition } from './act-definition';

/** Adds items. Unmatched claims for their numbers are decided. */
export const itemsAdded: ActDefinition<'items_added'> = {
  name: 'items_added',
  version: 1,
  undoable: () => true,
  prepare: (board, { items }) => {
    for (const { id, itemKey, totalQuantity } of items) {
      board.addItem({ id, key: itemKey, total: totalQuantity, claimed: 0, waiting: 0, lastPlace: 0 });
    }
  },
  inputs: ({ items }) => items.map(({ itemKey }) => ({ kind: 'item_appears', itemKey })),
};
