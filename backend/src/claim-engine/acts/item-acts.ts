import { Injectable } from '@nestjs/common';
import {
  type AddItemsResult,
  type Item,
  type ItemInput,
  type Show,
  type UpdateItemRequest,
} from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { ApiError } from '../../kernel';
import { type LockedShow, ShowTransactions, sourcesOf, toShow } from '../../shows';
import { type ItemRecord, toItem } from '../records/item-record';
import { addItems, itemKey, assertClaimableNumbers } from './add-items';
import { prepareRemoval } from './added-items';
import { auditAct, perform, recordAct, refusal } from './act';
import { firstWaitingClaims, requireItem, readClaims } from './act-reads';
import { itemChanged } from './item-changed.act';
import { refuseTakenNumber, skuOf } from './item-rows';
import { refusePricesWithoutCurrency } from './item-prices';
import { itemRemoved } from './item-removed.act';
import { nowShowing } from './now-showing.act';
import { quantity } from './quantity.act';
import { commentsToReturn, returnToReview } from './returned-comments';
import { type PlannedVariants, planVariants, setLines, writeLines } from './variant-changes';
import { matchesOf, wordsOf } from './variant-matches';

/** `photo`: the id of one of the workspace's stored photos. */
type ItemChange = UpdateItemRequest & { photo?: string | null };

/**
 * The acts that operators perform on items. An added or renumbered item matches the claims that waited for
 * its number.
 */
