import type { VariantMatches } from '@sellary/contracts';
import type { ActDefinition } from './act-definition';
import { setVariants } from './set-variants';

/**
 * Changes an item's number, texts, variants without claims, or place in the list. Unmatched claims for a new
 * number are decided.
 */
export const itemChanged: ActDefinition<'item_changed'> = {
  name: 'item_changed',
  version: 1,
  prepare: (board, { itemId, itemKey, renumbered, variants }) => {
    if (renumbered === true) board.renumber(itemId, itemKey);
    if (variants !== undefined) setVariants(board, itemId, variants.after);
  },
  inputs: ({ itemKey, renumbered, matches }) =>
    renumbered === true ? [{ kind: 'item_appears', itemKey, ...matchesOf(matches) }] : [],
};

export const matchesOf = (matches: VariantMatches | undefined): { matches?: VariantMatches } =>
  matches === undefined ? {} : { matches };
