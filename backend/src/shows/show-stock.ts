import type { ItemInput, VariantInput } from '@sellary/contracts';
import type { Reader } from '../kernel';
import type { VariantCounts } from './show-item.entity';

/** An item with its units, without its winners. */
export interface StockItem {
  id: string;
  itemNumber: string;
  title: string | null;
  description: string | null;
  price: number | null;
  compareAtPrice: number | null;
  sku: string | null;
  photo: string | null;
  total: number;
  claimed: number;
  withdrawn: boolean;
  variants: VariantCounts[] | null;
}

/** Items of a show, in the operator's order. */
export const readStock = (reader: Reader, showId: string): Promise<StockItem[]> =>
  reader.query<StockItem>(
    `SELECT id, item_number AS "itemNumber", title, description, price, compare_at_price AS "compareAtPrice", sku, photo,
       total_quantity AS total, claimed_count AS claimed, withdrawn_at IS NOT NULL AS withdrawn, variants
     FROM show_items WHERE show_id = $1 ORDER BY position, id`,
    [showId],
  );

/** Units that a copied item gets: all of the original's units, or only those not won. */
type CopiedUnits = 'all' | 'unsold';

/** Input for a copy of the item, without its photo. With `unsold`, sold-out variants are left out. */
export function copyInputFrom(item: StockItem, units: CopiedUnits): ItemInput {
  const unitsOf = ({ total, claimed }: { total: number; claimed: number }): number =>
    units === 'all' ? total : total - claimed;
  const variants = item.variants?.flatMap((variant): VariantInput[] => {
    const totalQuantity = unitsOf(variant);
    if (totalQuantity === 0) return [];
    const { name, price, sku } = variant;
    return [
      {
        name,
        totalQuantity,
        ...(price === undefined ? {} : { price }),
        ...(sku === undefined ? {} : { sku }),
      },
    ];
  });
  return {
    itemNumber: item.itemNumber,
    ...(item.title === null ? {} : { title: item.title }),
    ...(item.description === null ? {} : { description: item.description }),
    ...(item.price === null ? {} : { price: item.price }),
    ...(item.compareAtPrice === null ? {} : { compareAtPrice: item.compareAtPrice }),
    ...(item.sku === null ? {} : { sku: item.sku }),
    ...(variants === undefined ? { totalQuantity: unitsOf(item) } : { variants }),
  };
}

export const hasUnsoldUnits = ({ total, claimed }: StockItem): boolean => claimed < total;
