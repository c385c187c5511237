import type { ActDefinition } from './act-definition';

/**
 * Changes which numbers without an item are dismissed. Does not decide any claims. The claims on these
 * numbers do not change.
 */
export const numbersDismissed: ActDefinition<'numbers_dismissed'> = { name: 'numbers_dismissed', version: 1 };
