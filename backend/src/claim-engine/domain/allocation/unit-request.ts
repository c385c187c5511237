import type { Outcome } from '@sellary/contracts';
import type { ClaimRequest, Verdict } from '@sellary/extension-kit/domain';
import type { Why } from './types';

/** The request just `arrived`, or an operator `accepted` a request that arrived earlier. */
export type RequestStage = 'arrived' | 'accepted';

/** Outcome of a request. `why` is present if the policy refused it or sent it to review. */
export interface RequestResult {
  outcome: Outcome;
  why?: Why;
}

/** A viewer's request for a unit. `unit` is its number among the buyer's units of the item. */
export interface UnitRequest extends ClaimRequest, Pick<Why, 'asked' | 'variantAsked'> {
  ref: number;
  id: string;
  unit: number;
  fairTime?: number;
}

export const OUTCOME_OF_VERDICT = {
  win: 'winner',
  wait: 'waitlist',
  refuse: 'refused',
  review: 'review',
} as const satisfies Record<Verdict['verdict'], Outcome>;

/** The part of a claim's reason that comes from its comment. */
export function requestReason(
  asked: Why['asked'] | undefined,
  variantAsked: string | undefined,
): Pick<Why, 'asked' | 'variantAsked'> {
  return {
    ...(asked === undefined ? {} : { asked }),
    ...(variantAsked === undefined ? {} : { variantAsked }),
  };
}
