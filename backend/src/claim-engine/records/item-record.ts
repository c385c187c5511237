import type { Item, ItemStatus, ItemVariant, ItemWinner } from '@sellary/contracts';
import type { VariantCounts } from '../../shows';
import { type Counts, type ItemState, lineKey } from '../domain/allocation';

/** An item as stored, with its winners in order of winning. */
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
  quantityBatch: number | null;
  variants: VariantCounts[] | null;
  winners: ItemWinner[];
}

/** Selects ItemRecords; add WHERE and ORDER BY. At most 30 winners an item, found by their own index. */
export const ITEM_SELECT = `SELECT i.id, i.item_key AS "itemKey", i.item_number AS "itemNumber", i.title, i.description, i.position,
  i.total_quantity AS "totalQuantity", i.claimed_count AS "claimedCount", i.waitlist_count AS "waitlistCount", i.last_place AS "lastPlace",
  i.quantity_batch AS "quantityBatch", i.variants,
  CASE WHEN i.claimed_count = 0 THEN '[]'::json ELSE coalesce((SELECT json_agg(json_build_object('claimId', w.id, 'handle', wb.handle, 'displayName', wb.display_name) ORDER BY w.won_seq, w.id)
    FROM claims w JOIN buyers wb ON wb.id = w.buyer_id WHERE w.item_id = i.id AND w.status = 'winner'), '[]'::json) END AS winners
  FROM show_items i`;

export function statusOf(claimed: number, total: number): ItemStatus {
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
    winners: [...record.winners],
    ...(record.variants === null ? {} : { variants: record.variants.map(toVariant) }),
  };
}

const toVariant = ({ name, total, claimed, waiting }: VariantCounts): ItemVariant => ({
  name,
  totalQuantity: total,
  claimedCount: claimed,
  waitlistCount: waiting,
  status: statusOf(claimed, total),
});

/** The item's stock lines: one, or one for each variant. */
export function toItemStates(record: ItemRecord): ItemState[] {
  const { id, itemKey } = record;
  if (record.variants === null) {
    return [
      {
        id,
        key: itemKey,
        total: record.totalQuantity,
        claimed: record.claimedCount,
        waiting: record.waitlistCount,
        lastPlace: record.lastPlace,
      },
    ];
  }
  return record.variants.map(({ name, ...counts }) => ({ id, key: lineKey(itemKey, name), ...counts }));
}

/** Writes the counts that a decision left, to the item or to its variant. */
export function applyCounts(record: ItemRecord, counts: Counts, variant: string | undefined): void {
  if (record.variants === null) {
    record.totalQuantity = counts.total;
    record.claimedCount = counts.claimed;
    record.waitlistCount = counts.waiting;
    return;
  }
  Object.assign(variantIn(record, variant), counts);
  sumUp(record, record.variants);
}

/** Raises the last place given out in the line that a claim waits in. */
export function applyPlace(record: ItemRecord, place: number, variant: string | undefined): void {
  const line = record.variants === null ? record : variantIn(record, variant);
  if (place > line.lastPlace) line.lastPlace = place;
}

/** The item's own counts are the sums of those of its variants. */
export function sumUp(record: ItemRecord, variants: readonly Counts[]): void {
  const sumOf = (field: keyof Counts): number => variants.reduce((sum, one) => sum + one[field], 0);
  record.totalQuantity = sumOf('total');
  record.claimedCount = sumOf('claimed');
  record.waitlistCount = sumOf('waiting');
}

function variantIn({ id, variants }: ItemRecord, name: string | undefined): VariantCounts {
  const found = variants?.find((variant) => variant.name === name);
  if (found === undefined) throw new Error(`Item ${id} has no variant ${name ?? 'without a name'}`);
  return found;
}
