import type { ClaimChange } from '@sellary/contracts';
import type { Board, UndoInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';

/** Takes back an earlier act: the claims that it changed return to what they were. */
export const undo: ActDefinition<'undo'> = {
  name: 'undo',
  version: 1,
  inputs: ({ seq, act, itemId, total = null }, board, earlier) => {
    const { changes = [], idle = 0, idleByItem = {} } = earlier(seq)?.input ?? {};
    if (act === 'accept') {
      return itemKeysOf(changes, board).map((itemKey) => {
        const own = changes.filter(({ claimId }) => board.claim(claimId)?.itemKey === itemKey);
        return undoInput(itemKey, own, null, idleByItem[itemKey] ?? idle);
      });
    }
    if (act === 'item_withdrawn' || act === 'item_restored') {
      const key = board.itemById(itemId ?? '')?.key ?? '';
      const firsts = new Map([...changes].reverse().map((change) => [change.claimId, change]));
      return [{ ...undoInput(key, [...firsts.values()].reverse(), null, idle), withdrawn: act === 'item_restored' }];
    }
    const item = itemId === null ? undefined : board.itemById(itemId);
    const itemKey = item?.key ?? itemKeysOf(changes, board)[0];
    return itemKey === undefined ? [] : [undoInput(itemKey, changes, total, idle)];
  },
};

const itemKeysOf = (changes: ClaimChange[], board: Board): string[] => [
  ...new Set(changes.flatMap(({ claimId }) => board.claim(claimId)?.itemKey ?? [])),
];

/** In reverse, because the last change goes back first. A claim that the act made is released. */
function undoInput(itemKey: string, changes: ClaimChange[], total: number | null, idle: number): UndoInput {
  const restore = [...changes]
    .reverse()
    .map(({ claimId, before }) => ({ claimId, status: before ?? ('released' as const) }));
  return { kind: 'undo', itemKey, total, restore, idle };
}
