import type { ActDefinition } from './act-definition';

/**
 * Gives free units to buyers who were already in line when an operator changed the policy. Otherwise, the
 * next newcomer would get such a unit ahead of them.
 */
export const linesServed: ActDefinition<'lines_served'> = {
  name: 'lines_served',
  version: 1,
  inputs: ({ lineKeys }) => lineKeys.map((itemKey) => ({ kind: 'serve', itemKey })),
};
