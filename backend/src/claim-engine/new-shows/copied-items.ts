import type { CopiedItem } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { hasUnsoldUnits, copyInputFrom, type StockItem } from '../../shows';
import type { NewItem } from '../acts/item-rows';

const unsoldOf = (item: StockItem): NewItem => ({ ...copyInputFrom(item, 'unsold'), photo: item.photo });

/**
 * Returns a copy's items: the `chosen` items, or by default the unsold units of all items that are not
 * withdrawn.
 * @throws ApiError NOT_FOUND (an item that the show does not have), VALIDATION_FAILED (a sold-out item
 * without a number of units)
 */
export function copiedItems(
  stock: readonly StockItem[],
  chosen: readonly CopiedItem[] | undefined,
): NewItem[] {
  if (chosen === undefined) {
    return stock.filter((item) => hasUnsoldUnits(item) && !item.withdrawn).map(unsoldOf);
  }
  const items = new Map(stock.map((item) => [item.id, item]));
  return chosen.map(({ itemId, totalQuantity, variants }, index) => {
    const item = items.get(itemId);
    if (item === undefined) throw ApiError.notFound('item');
    if (variants === undefined && totalQuantity === undefined && !hasUnsoldUnits(item)) {
      throw ApiError.invalid(
        `items.${index}.totalQuantity`,
        `#${item.itemNumber} is sold out. Enter the number of units for the copy, or leave this item out of the copy.`,
      );
    }
    const { totalQuantity: _, variants: unsoldVariants, ...details } = unsoldOf(item);
    if (item.variants !== null || variants !== undefined) {
      return {
        ...details,
        ...(totalQuantity === undefined ? {} : { totalQuantity }),
        variants: variants ?? unsoldVariants ?? [],
      };
    }
    return { ...details, totalQuantity: totalQuantity ?? item.total - item.claimed };
  });
}
