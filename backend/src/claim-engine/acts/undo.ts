import { Injectable } from '@nestjs/common';
import type { ActInputs, ClaimChange, OperatorAct, UndoResult, VariantInput } from '@sellary/contracts';
import { type ActCaller, actorOf, type Principal } from '../../auth';
import { ApiError, readLedger } from '../../kernel';
import { type LockedShow, ShowTransactions } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import { variantOf } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';
import { toItem, toItemStates } from '../records/item-record';
import { type CommentRow } from '../records/comment-record';
import { readComments } from '../review/open-reviews';
import { reviewsOf } from '../review/reviews-of-act';
import { audited, perform, refusal } from './act';
import { lineHead, needItem, readClaims, readRanks } from './act-reads';
import { removeClaimWord } from './count-word';
import { reopenReviews } from './resolutions';
import { addedItems, forgetItems } from './added-items';
import { takeBackComments } from './returned-comments';
import { undo } from './undo.act';
import { waitingClaims } from './withdrawals';

/** Reverts the latest act on a claim or item with a new act, so that nothing is erased. */
@Injectable()
export class Undo {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * @throws ApiError NOT_FOUND if `seq` is not an operator's act, UNDO_STALE if a claim or item that it
   * touched has changed since.
   */
  undo(principal: Principal, showId: string, seq: number): Promise<UndoResult> {
    return this.showTransactions.run(principal.workspaceId, showId, (show) => undoAct(show, principal, seq));
  }
}

/**
 * Takes back an act under the show's lock.
 * @throws ApiError NOT_FOUND, UNDO_STALE, CLAIM_PAID
 */
export async function undoAct(show: LockedShow, caller: ActCaller, seq: number): Promise<UndoResult> {
  const showId = show.id;
  const act = await findAct(show, seq);
  const changes = act.input.changes ?? [];
  const touched = await readClaims(show.tx, 'c.id = ANY($1::uuid[])', [
    changes.map((change) => change.claimId),
  ]);
  checkClaims(changes, touched);
  const reviews = await readComments(show.tx, showId, reviewsOf(act));
  checkReviews(seq, reviews);
  const items =
    act.act === 'items_added' ? await addedItems(show, act, touched) : await itemsOf(show, act, touched);
  const item = act.act !== 'items_added' && items.length === 1 ? (items[0] ?? null) : null;
  if (item !== null) checkItem(act, item);
  const before = new Map(changes.map((change) => [change.claimId, change.before]));
  const unmatched = touched
    .filter((claim) => act.act !== 'items_added' && claim.itemId === null && before.get(claim.id) !== null)
    .map((claim) => claim.itemKey);
  const added = await show.tx.query(
    'SELECT 1 FROM show_items WHERE show_id = $1 AND item_key = ANY($2::text[])',
    [showId, unmatched],
  );
  if (added.length > 0) {
    throw refusal('UNDO_STALE', 'The item has been added since then. Award a unit instead.');
  }
  if (act.act === 'items_added') forgetItems(show, items);
  const variants = act.act === 'quantity' ? (act.input.variants?.before ?? null) : null;
  const total = act.act === 'quantity' && variants === null ? act.input.before : null;
  const actor = actorOf(caller);
  if (act.act === 'accept' && act.input.countedWord !== undefined) {
    await removeClaimWord(show, act.input.countedWord, actor);
  }
  const done = await perform(show, undo, {
    input: {
      seq,
      act: act.act,
      itemId: item?.id ?? null,
      ...(total === null ? {} : { total }),
      ...(variants === null ? {} : { variants }),
    },
    actor,
    items,
    claims: await neighbors(show, act, items, touched, { total, variants }),
    earlier: () => act,
    ranks: await readRanks(show.tx, touched),
  });
  if (act.act === 'items_added' && act.input.returned !== undefined) {
    await takeBackComments(show, act.input.returned, actor);
  }
  const ids = [...new Set(done.changes.map((change) => change.claimId))];
  const ranks = await readRanksAfter(show, ids, touched);
  const result: UndoResult = {
    claims: ids.map((id) => done.recorder.claimOf(id, ranks.get(id) ?? null)),
    actSeq: done.seq,
    ...(item === null ? {} : { item: toItem(item) }),
    ...(reviews.length === 0 ? {} : { comments: reopenReviews(show, reviews, actor) }),
  };
  audited(show, caller, {
    action: 'act.undo',
    entityType: 'show',
    entityId: showId,
    before: { seq, act: act.act },
    after: result,
  });
  return result;
}

async function findAct(show: LockedShow, seq: number): Promise<OperatorAct> {
  const [row] = await readLedger(show.tx, show.id, seq - 1, 1);
  if (row?.seq !== seq || row.type !== 'operator.act') throw ApiError.notFound('operator act');
  if (row.data.act === 'undo') {
    throw refusal('UNDO_STALE', 'Nothing was changed. An undo cannot be undone. Do the act again instead.');
  }
  if (!row.data.undoable) throw refusal('UNDO_STALE', 'This act cannot be undone.');
  return row.data;
}

