import type { ActDefinition } from './act-definition';

/** Takes back an earlier act: the claims that it changed return to what they were. */
export const undo: ActDefinition<'undo'> = {
  name: 'undo',
  version: 1,
  inputs: ({ seq, itemId, total = null }, board, earlier) => {
    const { changes = [], idle = 0 } = earlier(seq)?.input ?? {};
    const item = itemId === null ? undefined : board.itemById(itemId);
    const itemKey = item?.key ?? changes.flatMap(({ claimId }) => board.claim(claimId)?.itemKey ?? [])[0];
    if (itemKey === undefined) return [];
    // In reverse, because the last change goes back first. A claim that the act made is released.
    const restore = [...changes]
      .reverse()
      .map(({ claimId, before }) => ({ claimId, status: before ?? ('released' as const) }));
    return [{ kind: 'undo', itemKey, total, restore, idle }];
  },
};
