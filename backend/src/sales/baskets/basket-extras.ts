import {
  type BasketExtrasRequest,
  MAX_PRICE,
  UNPAID_BASKET_STATES,
  type BasketState,
} from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { recordChange } from './basket-changes';
import { auditChange, type LockedBasket } from './locked-basket';
import { basketChangedError } from './step-rules';

/**
 * Replaces the extra lines of a locked basket. Does nothing if the lines are the same.
 * @throws ApiError BASKET_CHANGED, INVALID_TRANSITION, NO_CURRENCY, VALIDATION_FAILED
 */
export async function changeExtras(
  basket: LockedBasket,
  { version, extras }: BasketExtrasRequest,
): Promise<void> {
  const { tx, record, actor, at } = basket;
  const { id, state } = record;
  if (JSON.stringify(extras) === JSON.stringify(inFieldOrder(record.extras))) return;
  if (version !== record.version) throw basketChangedError();
  assertUnpaid(state);
  if (record.currency === null) {
    throw new ApiError(
      'NO_CURRENCY',
      'Nothing was changed. This basket has no currency, so it has no prices.',
    );
  }
  const sum = extras.reduce((total, { amount }) => total + amount, 0);
  if (record.amount + sum < 0 || sum > MAX_PRICE) {
    throw ApiError.invalid('extras', 'extras must not make the total negative, or exceed the maximum price.');
  }
  const change = { step: 'extras', from: state, to: state, version, by: actor, at, details: {} } as const;
  await recordChange(tx, id, change, { extras: JSON.stringify(extras) });
  await auditChange(basket, 'extras', { extras: record.extras }, { extras });
}

/** Puts each line's fields in a fixed order, because jsonb does not preserve the order. */
const inFieldOrder = (extras: BasketExtrasRequest['extras']): BasketExtrasRequest['extras'] =>
  extras.map(({ label, amount }) => ({ label, amount }));

function assertUnpaid(state: BasketState): void {
  if ((UNPAID_BASKET_STATES as readonly BasketState[]).includes(state)) return;
  throw new ApiError(
    'INVALID_TRANSITION',
    `Nothing was changed. The basket is ${state}, so its extra lines can no longer change. It must be open or requested.`,
  );
}
