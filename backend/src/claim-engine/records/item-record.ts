import { type Item, type ItemStatus, type ItemWinner, MAX_LISTED_WINNERS } from '@sellary/contracts';
import type { Counts, ItemState } from '../domain/allocation';

/** An item as stored, with its winners in order of winning: all of them, or the listed ones. */
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
  winners: ItemWinner[];
}

const select = (
  winners: string,
): string => `SELECT i.id, i.item_key AS "itemKey", i.item_number AS "itemNumber", i.title, i.description, i.position,
  i.total_quantity AS "totalQuantity", i.claimed_count AS "claimedCount", i.waitlist_count AS "waitlistCount", i.last_place AS "lastPlace",
  i.withdrawn_at AS "withdrawnAt",
  CASE WHEN i.claimed_count = 0 THEN '[]'::json ELSE coalesce((SELECT json_agg(json_build_object('claimId', w.id, 'handle', wb.handle, 'displayName', wb.display_name) ORDER BY w.won_seq, w.id)
    FROM ${winners} w JOIN buyers wb ON wb.id = w.buyer_id WHERE w.item_id = i.id AND w.status = 'winner'), '[]'::json) END AS winners
  FROM show_items i`;

/**
 * Selects ItemRecords with all winners, found by their own index; add WHERE and ORDER BY. If a listed winner
 * leaves, the next one is listed.
 */
export const ITEM_SELECT = select('claims');

/** Selects ItemRecords with the listed winners: for answers, and for transactions in which no winner leaves. */
export const LISTED_ITEM_SELECT = select(
  `(SELECT l.id, l.item_id, l.buyer_id, l.won_seq, l.status FROM claims l WHERE l.item_id = i.id AND l.status = 'winner' ORDER BY l.won_seq, l.id LIMIT ${MAX_LISTED_WINNERS})`,
);

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
    winners: record.winners.slice(0, MAX_LISTED_WINNERS),
    withdrawnAt: record.withdrawnAt?.toISOString() ?? null,
  };
}

export const toItemState = (record: ItemRecord): ItemState => ({
  id: record.id,
  key: record.itemKey,
  total: record.totalQuantity,
  claimed: record.claimedCount,
  waiting: record.waitlistCount,
  lastPlace: record.lastPlace,
  withdrawn: record.withdrawnAt !== null,
});

/** Writes the counts that a decision left. */
export function applyCounts(record: ItemRecord, counts: Counts): void {
  record.totalQuantity = counts.total;
  record.claimedCount = counts.claimed;
  record.waitlistCount = counts.waiting;
}
