import type { ClaimChange } from '@sellary/contracts';
import type { Board, UndoInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';
import { changedLines, setVariants } from './set-variants';

/** Reverts an earlier act. The claims that it changed return to their previous state. */
export const undo: ActDefinition<'undo'> = {
  name: 'undo',
  version: 1,
  prepare: (board, { itemId, variants }) => {
    if (itemId !== null && variants !== undefined) setVariants(board, itemId, variants);
  },
  inputs: ({ seq, act, itemId, total = null, variants = [] }, board, earlier) => {
    const undone = earlier(seq);
    const { changes = [], idle = 0, idleByItem = {} } = undone?.input ?? {};
    const changesOn = (key: string): ClaimChange[] =>
      changes.filter(({ claimId }) => board.claim(claimId)?.itemKey === key);
    const item = itemId === null ? undefined : board.itemById(itemId);
    const totals = new Map(
      itemId === null ? [] : changedLines(board, itemId, variants).map((line) => [line.itemKey, line.total]),
    );
    const inputsOfLines = (): UndoInput[] =>
      [...new Set([...lineKeysOf(changes, board), ...totals.keys()])].map((key) =>
        undoInput(key, changesOn(key), totals.get(key) ?? null, idleByItem[key] ?? idle),
      );
    switch (act) {
      case 'items_added':
        return (undone?.act === act ? undone.input.items : []).flatMap(({ id, itemKey, variants: added }) => [
          ...board.linesOf(id).map(({ key }) => ({
            ...undoInput(key, firstChanges(changesOn(key)), null, 0),
            remove: true as const,
          })),
          // Claims that matched none of the variants have the item's key without a variant.
          ...(added === undefined ? [] : [undoInput(itemKey, changesOn(itemKey), null, 0)]),
        ]);
      case 'item_withdrawn':
      case 'item_restored':
        return board.linesOf(itemId ?? '').map(({ key }) => ({
          ...undoInput(key, firstChanges(changesOn(key)), null, idleByItem[key] ?? idle),
          withdrawn: act === 'item_restored',
        }));
      case 'accept':
        return inputsOfLines();
      case 'award':
      case 'dismiss':
      case 'quantity':
      case 'release': {
        if (item !== undefined && board.linesOf(item.id).length > 1) return inputsOfLines();
        const key = item?.key ?? lineKeysOf(changes, board)[0];
        return key === undefined ? [] : [undoInput(key, changes, totals.get(key) ?? total, idle)];
      }
    }
  },
};

/** Each claim's first change, which has the claim's state before the act even if the act moved it twice. */
const firstChanges = (changes: ClaimChange[]): ClaimChange[] => {
  const firsts = new Map<string, ClaimChange>();
  for (const change of changes) if (!firsts.has(change.claimId)) firsts.set(change.claimId, change);
  return [...firsts.values()];
};

const lineKeysOf = (changes: ClaimChange[], board: Board): string[] => [
  ...new Set(changes.flatMap(({ claimId }) => board.claim(claimId)?.itemKey ?? [])),
];

/**
 * Restores the claims in reverse order, because the last change is reverted first. A claim that the act
 * created is released.
 */
function undoInput(itemKey: string, changes: ClaimChange[], total: number | null, idle: number): UndoInput {
  const restore = [...changes]
    .reverse()
    .map(({ claimId, before }) => ({ claimId, status: before ?? ('released' as const) }));
  return { kind: 'undo', itemKey, total, restore, idle };
}
