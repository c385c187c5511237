import type { Actor } from './actors';
import type { HoldEndEffect } from './basket-settings';
import type { Buyer } from './claims';
import type { ErrorBody } from './errors';
import type { Currency } from './money';
import type { BuyerLanguage } from './people';

/** States in which the units are reserved but not paid for. */
export const UNPAID_BASKET_STATES = ['open', 'requested'] as const;
/** States in which the basket's lines are final. */
export const PAID_BASKET_STATES = ['paid', 'packed', 'shipped'] as const;
/**
 * `open`: lines come and go with the claims. `requested`: the buyer was asked to pay. `expired`: the hold ended
 * and its units were released. `cancelled`: an operator released its units.
 */
export const BASKET_STATES = [
  ...UNPAID_BASKET_STATES,
  ...PAID_BASKET_STATES,
  'expired',
  'cancelled',
] as const;
export type BasketState = (typeof BASKET_STATES)[number];

/** Steps that operators take, except `expire`, which only the engine takes. */
export const BASKET_STEPS = ['request', 'pay', 'pack', 'ship', 'cancel', 'expire', 'undo'] as const;
export type BasketStep = (typeof BASKET_STEPS)[number];

/** Maximum number of baskets in one step or label request. */
export const MAX_BASKETS_PER_STEP = 200;
/** Maximum number of extra lines in one basket. */
export const MAX_BASKET_EXTRAS = 20;
/** Maximum length of an extra line's label, in characters. */
export const MAX_BASKET_EXTRA_LABEL = 100;
/** Maximum length of a payment method, in characters. */
export const MAX_PAYMENT_METHOD = 100;
/** Maximum length of a payment reference or a cancellation reason, in characters. */
export const MAX_BASKET_NOTE = 500;
/** The person who pays. */
export interface BasketBuyer {
  /** Id for `GET /api/people/:id`. */
  id: string;
  /** Name given by operators, else the first account's display name or handle. */
  name: string;
  /** The first account, then the merged ones. */
  accounts: Buyer[];
  language: BuyerLanguage | null;
}

/** One unit that was won. */
export interface BasketLine {
  claimId: string;
  showId: string;
  showName: string;
  itemId: string;
  itemNumber: string;
  title: string | null;
  /** The item's current photo, for `photoAddress`. Absent if it has none. */
  photo?: string;
  /** Variant of the item; absent if it has none. */
  variant?: string;
  /** Size or color as the viewer wrote it. */
  variantAsked?: string;
  /** In minor units; absent if the item had no price when the unit was won. */
  price?: number;
  wonAt: string;
  /** The account that won it. */
  buyer: Pick<Buyer, 'id' | 'platform' | 'handle'>;
}

/** A line typed by an operator, such as shipping, tax, or a discount. Nothing is computed. */
export interface BasketExtra {
  label: string;
  /** In minor units; negative for a discount. */
  amount: number;
}

/** Time to pay for an open or requested basket. Absent if no hold has started. */
export interface BasketHold {
  endsAt: string;
  /** True if the hold is over and the units are still reserved. */
  overdue: boolean;
  atEnd: HoldEndEffect;
}

/** One basket in a list. Amounts are in minor units of `currency`, and absent without a currency. */
export interface BasketRow {
  id: string;
  /** Short code for barcodes and search, such as `7Q3F0C2A9B`. */
  code: string;
  /**
   * Changes with every step and with every change to the lines or extras. A step request contains the version
   * that its caller saw.
   */
  version: string;
  state: BasketState;
  /** Null for an open box, which may span several shows. */
  show: { id: string; name: string } | null;
  /** 1 for the buyer's first basket in the show, or for the buyer's first open box. */
  number: number;
  buyer: BasketBuyer;
  units: number;
  /** Number of `units` without a price. */
  unpricedUnits: number;
  currency?: Currency;
  /** Sum of the lines. */
  amount?: number;
  /** Sum of the extra lines. */
  extrasAmount?: number;
  /** `amount` + `extrasAmount`: what the buyer pays. */
  total?: number;
  /**
   * Start of the unpaid time: the end of its shows, or the first win if that is later or the shows are still
   * running. Without units, `createdAt`.
   */
  openedAt: string;
  requestedAt: string | null;
  /** The total when payment was requested, to compare with `total`, because units may have come or gone. */
  requestedTotal?: number;
  paidAt: string | null;
  method: string | null;
  /** Always null for the role `viewer`. */
  reference: string | null;
  packedAt: string | null;
  shippedAt: string | null;
  hold?: BasketHold;
  /** The step that `undo` would undo, or null if there is none or the basket is shipped. */
  undoes: BasketStep | null;
  createdAt: string;
  updatedAt: string;
}

