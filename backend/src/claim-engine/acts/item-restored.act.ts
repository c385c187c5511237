import type { ActDefinition } from './act-definition';

/** Puts a withdrawn item back on sale. Its closed claims wait again, and free units go to them first. */
export const itemRestored: ActDefinition<'item_restored'> = {
  name: 'item_restored',
  version: 1,
  undoable: () => true,
  inputs: ({ itemId }, board) =>
    board.linesOf(itemId).map(({ key }) => ({ kind: 'withdrawn', itemKey: key, withdrawn: false })),
};
