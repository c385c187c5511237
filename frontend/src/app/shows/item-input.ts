import type { Item, ItemInput } from '@sellary/contracts';

/** Input that adds the item again, without its photo and the codes of its variants. */
export function toInput(item: Item): ItemInput {
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
          })),
        }),
    ...(title && { title }),
    ...(description && { description }),
    ...(price !== undefined && { price }),
    ...(compareAtPrice !== undefined && { compareAtPrice }),
    ...(sku !== undefined && { sku }),
  };
}
