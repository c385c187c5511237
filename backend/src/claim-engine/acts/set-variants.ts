import type { VariantInput } from '@sellary/contracts';
import { type Board, itemKeyOf, lineKey, variantOf } from '../domain/allocation';

/**
 * Gives an item one stock line per variant, or a single line if `variants` is null. Remaining lines do not
 * change, and all units in new lines are free. Removed lines have no claims.
 */
export function setVariants(board: Board, itemId: string, variants: readonly VariantInput[] | null): void {
  const before = board.linesOf(itemId);
  const [first] = before;
  if (first === undefined) return;
  const itemKey = itemKeyOf(first.key);
  const empty = { id: itemId, claimed: 0, waiting: 0, lastPlace: 0 };
  const total = before.reduce((sum, line) => sum + line.total, 0);
  const after =
    variants === null
      ? [{ ...empty, key: itemKey, total }]
      : variants.map(({ name, totalQuantity }) => ({
          ...empty,
          key: lineKey(itemKey, name),
          total: totalQuantity,
        }));
  for (const { key } of before) {
    if (!after.some((line) => line.key === key)) board.removeLine(key);
  }
  for (const line of after) board.addLine(line);
}

/** The item's lines whose quantity changes. */
export function changedLines(
  board: Board,
  itemId: string,
  variants: readonly VariantInput[],
): { itemKey: string; total: number }[] {
  const newTotals = new Map(variants.map(({ name, totalQuantity }) => [name, totalQuantity]));
  return board.linesOf(itemId).flatMap(({ key, total }) => {
    const to = newTotals.get(variantOf(key) ?? '');
    return to === undefined || to === total ? [] : [{ itemKey: key, total: to }];
  });
}
