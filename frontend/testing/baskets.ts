import type { Basket, BasketOutcomes, BasketRow, BasketTotals, Currency } from '@sellary/contracts';
import { aBuyer, at } from './wire';

export const EUR: Currency = { code: 'EUR', digits: 2 };

export function aBasketRow(handle: string, change: Partial<BasketRow> = {}): BasketRow {
  return {
    id: `basket-${handle}`,
    code: `CODE${handle.toUpperCase()}`,
    version: 'v1',
    state: 'open',
    number: 1,
    show: { id: 'show-1', name: 'Friday show' },
    buyer: { id: `buyer-${handle}`, name: handle, accounts: [aBuyer(handle)], language: null },
    units: 2,
    unpricedUnits: 0,
    currency: EUR,
    amount: 2_980,
    extrasAmount: 490,
    total: 3_470,
    openedAt: at(0),
    requestedAt: null,
    paidAt: null,
    method: null,
    reference: null,
    packedAt: null,
    shippedAt: null,
    undoes: null,
    createdAt: at(0),
    updatedAt: at(0),
    ...change,
  };
}

export function aBasket(handle: string, change: Partial<Basket> = {}): Basket {
  return {
    ...aBasketRow(handle),
    lines: [
      {
        claimId: 'claim-1',
        showId: 'show-1',
        showName: 'Friday show',
        itemId: 'item-104',
        itemNumber: '104',
        title: 'Blue dress',
        variant: 'M',
        price: 2_980,
        wonAt: at(0),
        buyer: aBuyer(handle),
      },
    ],
    extras: [{ label: 'Shipping', amount: 490 }],
    history: [],
    ...change,
  };
}

/** The answer to a step that changed a single basket. */
export function aStepResult(basket: BasketRow): BasketOutcomes {
  return { outcomes: [{ id: basket.id, ok: true, changed: true, basket }] };
}

export function someTotals(): BasketTotals {
  const none = { baskets: 0, units: 0, total: 0 };
  const states = { open: 1, requested: 1, paid: 0, packed: 0, shipped: 0, expired: 0, cancelled: 0 };
  return {
    totals: [
      {
        currency: EUR,
        unpaid: { baskets: 2, units: 4, total: 6_940 },
        overdue: none,
        paid: none,
        paidSince: none,
      },
    ],
    states,
  };
}
