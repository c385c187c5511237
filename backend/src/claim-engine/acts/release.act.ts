import type { ActDefinition } from './act-definition';

/** Ends a claim. If it won a unit, the unit goes to the next buyer in line. */
export const release: ActDefinition<'release'> = {
  name: 'release',
  version: 1,
  undoable: () => true,
  inputs: ({ claimId }, board) => (board.claim(claimId) === undefined ? [] : [{ kind: 'release', claimId }]),
};
