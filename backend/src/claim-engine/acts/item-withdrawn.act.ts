import type { ActDefinition } from './act-definition';

/** Withdraws an item. Its waiting claims are closed. Winning claims do not change. */
export const itemWithdrawn: ActDefinition<'item_withdrawn'> = {
  name: 'item_withdrawn',
  version: 1,
  undoable: () => true,
  inputs: ({ itemId }, board) =>
    board.linesOf(itemId).map(({ key }) => ({ kind: 'withdrawn', itemKey: key, withdrawn: true })),
};
