import type { ActDefinition } from './act-definition';

/** Takes an item off sale. Those who wait for it are closed. Winners stay. */
export const itemWithdrawn: ActDefinition<'item_withdrawn'> = {
  name: 'item_withdrawn',
  version: 1,
  undoable: () => true,
  inputs: ({ itemKey }) => [{ kind: 'withdrawn', itemKey, withdrawn: true }],
};
