import type { ActDefinition } from './act-definition';
import { endedClaims } from './item-changed.act';

/**
 * Decides the pending claims and passes whose fairness window is over, in fair-time order. If a comment
 * returns to review, its claims end instead.
 */
export const decideDue: ActDefinition<'decide_due'> = {
  name: 'decide_due',
  version: 1,
  inputs: ({ comments, matches, returned, distinctUnits }) =>
    comments.map(({ buyerId, claimTime, fairTime, arrival, secondsOnly = false, intents }, ref) => ({
      kind: 'due',
      ...{ ref, buyerId, secondsOnly },
      claimTime: Date.parse(claimTime),
      ...(fairTime === undefined ? {} : { viewerDelay: Date.parse(claimTime) - Date.parse(fairTime) }),
      arrival: Date.parse(arrival),
      intents: intents.map((intent) => ({ qty: Math.max(1, intent.claimIds.length), ...intent })),
      ...(matches === undefined ? {} : { matches }),
      ...(returned === undefined ? {} : { ended: endedClaims(returned) }),
      ...(distinctUnits === undefined ? {} : { distinctUnits }),
    })),
};
