import type { ClaimChange } from '@sellary/contracts';
import type { Board, UndoInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';

/** Takes back an earlier act: the claims that it changed return to what they were. */
export const undo: ActDefinition<'undo'> = {
  name: 'undo',
  version: 1,
  inputs: ({ seq, act, itemId, total = null }, board, earlier) => {
    const undone = earlier(seq);
    const { changes = [], idle = 0, idleByItem = {} } = undone?.input ?? {};
    const changesOn = (itemKey: string): ClaimChange[] =>
      changes.filter(({ claimId }) => board.claim(claimId)?.itemKey === itemKey);
    if (undone?.act === 'items_added') {
      return undone.input.items.map(({ itemKey }) => ({
        ...undoInput(itemKey, firstChanges(changesOn(itemKey)), null, 0),
        remove: true,
      }));
    }
    if (act === 'accept') {
      return itemKeysOf(changes, board).map((itemKey) =>
        undoInput(itemKey, changesOn(itemKey), null, idleByItem[itemKey] ?? idle),
      );
    }
    const item = itemId === null ? undefined : board.itemById(itemId);
    const itemKey = item?.key ?? itemKeysOf(changes, board)[0];
    if (itemKey === undefined) return [];
    return act === 'item_withdrawn' || act === 'item_restored'
      ? [{ ...undoInput(itemKey, firstChanges(changes), null, idle), withdrawn: act === 'item_restored' }]
      : [undoInput(itemKey, changes, total, idle)];
  },
};

/** The first change of each claim: what it was before the act, if the act moved it twice. */
const firstChanges = (changes: ClaimChange[]): ClaimChange[] => {
  const firsts = new Map<string, ClaimChange>();
  for (const change of changes) if (!firsts.has(change.claimId)) firsts.set(change.claimId, change);
  return [...firsts.values()];
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
