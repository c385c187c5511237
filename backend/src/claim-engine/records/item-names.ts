import type { Reader } from '../../kernel';
import type { ReadableItems } from './comment-reader';

/** An item, as comments refer to it. */
export interface ItemNames {
  id: string;
  itemKey: string;
  itemNumber: string;
  /** Null if the item has no variants. */
  variantNames: string[] | null;
}

/** Reads a show's items, as the grammar knows them. */
export const readItemNames = (reader: Reader, showId: string): Promise<ItemNames[]> =>
  reader.query<ItemNames>(
    `SELECT id, item_key AS "itemKey", item_number AS "itemNumber",
       CASE WHEN variants IS NOT NULL THEN (SELECT json_agg(v->'name') FROM jsonb_array_elements(variants) v) END AS "variantNames"
     FROM show_items WHERE show_id = $1`,
    [showId],
  );

/** The items, for a comment reader. */
export const toReadableItems = (items: readonly ItemNames[]): ReadableItems => ({
  itemKeys: new Set(items.map(({ itemKey }) => itemKey)),
  itemsWithVariants: items.flatMap(({ itemKey, variantNames }) =>
    variantNames === null ? [] : [{ itemKey, names: variantNames }],
  ),
});
