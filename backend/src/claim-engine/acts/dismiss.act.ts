import type { ActDefinition } from './act-definition';

/** Resolves reviews without a claim. Changes no decision. */
export const dismiss: ActDefinition<'dismiss'> = { name: 'dismiss', version: 1, undoable: () => true };
