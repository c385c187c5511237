import type { ActDefinition } from './act-definition';
import { itemChanged } from './item-changed.act';
import { changedLines } from './set-variants';

/**
 * Changes how many units an item has, optionally together with its item number. New units first go to the
 * buyers in line.
 */
export const quantity: ActDefinition<'quantity'> = {
  name: 'quantity',
  version: 1,
  undoable: ({ renumbered, variants, matches, returned }) =>
    renumbered !== true &&
    matches === undefined &&
    returned === undefined &&
    (variants === undefined || (variants.before !== null && variants.after !== null)),
  prepare: (board, input) => itemChanged.prepare?.(board, input),
  inputs: (input, board, earlier) => {
    const item = board.itemById(input.itemId);
    if (item === undefined) return [];
    const after = input.variants?.after;
    const lines =
      after == null ? [{ itemKey: item.key, total: input.total }] : changedLines(board, input.itemId, after);
    return [
      ...lines.map((line) => ({ kind: 'quantity' as const, ...line })),
      ...(itemChanged.inputs?.(input, board, earlier) ?? []),
    ];
  },
};
