import type { ActDefinition } from './act-definition';

/** Changes which unknown numbers wait for an operator. Decides nothing; their claims keep their places. */
export const numbersDismissed: ActDefinition<'numbers_dismissed'> = { name: 'numbers_dismissed', version: 1 };
