import type { ActDefinition } from './act-definition';

/** Takes an item off sale. Claims that wait for it are closed. Winners stay. */
export const itemWithdrawn: ActDefinition<'item_withdrawn'> = {
  name: 'item_withdrawn',
  version: 1,
  undoable: () => true,
  inputs: ({ itemId }, board) =>
    board.linesOf(itemId).map(({ key }) => ({ kind: 'withdrawn', itemKey: key, withdrawn: true })),
};
