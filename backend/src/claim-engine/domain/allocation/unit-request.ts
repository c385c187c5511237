import type { Outcome } from '@sellary/contracts';
import type { ClaimRequest, Verdict } from '@sellary/extension-kit/domain';
import type { Why } from './types';

/** A request `arrived` now, or an operator `accepted` one that arrived earlier. */
export type AskedBy = 'arrived' | 'accepted';

/** Outcome of one act of a comment. `why`: the policy refused it or sent it to review. */
export interface Answer {
  outcome: Outcome;
  why?: Why;
}

/** A viewer's request for a unit. `unit` is its number among those of the buyer on the item. */
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

/** The part of a claim's reason that its comment gives. */
export function whyOfRequest(
  asked: Why['asked'] | undefined,
  variantAsked: string | undefined,
): Pick<Why, 'asked' | 'variantAsked'> {
  return {
    ...(asked === undefined ? {} : { asked }),
    ...(variantAsked === undefined ? {} : { variantAsked }),
  };
}
