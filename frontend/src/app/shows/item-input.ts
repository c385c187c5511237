import type { Item, ItemInput } from '@sellary/contracts';

/** Describes an equal item, without its photo. */
export function toInput(item: Item): ItemInput {
  const { itemNumber, title, description, totalQuantity, variants, price, compareAtPrice, sku } = item;
  return {
    itemNumber,
    ...(variants === undefined
      ? { totalQuantity }
      : {
          variants: variants.map((one) => ({
            name: one.name,
            totalQuantity: one.totalQuantity,
            price: one.price ?? null,
          })),
        }),
    ...(title && { title }),
    ...(description && { description }),
    ...(price !== undefined && { price }),
    ...(compareAtPrice !== undefined && { compareAtPrice }),
    ...(sku !== undefined && { sku }),
  };
}