@Injectable()
export class ItemActs {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * Adds all items, or none.
   * @throws ApiError VALIDATION_FAILED, ITEM_NUMBER_TAKEN, LIMIT_REACHED, NO_CURRENCY
   */
  add(principal: Principal, showId: string, inputs: ItemInput[]): Promise<AddItemsResult> {
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const added = await addItems(show, principal, inputs);
      const itemId = added.items.length === 1 ? (added.items[0]?.id ?? null) : null;
      auditAct(show, principal, 'item.add', ['item', itemId], { after: added.items });
      return added;
    });
  }

  /**
   * Changes the fields that `change` contains.
   * @throws ApiError NOT_FOUND, ITEM_HAS_CLAIMS or ITEM_WITHDRAWN (only when renumbering), ITEM_NUMBER_TAKEN,
   * QUANTITY_BELOW_CLAIMED, NO_CURRENCY
   */
  update(principal: Principal, showId: string, itemId: string, change: ItemChange): Promise<Item> {
    const newKey = change.itemNumber === undefined ? undefined : itemKey(change.itemNumber, 'itemNumber');
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const item = await requireItem(show.tx, showId, itemId);
      const before = toItem(item);
      refusePricesWithoutCurrency(show, [change]);
      const isRenumbered = newKey !== undefined && newKey !== item.itemKey;
      if (isRenumbered) assertClaimableNumbers(show, [change.itemNumber ?? ''], () => 'itemNumber');
      if (isRenumbered && item.withdrawnAt !== null) throw refusal('ITEM_WITHDRAWN');
      if (isRenumbered && (await hasClaims(show, itemId))) {
        throw new ApiError(
          'ITEM_HAS_CLAIMS',
          'The item has claims, so its number cannot change. Add a new item instead.',
        );
      }
      const variants = await planVariants(show, item, change);
      await this.writeFields(show, item, change, newKey);
      const result = await this.performChange(show, principal, item, {
        total: change.totalQuantity ?? item.totalQuantity,
        isRenumbered,
        before,
        variants,
      });
      auditAct(show, principal, 'item.update', ['item', itemId], { before, after: result });
      return result;
    });
  }

  /** @throws ApiError NOT_FOUND, ITEM_HAS_CLAIMS */
  async remove(principal: Principal, showId: string, itemId: string): Promise<void> {
    await this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const item = await requireItem(show.tx, showId, itemId);
      if (await hasClaims(show, itemId)) {
        throw new ApiError('ITEM_HAS_CLAIMS', 'The item has claims, so it cannot be deleted.');
      }
      const actor = actorOf(principal);
      show.stats.items -= 1;
      show.stats.unitsTotal -= item.totalQuantity;
      prepareRemoval(show, [item]);
      recordAct(show, itemRemoved, { itemId, itemKey: item.itemKey }, actor);
      show.record('item.updated', { itemId, removed: true }, actor);
      show.awaitAtCommit([show.tx.query('DELETE FROM show_items WHERE id = $1', [itemId])]);
      auditAct(show, principal, 'item.delete', ['item', itemId], { before: toItem(item) });
    });
  }

  /**
   * Sets the item on screen. Does not change any decision.
   * @throws ApiError NOT_FOUND
   */
  nowShowing(principal: Principal, showId: string, itemId: string | null): Promise<Show> {
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      if (itemId !== null) await requireItem(show.tx, showId, itemId);
      const sources = await sourcesOf(show.tx, showId);
      const before = show.row.now_showing_item_id;
      if (before === itemId) return toShow(show.currentRow(), sources);
      const actor = actorOf(principal);
      show.change({ now_showing_item_id: itemId });
      recordAct(show, nowShowing, { before, itemId }, actor);
      const after = show.changedShow(sources);
      show.record('show.updated', { show: after }, actor);
      auditAct(show, principal, 'show.now_showing', ['show', showId], {
        before: { itemId: before },
        after: { itemId },
      });
      return after;
    });
  }

  private async performChange(
    show: LockedShow,
    principal: Principal,
    item: ItemRecord,
    planned: { total: number; isRenumbered: boolean; before: Item; variants: PlannedVariants | null },
  ): Promise<Item> {
    const actor = actorOf(principal);
    const { isRenumbered, before, variants } = planned;
    if (variants !== null) setLines(show, item, variants);
    const addedUnits = item.variants === null ? planned.total - item.totalQuantity : 0;
    const quantityChanged = addedUnits !== 0 || variants?.changesQuantities === true;
    if (!quantityChanged && !isRenumbered && variants === null && hasSameDetails(before, toItem(item))) {
      return toItem(item);
    }
    const additions =
      variants?.additions ?? (addedUnits > 0 ? [{ key: item.itemKey, units: addedUnits }] : []);
    const heads = await Promise.all(
      additions.map(({ key, units }) => firstWaitingClaims(show, item.id, key, units)),
    );
    const unmatched =
      isRenumbered || variants?.changesNames === true
        ? await readClaims(show.tx, `c.show_id = $1 AND c.item_key = $2 AND c.status = 'unmatched'`, [
            show.id,
            item.itemKey,
          ])
        : [];
    const matched = matchesOf(unmatched, [item], wordsOf(show));
    const returnPlan = await commentsToReturn(show, unmatched, [item], matched);
    const input = {
      itemId: item.id,
      itemKey: item.itemKey,
      ...(isRenumbered ? { renumbered: true as const } : {}),
      ...priceChange(before, item),
      ...(variants === null ? {} : { variants: variants.change }),
      ...matched,
      ...returnPlan,
    };
    const total =
      variants?.change.after?.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0) ?? planned.total;
    const plan = { actor, items: [item], claims: [...heads.flat(), ...unmatched] };
    const quantityInput = { ...input, before: before.totalQuantity, total };
    const done = quantityChanged
      ? await perform(show, quantity, { ...plan, input: quantityInput })
      : await perform(show, itemChanged, { ...plan, input });
    if (done.recorder.changedItems.length === 0) show.record('item.updated', { item: toItem(item) }, actor);
    if (variants?.needsWrite === true) writeLines(show, item);
    if (returnPlan.returned !== undefined) await returnToReview(show, returnPlan.returned, actor);
    return {
      ...toItem(item),
      ...(quantityChanged && quantity.undoable?.(quantityInput) === true ? { actSeq: done.seq } : {}),
    };
  }

  private async writeFields(
    show: LockedShow,
    item: ItemRecord,
    change: ItemChange,
    newKey: string | undefined,
  ): Promise<void> {
    if (newKey !== undefined && newKey !== item.itemKey) show.change({ vocabulary: show.row.vocabulary + 1 });
    item.itemKey = newKey ?? item.itemKey;
    item.itemNumber = change.itemNumber?.trim() ?? item.itemNumber;
    if (change.title !== undefined) item.title = change.title;
    if (change.description !== undefined) item.description = change.description;
    item.position = change.position ?? item.position;
    if (change.price !== undefined) item.price = change.price;
    if (change.compareAtPrice !== undefined) item.compareAtPrice = change.compareAtPrice;
    if (change.sku !== undefined) item.sku = skuOf(change.sku);
    if (change.photo !== undefined) item.photo = change.photo;
    await refuseTakenNumber(
      show.tx.query(
        'UPDATE show_items SET item_key = $2, item_number = $3, title = $4, description = $5, position = $6, updated_at = $7, price = $8, compare_at_price = $9, sku = $10, photo = $11 WHERE id = $1',
        [
          ...[item.id, item.itemKey, item.itemNumber, item.title, item.description, item.position, show.at],
          ...[item.price, item.compareAtPrice, item.sku, item.photo],
        ],
      ),
    );
  }
}

async function hasClaims(show: LockedShow, itemId: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM claims WHERE show_id = $1 AND item_id = $2 LIMIT 1';
  return (await show.tx.query(sql, [show.id, itemId])).length > 0;
}

const priceChange = ({ price }: Item, item: ItemRecord) =>
  (price ?? null) === item.price ? {} : { price: { before: price ?? null, after: item.price } };

const hasSameDetails = (a: Item, b: Item): boolean =>
  a.itemNumber === b.itemNumber &&
  a.title === b.title &&
  a.description === b.description &&
  a.position === b.position &&
  a.price === b.price &&
  a.compareAtPrice === b.compareAtPrice &&
  a.sku === b.sku &&
  a.photo === b.photo;
