import type { ActDefinition } from './act-definition';

/** Changes an item's number, texts, or place in the list. Unmatched claims for a new number are decided. */
export const itemChanged: ActDefinition<'item_changed'> = {
  name: 'item_changed',
  version: 1,
  prepare: (board, { itemId, itemKey, renumbered }) => {
    if (renumbered === true) board.renumber(itemId, itemKey);
  },
  inputs: ({ itemKey, renumbered }) => (renumbered === true ? [{ kind: 'item_appears', itemKey }] : []),
};
