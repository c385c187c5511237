import type { ItemInput } from '@sellary/contracts';
import { ApiError, uuidV7, violatedConstraint } from '../../kernel';
import type { LockedShow } from '../../shows';
import type { CompiledWords } from '../domain/grammar';
import type { ItemRecord } from '../records/item-record';
import { newVariants } from './variant-changes';
import { variantsFrom } from './variant-list';
import { wordsOf } from './variant-matches';

/** `photo`: the id of one of the workspace's stored photos. */
export type NewItem = ItemInput & { photo?: string | null };

/**
 * Adds rows for new items at the end of the list.
 * @throws ApiError VALIDATION_FAILED, ITEM_NUMBER_TAKEN
 */
export async function insertItems(
  show: LockedShow,
  inputs: NewItem[],
  itemKeys: string[],
): Promise<ItemRecord[]> {
  const [last] = await show.tx.query<{ position: number | null }>(
    'SELECT max(position) AS position FROM show_items WHERE show_id = $1',
    [show.id],
  );
  refuseRepeatedNumbers(inputs, itemKeys);
  const firstPosition = (last?.position ?? -1) + 1;
  const words = wordsOf(show);
  const items = inputs.map((input, index): ItemRecord => ({
    ...stockOf(input, `items.${index}.`, words),
    id: uuidV7(),
    itemKey: itemKeys[index] ?? '',
    itemNumber: input.itemNumber.trim(),
    title: input.title ?? null,
    description: input.description ?? null,
    position: firstPosition + index,
    claimedCount: 0,
    waitlistCount: 0,
    lastPlace: 0,
    withdrawnAt: null,
    price: input.price ?? null,
    compareAtPrice: input.compareAtPrice ?? null,
    sku: skuOf(input.sku),
    photo: input.photo ?? null,
    winners: [],
  }));
  await refuseTakenNumber(
    show.tx.query(
      `INSERT INTO show_items (id, show_id, item_key, item_number, title, description, position, total_quantity, variants, price, compare_at_price, sku, photo, created_at, updated_at)
       SELECT n.id, $1, n.item_key, n.item_number, n.title, n.description, n.position, n.total, n.variants, n.price, n.compare_at_price, n.sku, n.photo, $2, $2
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[], $10::jsonb[], $11::bigint[], $12::bigint[], $13::text[], $14::text[])
         AS n(id, item_key, item_number, title, description, position, total, variants, price, compare_at_price, sku, photo)`,
      [
        show.id,
        show.at,
        items.map((item) => item.id),
        items.map((item) => item.itemKey),
        items.map((item) => item.itemNumber),
        items.map((item) => item.title),
        items.map((item) => item.description),
        items.map((item) => item.position),
        items.map((item) => item.totalQuantity),
        items.map(({ variants }) => (variants === null ? null : JSON.stringify(variants))),
        items.map((item) => item.price),
        items.map((item) => item.compareAtPrice),
        items.map((item) => item.sku),
        items.map((item) => item.photo),
      ],
    ),
  );
  return items;
}

/** The code as a scanner reads it, without surrounding spaces, or null if the item has no code. */
export const skuOf = (text: string | null | undefined): string | null => text?.trim() || null;

/** @throws ApiError VALIDATION_FAILED */
function stockOf(
  { totalQuantity, variants }: ItemInput,
  fieldPrefix: string,
  words: CompiledWords,
): Pick<ItemRecord, 'totalQuantity' | 'variants'> {
  if (variants === undefined) return { totalQuantity: totalQuantity ?? 1, variants: null };
  const lines = newVariants(variantsFrom(variants, `${fieldPrefix}variants`, words));
  const sum = lines.reduce((units, { total }) => units + total, 0);
  if (totalQuantity !== undefined && totalQuantity !== sum) {
    throw ApiError.invalid(
      `${fieldPrefix}totalQuantity`,
      `The quantities of the variants add up to ${sum}. Omit totalQuantity.`,
    );
  }
  return { totalQuantity: sum, variants: lines };
}

/** @throws ApiError ITEM_NUMBER_TAKEN */
function refuseRepeatedNumbers(inputs: readonly NewItem[], itemKeys: readonly string[]): void {
  const repeated = inputs.find((_, index) => itemKeys.indexOf(itemKeys[index] ?? '') < index);
  if (repeated === undefined) return;
  throw new ApiError(
    'ITEM_NUMBER_TAKEN',
    `The list contains the number ${repeated.itemNumber.trim()} more than once. Nothing was added.`,
  );
}

/** Awaits an item write. @throws ApiError ITEM_NUMBER_TAKEN */
export async function refuseTakenNumber(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (violatedConstraint(error) !== 'UQ_show_items_key') throw error;
    throw new ApiError(
      'ITEM_NUMBER_TAKEN',
      'The show already has an item with this number. Nothing was changed. Choose another number.',
    );
  }
}
