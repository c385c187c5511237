import type { BasketRow, BasketState, BasketStep } from '@sellary/contracts';

/** Steps that operators take themselves. */
export type OperatorStep = Exclude<BasketStep, 'expire'>;

/** States in which a step is possible. The server decides; this only hides steps it would reject. */
const STATES_BEFORE: Record<Exclude<OperatorStep, 'undo'>, readonly BasketState[]> = {
  request: ['open', 'requested'],
  pay: ['open', 'requested'],
  pack: ['paid'],
  ship: ['paid', 'packed'],
  cancel: ['open', 'requested'],
};

/**
 * Returns the selected baskets that a step applies to. A request for payment skips buyers who were already
 * asked, because a second request restarts the hold. If all buyers were already asked, the request applies to
 * all.
 */
export function basketsFor(step: OperatorStep, rows: readonly BasketRow[]): BasketRow[] {
  const possible = rows.filter((row) => isPossible(step, row));
  const open = step === 'request' ? possible.filter(({ state }) => state === 'open') : [];
  return open.length > 0 ? open : possible;
}

const isPossible = (step: OperatorStep, { state, undoes }: BasketRow): boolean =>
  step === 'undo' ? undoes !== null : STATES_BEFORE[step].includes(state);
