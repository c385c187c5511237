import type { ActDefinition } from './act-definition';

/** Resolves reviews without a claim. Does not change any decision. */
export const dismiss: ActDefinition<'dismiss'> = { name: 'dismiss', version: 1, undoable: () => true };
