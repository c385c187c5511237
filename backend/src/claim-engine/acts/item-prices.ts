import type { ItemInput, UpdateItemRequest } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import type { LockedShow } from '../../shows';

type Prices = Pick<ItemInput | UpdateItemRequest, 'price' | 'compareAtPrice' | 'variants'>;

const isPriced = ({ price, compareAtPrice, variants }: Prices): boolean =>
  price != null ||
  compareAtPrice != null ||
  (typeof variants === 'object' && variants?.some((variant) => variant.price != null) === true);

/** @throws ApiError NO_CURRENCY if an item has a price but the show has no currency */
export function refusePricesWithoutCurrency({ row }: LockedShow, items: readonly Prices[]): void {
  if (row.currency !== null || !items.some(isPriced)) return;
  throw new ApiError(
    'NO_CURRENCY',
    "Nothing was changed. This show has no currency, so its items cannot have prices. Choose the show's currency first.",
  );
}
