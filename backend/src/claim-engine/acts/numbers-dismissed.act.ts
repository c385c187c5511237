import type { ActDefinition } from './act-definition';

/** Changes which numbers without an item are dismissed. Decides nothing; their claims keep their places. */
export const numbersDismissed: ActDefinition<'numbers_dismissed'> = { name: 'numbers_dismissed', version: 1 };
