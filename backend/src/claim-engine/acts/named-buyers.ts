import type { ActInputs, OperatorActName } from '@sellary/contracts';

const buyersOfComments = ({ comments }: { comments: readonly { buyerId: string }[] }): string[] =>
  comments.map(({ buyerId }) => buyerId);

/**
 * Buyers in an act's input, who may not have had a claim before the act, or null if the input has no buyers.
 */
export const NAMED_BUYERS: { [Name in OperatorActName]: ((input: ActInputs[Name]) => string[]) | null } = {
  accept: buyersOfComments,
  decide_due: buyersOfComments,
  award: ({ buyerId }) => [buyerId],
  release: null,
  claims_paid: null,
  dismiss: null,
  lines_served: null,
  quantity: null,
  items_added: null,
  item_changed: null,
  item_removed: null,
  item_withdrawn: null,
  item_restored: null,
  now_showing: null,
  numbers_dismissed: null,
  flag: null,
  undo: null,
};
