import type { ActDefinition } from './act-definition';
import { itemChanged } from './item-changed.act';

/** Changes how many units an item has, with or without a new number. New units go to the waiters first. */
export const quantity: ActDefinition<'quantity'> = {
  name: 'quantity',
  version: 1,
  undoable: ({ renumbered }) => renumbered !== true,
  prepare: (board, input) => itemChanged.prepare?.(board, input),
  inputs: (input, board, earlier) => {
    const item = board.itemById(input.itemId);
    if (item === undefined) return [];
    return [
      { kind: 'quantity', itemKey: item.key, total: input.total },
      ...(itemChanged.inputs?.(input, board, earlier) ?? []),
    ];
  },
};
