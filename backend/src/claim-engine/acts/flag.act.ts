import type { ActDefinition } from './act-definition';

/** Flags a claim or sets its note. Decides nothing. */
export const flag: ActDefinition<'flag'> = { name: 'flag', version: 1, restates: ({ claimId }) => claimId };
