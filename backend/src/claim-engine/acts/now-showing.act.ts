import type { ActDefinition } from './act-definition';

/** Changes which item is on screen. Does not decide any claims. */
export const nowShowing: ActDefinition<'now_showing'> = { name: 'now_showing', version: 1 };