/** A recorded step or other change to a basket. */
export interface BasketChange {
  id: string;
  at: string;
  by: Actor;
  step: BasketStep | 'extras';
  from: BasketState;
  to: BasketState;
  /** True if the step was undone later. */
  undone: boolean;
  /** The step that this `undo` reverted. */
  undoes?: BasketStep;
  method?: string;
  reference?: string;
  reason?: string;
}

/** `GET /api/baskets/:id` */
export interface Basket extends BasketRow {
  /** Sorted by show and item. */
  lines: BasketLine[];
  extras: BasketExtra[];
  /** Latest first. */
  history: BasketChange[];
}

/**
 * `GET /api/baskets?show=&state=&q=&overdue=&person=&cursor=&limit=`, newest first. `state` may be repeated
 * or be `unpaid`; `overdue=true`: only baskets whose hold is over; `person`: only this person's baskets; `q`:
 * part of a name or handle, an item number, a code, or (operator) a payment reference. Baskets without lines
 * are left out.
 */
export interface BasketList {
  baskets: BasketRow[];
  nextCursor: string | null;
}

/** `GET /api/baskets/totals?show=&paidSince=`: sums by currency; `currency` is absent for shows without one. */
export interface BasketTotals {
  totals: {
    currency?: Currency;
    unpaid: BasketSum;
    overdue: BasketSum;
    /** Paid, packed, or shipped. */
    paid: BasketSum;
    /** The `paid` baskets that were paid at or after `paidSince`. */
    paidSince: BasketSum;
  }[];
  /** Number of baskets in each state. */
  states: Record<BasketState, number>;
}
export interface BasketSum {
  baskets: number;
  units: number;
  /** In minor units, or 0 if there is no currency. */
  total: number;
}

/** A basket as the caller saw it. */
export interface BasketRef {
  id: string;
  version: string;
}

/**
 * `POST /api/baskets/request`, `/pack`, `/ship`, `/undo`: `{ baskets }`. `POST /api/baskets/cancel` adds
 * `reason`, `POST /api/baskets/pay` adds `method` and `reference`. Each basket has its own outcome and its
 * own transaction. A repeated request changes nothing and gets the same outcomes. If the request contains
 * only one basket and its step fails, the response is that error.
 */
export interface BasketStepRequest {
  baskets: BasketRef[];
}
export interface PayBasketsRequest extends BasketStepRequest {
  /** Such as `cash` or `bank transfer`. */
  method?: string;
  reference?: string;
}
export interface CancelBasketsRequest extends BasketStepRequest {
  reason?: string;
}
/**
 * `error.code` is `BASKET_CHANGED`, `INVALID_TRANSITION`, `BASKET_SHIPPED`, `UNDO_STALE`, `CLAIM_PAID`, or
 * `NOT_FOUND`.
 */
export type BasketOutcome =
  | { id: string; ok: true; changed: boolean; basket: BasketRow }
  | { id: string; ok: false; error: ErrorBody['error'] };
/** In request order. */
export interface BasketOutcomes {
  outcomes: BasketOutcome[];
}

/** `PUT /api/baskets/:id/extras` → Basket; 409 `BASKET_CHANGED`; only while it is open or requested. */
export interface BasketExtrasRequest {
  version: string;
  extras: BasketExtra[];
}
