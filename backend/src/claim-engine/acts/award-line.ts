import { ApiError } from '../../kernel';
import type { LockedShow } from '../../shows';
import { lineKey } from '../domain/allocation';
import { requireVariant } from '../review/named-variant';
import type { ItemRecord } from '../records/item-record';
import { wordsOf } from './variant-matches';

/**
 * Key of the stock line from which an award takes a unit.
 * @throws ApiError VALIDATION_FAILED
 */
export function lineForAward(show: LockedShow, item: ItemRecord, variant: string | undefined): string {
  const names = item.variants?.map(({ name }) => name) ?? null;
  if (names === null) {
    if (variant === undefined) return item.itemKey;
    throw ApiError.invalid('variant', 'Nothing was changed. This item has no variants. Omit variant.');
  }
  return lineKey(item.itemKey, requireVariant(variant, names, wordsOf(show)));
}
