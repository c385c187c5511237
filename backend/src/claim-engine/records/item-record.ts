import {
  type Item,
  type ItemStatus,
  type ItemVariant,
  type ItemWinner,
  MAX_LISTED_WINNERS,
} from '@sellary/contracts';
import type { VariantCounts } from '../../shows';
import { type Counts, type ItemState, lineKey } from '../domain/allocation';

/** A stored item with its winners in order of winning: all winners, or only those that the API lists. */
export interface ItemRecord {
  id: string;
  itemKey: string;
  itemNumber: string;
  title: string | null;
  description: string | null;
  position: number;
  totalQuantity: number;
  claimedCount: number;
  waitlistCount: number;
  lastPlace: number;
  withdrawnAt: Date | null;
  /** In minor units. */
  price: number | null;
  compareAtPrice: number | null;
  sku: string | null;
  /** Id of the item's photo. */
  photo: string | null;
  variants: VariantCounts[] | null;
  winners: ItemWinner[];
}

const select = (
  winners: string,
): string => `SELECT i.id, i.item_key AS "itemKey", i.item_number AS "itemNumber", i.title, i.description, i.position,
  i.total_quantity AS "totalQuantity", i.claimed_count AS "claimedCount", i.waitlist_count AS "waitlistCount", i.last_place AS "lastPlace",
  i.withdrawn_at AS "withdrawnAt", i.price, i.compare_at_price AS "compareAtPrice", i.sku, i.photo, i.variants,
  CASE WHEN i.claimed_count = 0 THEN '[]'::json ELSE coalesce((SELECT json_agg(json_build_object('claimId', w.id, 'handle', wb.handle, 'displayName', wb.display_name) ORDER BY w.won_seq, w.id)
    FROM ${winners} w JOIN buyers wb ON wb.id = w.buyer_id WHERE w.item_id = i.id AND w.status = 'winner'), '[]'::json) END AS winners
  FROM show_items i`;

/**
 * Selects ItemRecords with all winners, so that the next winner can be listed if a listed winner leaves. Add
 * WHERE and ORDER BY.
 */
export const ITEM_SELECT = select('claims');

/**
 * Selects ItemRecords with only the winners that the API lists, for responses and for changes in which no
 * winner leaves.
 */
export const LISTED_ITEM_SELECT = select(
  `(SELECT l.id, l.item_id, l.buyer_id, l.won_seq, l.status FROM claims l WHERE l.item_id = i.id AND l.status = 'winner' ORDER BY l.won_seq, l.id LIMIT ${MAX_LISTED_WINNERS})`,
);

function statusOf(claimed: number, total: number): ItemStatus {
  if (claimed === 0) return 'unclaimed';
  return claimed >= total ? 'sold_out' : 'partial';
}

export function toItem(record: ItemRecord): Item {
  return {
    id: record.id,
    itemNumber: record.itemNumber,
    title: record.title,
    description: record.description,
    position: record.position,
    totalQuantity: record.totalQuantity,
    claimedCount: record.claimedCount,
    waitlistCount: record.waitlistCount,
    status: statusOf(record.claimedCount, record.totalQuantity),
    winners: record.winners.slice(0, MAX_LISTED_WINNERS),
    ...(record.price === null ? {} : { price: record.price }),
    ...(record.compareAtPrice === null ? {} : { compareAtPrice: record.compareAtPrice }),
    ...(record.sku === null ? {} : { sku: record.sku }),
    ...(record.photo === null ? {} : { photo: record.photo }),
    ...(record.variants === null ? {} : { variants: record.variants.map(toVariant) }),
    withdrawnAt: record.withdrawnAt?.toISOString() ?? null,
  };
}

const toVariant = ({ name, total, claimed, waiting, price, sku }: VariantCounts): ItemVariant => ({
  name,
  totalQuantity: total,
  claimedCount: claimed,
  waitlistCount: waiting,
  status: statusOf(claimed, total),
  ...(price === undefined ? {} : { price }),
  ...(sku === undefined ? {} : { sku }),
});

/** Current price of a unit in minor units: the variant's price, or else the item's. */
export const unitPrice = (record: ItemRecord, variant: string | undefined): number | null =>
  (variant === undefined ? undefined : variantIn(record, variant).price) ?? record.price;

/** The item's stock lines: a single line, or one per variant. */
export function toItemStates(record: ItemRecord): ItemState[] {
  const { id, itemKey } = record;
  const withdrawn = record.withdrawnAt !== null;
  if (record.variants === null) {
    return [
      {
        id,
        key: itemKey,
        total: record.totalQuantity,
        claimed: record.claimedCount,
        waiting: record.waitlistCount,
        lastPlace: record.lastPlace,
        withdrawn,
      },
    ];
  }
  return record.variants.map(({ name, price: _, sku: __, ...counts }) => ({
    id,
    key: lineKey(itemKey, name),
    withdrawn,
    ...counts,
  }));
}

/** Sets the counts of the item, or of its variant, to the counts after a decision. */
export function applyCounts(record: ItemRecord, counts: Counts, variant: string | undefined): void {
  if (record.variants === null) {
    record.totalQuantity = counts.total;
    record.claimedCount = counts.claimed;
    record.waitlistCount = counts.waiting;
    return;
  }
  Object.assign(variantIn(record, variant), counts);
  setTotals(record, record.variants);
}

/** Raises the last assigned place in the claim's line. */
export function applyPlace(record: ItemRecord, place: number, variant: string | undefined): void {
  const line = record.variants === null ? record : variantIn(record, variant);
  if (place > line.lastPlace) line.lastPlace = place;
}

/** Sets the item's counts to the sums of its variants' counts. */
export function setTotals(record: ItemRecord, variants: readonly Counts[]): void {
  const sumOf = (field: keyof Counts): number => variants.reduce((sum, variant) => sum + variant[field], 0);
  record.totalQuantity = sumOf('total');
  record.claimedCount = sumOf('claimed');
  record.waitlistCount = sumOf('waiting');
}

function variantIn({ id, variants }: ItemRecord, name: string | undefined): VariantCounts {
  const found = variants?.find((variant) => variant.name === name);
  if (found === undefined) throw new Error(`Item ${id} has no variant named ${name}`);
  return found;
}
