import type { ClaimChange } from '@sellary/contracts';
import type { Board, UndoInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';
import { changedLines } from './set-variants';

/** Takes back an earlier act: the claims that it changed return to what they were. */
export const undo: ActDefinition<'undo'> = {
  name: 'undo',
  version: 1,
  inputs: ({ seq, act, itemId, total = null, variants = [] }, board, earlier) => {
    const { changes = [], idle = 0, idleByItem = {} } = earlier(seq)?.input ?? {};
    const item = itemId === null ? undefined : board.itemById(itemId);
    const totals = new Map(
      itemId === null ? [] : changedLines(board, itemId, variants).map((line) => [line.itemKey, line.total]),
    );
    const several = act === 'accept' || (item !== undefined && board.linesOf(item.id).length > 1);
    if (several) {
      return [...new Set([...lineKeysOf(changes, board), ...totals.keys()])].map((key) => {
        const own = changes.filter(({ claimId }) => board.claim(claimId)?.itemKey === key);
        return undoInput(key, own, totals.get(key) ?? null, idleByItem[key] ?? idle);
      });
    }
    const key = item?.key ?? lineKeysOf(changes, board)[0];
    return key === undefined ? [] : [undoInput(key, changes, totals.get(key) ?? total, idle)];
  },
};

const lineKeysOf = (changes: ClaimChange[], board: Board): string[] => [
  ...new Set(changes.flatMap(({ claimId }) => board.claim(claimId)?.itemKey ?? [])),
];

/** In reverse, because the last change goes back first. A claim that the act made is released. */
function undoInput(itemKey: string, changes: ClaimChange[], total: number | null, idle: number): UndoInput {
  const restore = [...changes]
    .reverse()
    .map(({ claimId, before }) => ({ claimId, status: before ?? ('released' as const) }));
  return { kind: 'undo', itemKey, total, restore, idle };
}
