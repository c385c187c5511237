import type { ActDefinition } from './act-definition';

/** Marks winning claims as paid, or removes the marks. Changes nothing else. */
export const claimsPaid: ActDefinition<'claims_paid'> = {
  name: 'claims_paid',
  version: 1,
  prepare: (board, { claimIds, paid }) => {
    for (const id of claimIds) board.setPaid(id, paid);
  },
  rerecordedClaimIds: ({ claimIds }) => claimIds,
};
