import type { ActInputs, OperatorActName } from '@sellary/contracts';

const ofComments = ({ comments }: { comments: readonly { buyerId: string }[] }): string[] =>
  comments.map(({ buyerId }) => buyerId);

/** Buyers that the input of an act names, who may get a unit without a claim before it. Null: it names none. */
export const NAMED_BUYERS: { [Name in OperatorActName]: ((input: ActInputs[Name]) => string[]) | null } = {
  accept: ofComments,
  decide_due: ofComments,
  award: ({ buyerId }) => [buyerId],
  release: null,
  claims_paid: null,
  dismiss: null,
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
