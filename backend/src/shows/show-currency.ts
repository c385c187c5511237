import { type Currency, currencyCodes, currencyOf } from '@sellary/contracts';
import { ValidateBy } from 'class-validator';
import { ApiError, OptionalOrNull } from '../kernel';
import type { LockedShow } from './locked-show';

let codes: ReadonlySet<string> | undefined;
const isCurrencyCode = (value: unknown): boolean =>
  typeof value === 'string' && (codes ??= new Set(currencyCodes())).has(value);

/** ISO 4217 code, or null for a show or workspace that sells without prices. */
export const CurrencyCode = (): PropertyDecorator => (target, property) => {
  OptionalOrNull()(target, property);
  ValidateBy({
    name: 'currencyCode',
    validator: {
      validate: isCurrencyCode,
      defaultMessage: () => '$property must be an ISO 4217 code such as EUR, or null',
    },
  })(target, property);
};

export const currencyOrNull = (code: string | null): Currency | null =>
  code === null ? null : currencyOf(code);

/**
 * Changes the show's currency.
 * @throws ApiError SHOW_HAS_PRICES if an item has a price, or if the show has a currency and claims, because
 * a unit may have been won at a price
 */
export async function changeCurrency(show: LockedShow, code: string | null): Promise<void> {
  if (code === (show.row.currency?.code ?? null)) return;
  const pricedItems = await show.tx.query(
    `SELECT 1 FROM show_items WHERE show_id = $1 AND (price IS NOT NULL OR compare_at_price IS NOT NULL OR jsonb_path_exists(variants, '$[*].price')) LIMIT 1`,
    [show.id],
  );
  if (pricedItems.length > 0 || (show.row.currency !== null && show.stats.claims > 0)) {
    throw new ApiError(
      'SHOW_HAS_PRICES',
      "Nothing was changed. The currency can be changed only while no item has a price. Remove the items' prices. If viewers have already claimed items, create another show.",
    );
  }
  show.change({ currency: currencyOrNull(code) });
}
