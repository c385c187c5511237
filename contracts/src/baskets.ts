import type { Actor } from './actors';
import type { HoldEnd } from './basket-settings';
import type { Buyer } from './claims';
import type { ErrorBody } from './errors';
import type { Currency } from './money';
import type { BuyerLanguage } from './people';

/** States in which the units are reserved and not paid. */
export const UNPAID_BASKET_STATES = ['open', 'requested'] as const;
/** States in which the lines of the basket are final. */
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

/** Steps that operators take, except `expire`: only the engine takes it. */
export const BASKET_STEPS = ['request', 'pay', 'pack', 'ship', 'cancel', 'expire', 'undo'] as const;
export type BasketStep = (typeof BASKET_STEPS)[number];

/** Maximum number of baskets in one request for a step, or for labels. */
export const MAX_BASKETS_PER_STEP = 200;
/** Maximum number of extra lines of one basket. */
export const MAX_BASKET_EXTRAS = 20;
/** Maximum length of the label of an extra line, in characters. */
export const MAX_BASKET_EXTRA_LABEL = 100;
/** Maximum length of a way of payment, in characters. */
export const MAX_PAYMENT_METHOD = 100;
/** Maximum length of the reference of a payment, or of the reason of a cancellation, in characters. */
export const MAX_BASKET_NOTE = 500;
/** The person who pays. */
export interface BasketBuyer {
  /** Id for `GET /api/people/:id`. */
  id: string;
  /** Name that operators gave, else the display name or the handle of the first account. */
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
  /** Photo that the item has now, for `photoAddress`. Absent if it has none. */
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

/** A line that an operator typed: shipping, tax, a discount. Nothing is computed. */
export interface BasketExtra {
  label: string;
  /** In minor units; negative for a discount. */
  amount: number;
}

/** Time to pay for a basket that is open or requested. Absent if the settings have no hold. */
export interface BasketHold {
  endsAt: string;
  /** True if the hold is over and the units are still reserved. */
  overdue: boolean;
  atEnd: HoldEnd;
}

/** One basket in a list. Amounts are in minor units of `currency`, and absent without a currency. */
export interface BasketRow {
  id: string;
  /** Short code for barcodes and search, such as `7Q3F0C2A9B`. */
  code: string;
  /** Changes with every step and every line. A step names the version that its caller saw. */
  version: string;
  state: BasketState;
  /** Null: an open box over several shows. */
  show: { id: string; name: string } | null;
  /** 1 for the first basket of the buyer in the show, or for the buyer's first open box. */
  number: number;
  buyer: BasketBuyer;
  units: number;
  /** Units among them that have no price. */
  unpricedUnits: number;
  currency?: Currency;
  /** Sum of the lines. */
  amount?: number;
  /** Sum of the extra lines. */
  extrasAmount?: number;
  /** `amount` + `extrasAmount`: what the buyer pays. */
  total?: number;
  /** Time from which it is unpaid: the end of its shows, or while they run, the time of its first unit. */
  openedAt: string;
  requestedAt: string | null;
  /** The total when payment was requested; compare it with `total`: units may have come or gone since. */
  requestedTotal?: number;
  paidAt: string | null;
  method: string | null;
  /** Always null for the role `viewer`. */
  reference: string | null;
  packedAt: string | null;
  shippedAt: string | null;
  hold?: BasketHold;
  /** The step that `undo` would undo; null if there is none, or if the basket is shipped. */
  undoes: BasketStep | null;
  createdAt: string;
  updatedAt: string;
}

/** A step or another change of a basket, as it was recorded. */
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
  /** The latest first. */
  history: BasketChange[];
}

/**
 * `GET /api/baskets?show=&state=&q=&overdue=&person=&cursor=&limit=`, the newest first. `state` may be repeated
 * or be `unpaid`; `overdue=true`: only baskets whose hold is over; `person`: of this buyer; `q`: part of a name or
 * handle, an item number, a code, or (operator) a payment reference. Baskets without lines are left out.
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
    /** Of these, paid at or after `paidSince`. */
    paidSince: BasketSum;
  }[];
  /** Baskets in each state. */
  states: Record<BasketState, number>;
}
export interface BasketSum {
  baskets: number;
  units: number;
  /** In minor units; 0 without a currency. */
  total: number;
}

/** A basket as the caller saw it. */
export interface BasketRef {
  id: string;
  version: string;
}

/**
 * `POST /api/baskets/request`, `/pack`, `/ship`, `/undo`: `{ baskets }`. `POST /api/baskets/cancel` adds
 * `reason`, `POST /api/baskets/pay` adds `method` and `reference`. Each basket has its own outcome and its own
 * transaction. A repeated request changes nothing and gets the same outcomes. If the request names one basket
 * only and it fails, the response is that error.
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
/** In the order of the request. */
export interface BasketOutcomes {
  outcomes: BasketOutcome[];
}

/** `PUT /api/baskets/:id/extras` → Basket; 409 `BASKET_CHANGED`; only while it is open or requested. */
export interface BasketExtrasRequest {
  version: string;
  extras: BasketExtra[];
}
