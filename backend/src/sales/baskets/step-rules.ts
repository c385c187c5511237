import type { BasketState, BasketStep } from '@sellary/contracts';
import { ApiError } from '../../kernel';

/** Steps with a fixed rule. `undo` has none because it depends on the step that it undoes. */
export type ForwardStep = Exclude<BasketStep, 'undo'>;

interface Rule {
  from: readonly BasketState[];
  to: BasketState;
  /** Completes "The basket cannot be …". */
  participle: string;
}

export const STEP_RULES: Readonly<Record<ForwardStep, Rule>> = {
  // Payment may be requested again, which restarts the hold.
  request: { from: ['open', 'requested'], to: 'requested', participle: 'marked as awaiting payment' },
  pay: { from: ['open', 'requested'], to: 'paid', participle: 'marked as paid' },
  pack: { from: ['paid'], to: 'packed', participle: 'marked as packed' },
  ship: { from: ['paid', 'packed'], to: 'shipped', participle: 'marked as shipped' },
  cancel: { from: ['open', 'requested'], to: 'cancelled', participle: 'canceled' },
  expire: { from: ['open', 'requested'], to: 'expired', participle: 'released' },
};

/** @throws ApiError INVALID_TRANSITION */
export function assertAllowed(step: ForwardStep, state: BasketState): void {
  const { from, participle } = STEP_RULES[step];
  if (from.includes(state)) return;
  throw new ApiError(
    'INVALID_TRANSITION',
    `Nothing was changed. The basket is ${state}, so it cannot be ${participle}. It must be ${from.join(' or ')}.`,
  );
}

export const basketChangedError = (): ApiError =>
  new ApiError(
    'BASKET_CHANGED',
    'Nothing was changed. The basket has changed since it was loaded. Check its lines and state, then try again.',
  );

export const staleUndoError = (why: string): ApiError =>
  new ApiError('UNDO_STALE', `Nothing was changed. ${why}`);
