import { recordedTimes } from './accept.act';
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
    comments.map(({ buyerId, secondsOnly = false, intents, ...comment }, ref) => ({
      kind: 'due',
      ref,
      buyerId,
      secondsOnly,
      ...recordedTimes(comment),
      intents: intents.map((intent) => ({ qty: Math.max(1, intent.claimIds.length), ...intent })),
      ...(matches === undefined ? {} : { matches }),
      ...(returned === undefined ? {} : { ended: endedClaims(returned) }),
      ...(distinctUnits === undefined ? {} : { distinctUnits }),
    })),
};
