import { Injectable } from '@nestjs/common';
import type { OperatorAct, PriceChange, UndoResult, VariantInput } from '@sellary/contracts';
import { type ActCaller, actorOf, type Principal } from '../../auth';
import { type LockedShow, ShowTransactions } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import { variantOf } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';
import { toItem, toItemStates } from '../records/item-record';
import { readComments } from '../review/open-reviews';
import { reviewsOf } from '../review/reviews-of-act';
import { auditAct, perform } from './act';
import { firstWaitingClaims, requireItem, readClaims, readPositions } from './act-reads';
import { removeClaimWord } from './count-word';
import { reopenReviews } from './resolutions';
import { addedItems, prepareRemoval } from './added-items';
import { takeOutOfReview } from './returned-comments';
import { undo } from './undo.act';
import {
  checkClaims,
  checkItem,
  checkReviews,
  checkNumbersFree,
  findUndoable,
  explainRefusal,
} from './undo-refusals';
import { planVariantUndo, setLines, writeLines } from './variant-changes';
import { waitingClaims } from './withdrawals';

/** Reverts the latest act on a claim or item by recording a new act, so that no history is erased. */
@Injectable()
export class Undo {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * @throws ApiError NOT_FOUND if `seq` is not an operator's act, UNDO_STALE if a claim or item that the act
   * changed has since changed again.
   */
  undo(principal: Principal, showId: string, seq: number): Promise<UndoResult> {
    return this.showTransactions.run(principal.workspaceId, showId, (show) => undoAct(show, principal, seq));
  }
}

/**
 * Reverts an act under the show's lock.
 * @throws ApiError NOT_FOUND, UNDO_STALE, CLAIM_PAID
 */
export async function undoAct(show: LockedShow, caller: ActCaller, seq: number): Promise<UndoResult> {
  const showId = show.id;
  const act = await findUndoable(show, seq);
  const changes = act.input.changes ?? [];
  const actClaims = await readClaims(show.tx, 'c.id = ANY($1::uuid[])', [
    changes.map((change) => change.claimId),
  ]);
  await checkClaims(show, changes, actClaims);
  const reviews = await readComments(show.tx, showId, reviewsOf(act)?.commentIds ?? []);
  checkReviews(seq, reviews);
  const items =
    act.act === 'items_added' ? await addedItems(show, act, actClaims) : await itemsOf(show, act, actClaims);
  const item = act.act !== 'items_added' && items.length === 1 ? (items[0] ?? null) : null;
  if (item !== null) checkItem(act, item);
  const before = new Map(changes.map((change) => [change.claimId, change.before]));
  // Added items are removed, so that their claims can wait for the item numbers again.
  if (act.act === 'items_added') prepareRemoval(show, items);
  else {
    const unmatched = actClaims.filter(({ id, itemId }) => itemId === null && before.get(id) === 'unmatched');
    await checkNumbersFree(
      show,
      unmatched.map(({ itemKey }) => itemKey),
    );
  }
  const quantity = act.act === 'quantity' ? act.input : null;
  const { before: variants = null, after: changedVariants = null } = quantity?.variants ?? {};
  const total = variants === null ? (quantity?.before ?? null) : null;
  const actor = actorOf(caller);
  if (act.act === 'accept' && act.input.countedWord !== undefined) {
    await removeClaimWord(show, act.input.countedWord, actor);
  }
  if (item !== null) restorePrice(show, item, quantity?.price);
  const planned =
    item === null || variants === null || changedVariants === null
      ? null
      : await planVariantUndo(show, item, { before: variants, after: changedVariants });
  if (item !== null && planned !== null) setLines(show, item, planned);
  const claims = await claimsToLoad(show, act, items, actClaims, { total, variants });
  const positionsBefore = await readPositions(show.tx, actClaims);
  const done = await explainRefusal(items, actClaims, () =>
    perform(show, undo, {
      input: {
        seq,
        act: act.act,
        itemId: item?.id ?? null,
        ...(total === null ? {} : { total }),
        ...(variants === null ? {} : { variants }),
      },
      actor,
      items,
      claims,
      earlier: () => act,
      positions: positionsBefore,
    }),
  );
  if (item !== null && planned?.needsWrite === true) writeLines(show, item);
  if (act.act === 'items_added' && act.input.returned !== undefined) {
    await takeOutOfReview(show, act.input.returned, actor);
  }
  const ids = [...new Set(done.changes.map((change) => change.claimId))];
  const waiting = actClaims.filter((claim) => ids.includes(claim.id) && claim.status === 'waitlist');
  const positions = await readPositions(show.tx, waiting);
  const result: UndoResult = {
    claims: ids.map((id) => done.recorder.claimOf(id, positions.get(id) ?? null)),
    actSeq: done.seq,
    ...(item === null ? {} : { item: toItem(item) }),
    ...(reviews.length === 0 ? {} : { comments: reopenReviews(show, reviews, actor) }),
  };
  auditAct(show, caller, 'act.undo', ['show', showId], { before: { seq, act: act.act }, after: result });
  return result;
}

