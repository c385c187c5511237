import type { Item, ItemInput } from '@sellary/contracts';

/** Input that adds a deleted item again, without its photo. */
export function itemInputOf(item: Item): ItemInput {
  const { itemNumber, title, description, totalQuantity, variants, price, compareAtPrice, sku } = item;
  return {
    itemNumber,
    ...(variants === undefined
      ? { totalQuantity }
      : {
          variants: variants.map((variant) => ({
            name: variant.name,
            totalQuantity: variant.totalQuantity,
            price: variant.price ?? null,
            sku: variant.sku ?? null,
          })),
        }),
    ...(title && { title }),
    ...(description && { description }),
    ...(price !== undefined && { price }),
    ...(compareAtPrice !== undefined && { compareAtPrice }),
    ...(sku !== undefined && { sku }),
  };
}
