import type { ActInputs, ReturnedComment } from '@sellary/contracts';
import type { ItemAppearsInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';
import { setVariants } from './set-variants';

/**
 * Changes an item's details, its number, or its variants. Removed variants have no claims. Decides the
 * unmatched claims on a new number or for new variants.
 */
export const itemChanged: ActDefinition<'item_changed'> = {
  name: 'item_changed',
  version: 1,
  prepare: (board, { itemId, itemKey, renumbered, variants }) => {
    if (renumbered === true) board.renumber(itemId, itemKey);
    if (variants !== undefined) setVariants(board, itemId, variants.after);
  },
  inputs: (input) =>
    input.renumbered === true || input.matches !== undefined || input.returned !== undefined
      ? [itemAppears(input.itemKey, input)]
      : [],
};

/**
 * Input that decides the unmatched claims on the number. Claims that do not match one of the item's variants
 * end.
 */
export const itemAppears = (
  itemKey: string,
  { matches, returned }: Pick<ActInputs['items_added'], 'matches' | 'returned'>,
): ItemAppearsInput => ({
  kind: 'item_appears',
  itemKey,
  ...(matches === undefined ? {} : { matches }),
  ...(returned === undefined ? {} : { ended: endedClaims(returned) }),
});

export const endedClaims = (returned: readonly ReturnedComment[]): string[] =>
  returned.flatMap(({ claimIds }) => claimIds);
