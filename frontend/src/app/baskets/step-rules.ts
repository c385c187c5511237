import type { BasketRow, BasketState, BasketStep } from '@sellary/contracts';

/** Steps that operators take themselves. */
export type OperatorStep = Exclude<BasketStep, 'expire'>;

/** States from which a step leads on. The server decides; this only keeps useless requests from being offered. */
const STATES_BEFORE: Record<Exclude<OperatorStep, 'undo'>, readonly BasketState[]> = {
  request: ['open'],
  pay: ['open', 'requested'],
  pack: ['paid'],
  ship: ['packed'],
  cancel: ['open', 'requested'],
};

export const canTake = (step: OperatorStep, { state, undoes }: BasketRow): boolean =>
  step === 'undo' ? undoes !== null : STATES_BEFORE[step].includes(state);