/**
 * The touched claims, all other claims of their buyers on the item, and as many waiters as units may become
 * free: all, if the item is withdrawn again.
 */
async function neighbors(
  show: LockedShow,
  { act }: OperatorAct,
  items: ItemRecord[],
  touched: ClaimRecord[],
  to: { total: number | null; variants: VariantInput[] | null },
): Promise<ClaimRecord[]> {
  const held = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
    [show.id, [...new Set(touched.map((claim) => claim.itemKey))], touched.map((claim) => claim.buyer.id)],
  );
  const waiters = await Promise.all(
    (act === 'items_added' ? [] : items).flatMap((item) =>
      act === 'item_restored'
        ? [waitingClaims(show, item)]
        : toItemStates(item).map(({ id, key, total }) => {
            const wanted =
              to.variants?.find(({ name }) => name === variantOf(key))?.totalQuantity ?? to.total ?? 0;
            return lineHead(show, id, key, touched.length + Math.max(0, wanted - total));
          }),
    ),
  );
  return [...new Map([...waiters.flat(), ...held, ...touched].map((claim) => [claim.id, claim])).values()];
}

/** @throws ApiError UNDO_STALE if a review was opened or resolved again since */
function checkReviews(seq: number, reviews: CommentRow[]): void {
  const changed = reviews.find(({ resolution }) => resolution?.actSeq !== seq);
  if (changed !== undefined) {
    throw refusal('UNDO_STALE', `The review of the comment by ${changed.handle} has changed since.`);
  }
}

/**
 * The items of the act and of its claims.
 * @throws ApiError NOT_FOUND
 */
function itemsOf(show: LockedShow, act: OperatorAct, touched: ClaimRecord[]): Promise<ItemRecord[]> {
  const ids = [
    ...('itemId' in act.input && act.input.itemId !== null ? [act.input.itemId] : []),
    ...touched.flatMap((claim) => claim.itemId ?? []),
  ];
  return Promise.all([...new Set(ids)].map((id) => needItem(show.tx, show.id, id)));
}

/**
 * A claim may have been moved and moved back since, by acts that were undone.
 * @throws ApiError UNDO_STALE if a claim is not as the act left it
 */
function checkClaims(changes: ClaimChange[], touched: ClaimRecord[]): void {
  const byId = new Map(touched.map((claim) => [claim.id, claim]));
  const left = new Map(changes.map(({ claimId, after }) => [claimId, after]));
  for (const [claimId, after] of left) {
    const claim = byId.get(claimId);
    if (claim?.status === after) continue;
    const who =
      claim === undefined
        ? 'A claim'
        : `The claim of ${claim.buyer.handle} on #${claim.itemNumber ?? claim.itemKey}`;
    const by =
      claim?.actor == null
        ? ''
        : ` (${claim.actor.kind === 'engine' ? claim.actor.reason : claim.actor.name})`;
    throw refusal(
      'UNDO_STALE',
      `${who} has changed since${by}: its status is now ${claim?.status ?? 'gone'}.`,
    );
  }
}

/** @throws ApiError UNDO_STALE if the item is not as the act left it */
function checkItem(act: OperatorAct, item: ItemRecord): void {
  const isWithdrawn = item.withdrawnAt !== null;
  if (act.act === 'quantity' && !isAsLeft(item, act.input)) {
    throw refusal('UNDO_STALE', 'The quantity has changed since then, so this can no longer be undone.');
  }
  if (act.act === 'item_withdrawn' && !isWithdrawn) {
    throw refusal('UNDO_STALE', 'The item has been restored since.');
  }
  if (act.act === 'item_restored' && isWithdrawn) {
    throw refusal('UNDO_STALE', 'The item has been withdrawn again since.');
  }
}

function isAsLeft(item: ItemRecord, { total, variants }: ActInputs['quantity']): boolean {
  const names = (list: readonly { name: string; units: number }[] | undefined): string =>
    JSON.stringify(list?.map(({ name, units }) => [name, units]) ?? null);
  return variants === undefined
    ? item.totalQuantity === total
    : names(item.variants?.map((one) => ({ name: one.name, units: one.total }))) ===
        names(variants.after?.map((one) => ({ name: one.name, units: one.totalQuantity })));
}

/** Ranks, for the response, of the claims that wait again. */
async function readRanksAfter(
  show: LockedShow,
  ids: string[],
  touched: ClaimRecord[],
): Promise<Map<string, number>> {
  const waiting = touched.filter((claim) => ids.includes(claim.id) && claim.status === 'waitlist');
  return waiting.length === 0 ? new Map() : readRanks(show.tx, waiting);
}
