import type { ActDefinition } from './act-definition';
import { itemAppears } from './item-changed.act';
import { setVariants } from './set-variants';

/** Adds items and decides the unmatched claims on their numbers. */
export const itemsAdded: ActDefinition<'items_added'> = {
  name: 'items_added',
  version: 1,
  undoable: () => true,
  prepare: (board, { items }) => {
    for (const { id, itemKey, totalQuantity, variants } of items) {
      board.addItem({ id, key: itemKey, total: totalQuantity, claimed: 0, waiting: 0, lastPlace: 0 });
      if (variants !== undefined) setVariants(board, id, variants);
    }
  },
  inputs: (input) => input.items.map(({ itemKey }) => itemAppears(itemKey, input)),
};