/** Restores the price that the act changed, unless it has changed since then. */
function restorePrice(show: LockedShow, item: ItemRecord, change: PriceChange | undefined): void {
  if (change === undefined || item.price !== change.after) return;
  item.price = change.before;
  show.awaitAtCommit([
    show.tx.query('UPDATE show_items SET price = $2 WHERE id = $1', [item.id, item.price]),
  ]);
}

/**
 * The changed claims, their buyers' other active claims on the item, and as many waiting claims as there are
 * units that may become free, or all waiting claims if the item is withdrawn again.
 */
async function claimsToLoad(
  show: LockedShow,
  { act }: OperatorAct,
  items: ItemRecord[],
  actClaims: ClaimRecord[],
  to: { total: number | null; variants: VariantInput[] | null },
): Promise<ClaimRecord[]> {
  const others = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
    [
      show.id,
      [...new Set(actClaims.map((claim) => claim.itemKey))],
      actClaims.map((claim) => claim.buyer.id),
    ],
  );
  const waiting = await Promise.all(
    (act === 'items_added' ? [] : items).flatMap((item) =>
      act === 'item_restored'
        ? [waitingClaims(show, item)]
        : toItemStates(item).flatMap(({ id, key, total, claimed }) => {
            const newTotal =
              to.variants?.find(({ name }) => name === variantOf(key))?.totalQuantity ?? to.total ?? 0;
            const freed = actClaims.length + Math.max(0, newTotal - total);
            return [
              firstWaitingClaims(show, id, key, freed),
              firstWaitingClaims(show, id, key, freed + total - claimed, 'outright'),
            ];
          }),
    ),
  );
  const claims = [...waiting.flat(), ...others, ...actClaims];
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}

/**
 * The items of the act and its claims. A claim that was pending may be older than its item. The item decides
 * whether the claim can be pending again.
 * @throws ApiError NOT_FOUND
 */
async function itemsOf(show: LockedShow, act: OperatorAct, actClaims: ClaimRecord[]): Promise<ItemRecord[]> {
  const numbers = actClaims.flatMap(({ itemId, itemKey }) => (itemId === null ? [itemKey] : []));
  const added =
    numbers.length === 0
      ? []
      : await show.tx.query<{ id: string }>(
          'SELECT id FROM show_items WHERE show_id = $1 AND item_key = ANY($2::text[])',
          [show.id, numbers],
        );
  const ids = [
    ...('itemId' in act.input && act.input.itemId !== null ? [act.input.itemId] : []),
    ...actClaims.flatMap((claim) => claim.itemId ?? []),
    ...added.map(({ id }) => id),
  ];
  return Promise.all([...new Set(ids)].map((id) => requireItem(show.tx, show.id, id)));
}
