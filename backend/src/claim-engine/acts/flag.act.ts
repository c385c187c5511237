import type { ActDefinition } from './act-definition';

/** Sets the flag and the note of a claim. Changes no decision. */
export const flag: ActDefinition<'flag'> = { name: 'flag', version: 1, restates: ({ claimId }) => [claimId] };
