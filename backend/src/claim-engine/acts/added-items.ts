import type { OperatorAct } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { buyerName } from '../records/buyer-name';
import type { ClaimRecord } from '../records/claim-record';
import { ITEM_SELECT, type ItemRecord } from '../records/item-record';
import { refusal } from './act';

type ItemsAdded = Extract<OperatorAct, { act: 'items_added' }>;

/**
 * The items that the act added.
 * @throws ApiError UNDO_STALE if an item was deleted or renumbered, or has claims other than those that
 * waited for it
 */
export async function addedItems(
  show: LockedShow,
  { input }: ItemsAdded,
  actClaims: readonly ClaimRecord[],
): Promise<ItemRecord[]> {
  const ids = input.items.map(({ id }) => id);
  const items = await show.tx.query<ItemRecord>(
    `${ITEM_SELECT} WHERE i.show_id = $1 AND i.id = ANY($2::uuid[])`,
    [show.id, ids],
  );
  const keys = new Map(items.map(({ id, itemKey }) => [id, itemKey]));
  const missing = input.items.find(({ id, itemKey }) => keys.get(id) !== itemKey);
  if (missing !== undefined) {
    throw refusal(
      'UNDO_STALE',
      `Nothing was changed. #${missing.itemKey} has been deleted or renumbered since then.`,
    );
  }
  const [laterClaim] = await show.tx.query<{ itemNumber: string; handle: string; hidden: boolean }>(
    `SELECT i.item_number AS "itemNumber", b.handle, b.hidden FROM claims c JOIN show_items i ON i.id = c.item_id JOIN buyers b ON b.id = c.buyer_id
     WHERE c.item_id = ANY($1::uuid[]) AND c.id <> ALL($2::uuid[]) ORDER BY c.created_at LIMIT 1`,
    [ids, actClaims.map(({ id }) => id)],
  );
  if (laterClaim === undefined) return items;
  throw refusal(
    'UNDO_STALE',
    `Nothing was changed. ${buyerName(laterClaim)} has claimed #${laterClaim.itemNumber} since then. Withdraw the item instead.`,
  );
}

/**
 * Prepares the show for removing the items. The show's vocabulary is reread, and a removed item is no longer
 * on screen.
 */
export function prepareRemoval(show: LockedShow, items: readonly ItemRecord[]): void {
  const isShown = items.some(({ id }) => id === show.row.now_showing_item_id);
  show.change({
    vocabulary: show.row.vocabulary + 1,
    ...(isShown ? { now_showing_item_id: null } : {}),
  });
}
