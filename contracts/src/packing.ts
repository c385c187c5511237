import type { BasketState } from './baskets';
import type { Currency } from './money';

/**
 * `GET /api/baskets/pick-list?show=&state=`: what to fetch from the shelves, by item. `state` is `paid` by
 * default, and may be repeated.
 */
export interface PickList {
  items: {
    showId: string;
    showName: string;
    itemId: string;
    itemNumber: string;
    title: string | null;
    photo?: string;
    variant?: string;
    units: number;
    buyers: {
      basketId: string;
      code: string;
      name: string;
      handle: string;
      units: number;
      variantAsked?: string;
    }[];
  }[];
  units: number;
  baskets: number;
  /** True if there are more baskets than fit in one list. */
  truncated: boolean;
}
/** Maximum number of baskets in one pick list. */
export const MAX_PICK_LIST_BASKETS = 1_000;

/** `GET /api/baskets/labels?id=&id=` (or `ids=`, separated by commas), in request order. */
export interface BasketLabels {
  labels: {
    id: string;
    /** For the barcode. */
    code: string;
    number: number;
    state: BasketState;
    name: string;
    handle: string;
    show: string | null;
    items: {
      itemNumber: string;
      title: string | null;
      variant?: string;
      variantAsked?: string;
      units: number;
    }[];
    units: number;
    currency?: Currency;
    total?: number;
  }[];
}
