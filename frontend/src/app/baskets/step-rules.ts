import type { BasketRow, BasketState, BasketStep } from '@sellary/contracts';

/** Steps that operators take themselves. */
export type OperatorStep = Exclude<BasketStep, 'expire'>;

/** States in which a step is possible. The server decides; this only avoids offers that it would refuse. */
const STATES_BEFORE: Record<Exclude<OperatorStep, 'undo'>, readonly BasketState[]> = {
  request: ['open', 'requested'],
  pay: ['open', 'requested'],
  pack: ['paid'],
  ship: ['paid', 'packed'],
  cancel: ['open', 'requested'],
};

/**
 * The baskets of the selection to which a step applies. A request for payment is for buyers who were not asked yet: a
 * second request starts the hold again, so it applies only if all these buyers were asked before.
 */
export function basketsFor(step: OperatorStep, rows: readonly BasketRow[]): BasketRow[] {
  const possible = rows.filter((row) => canTake(step, row));
  const open = step === 'request' ? possible.filter(({ state }) => state === 'open') : [];
  return open.length > 0 ? open : possible;
}

const canTake = (step: OperatorStep, { state, undoes }: BasketRow): boolean =>
  step === 'undo' ? undoes !== null : STATES_BEFORE[step].includes(state);
