import type { ActInputs, ClaimChange, OperatorAct, UndoableActName } from '@sellary/contracts';
import { actorName, ApiError, readLedger } from '../../kernel';
import { type LockedShow } from '../../shows';
import { buyerName } from '../records/buyer-name';
import type { ClaimRecord } from '../records/claim-record';
import type { CommentRow } from '../records/comment-record';
import type { ItemRecord } from '../records/item-record';
import { isUnexplainedUndoRefusal, refusal } from './act';

const undoStaleError = (reason: string): ApiError => refusal('UNDO_STALE', `Nothing was changed. ${reason}`);

type UndoableAct = Extract<OperatorAct, { act: UndoableActName }>;

/**
 * Finds the act and checks that it can be undone.
 * @throws ApiError NOT_FOUND, UNDO_STALE
 */
export async function findUndoable(show: LockedShow, seq: number): Promise<UndoableAct> {
  const act = await findAct(show, seq);
  if (act === null) throw ApiError.notFound('operator act');
  if (act.act === 'undo') throw undoStaleError('An undo cannot be undone. Make the change again instead.');
  if (!act.undoable) throw undoStaleError('This change cannot be undone.');
  return act;
}

async function findAct(show: LockedShow, seq: number): Promise<OperatorAct | null> {
  const [row] = await readLedger(show.tx, show.id, seq - 1, 1);
  return row?.seq === seq && row.type === 'operator.act' ? row.data : null;
}

/**
 * Compares only the statuses, because acts undone since then may have changed a claim and changed it back.
 * @throws ApiError UNDO_STALE if a claim no longer has the status that the act gave it
 */
export async function checkClaims(
  show: LockedShow,
  changes: readonly ClaimChange[],
  actClaims: readonly ClaimRecord[],
): Promise<void> {
  const byId = new Map(actClaims.map((claim) => [claim.id, claim]));
  const statuses = new Map(changes.map(({ claimId, after }) => [claimId, after]));
  for (const [claimId, after] of statuses) {
    const claim = byId.get(claimId);
    if (claim === undefined) throw undoStaleError('One of its claims no longer exists.');
    if (claim.status === after) continue;
    const { buyer, itemNumber, itemKey } = claim;
    throw undoStaleError(
      `${buyerName(buyer)}'s claim on #${itemNumber ?? itemKey} has changed since then: ${await changeOf(show, claim)}`,
    );
  }
}

/**
 * Describes a claim's latest change. `actSeq` may refer to an older change, because a viewer's comment is not
 * an act.
 */
async function changeOf(
  show: LockedShow,
  { id, status, buyer, actor, actSeq }: ClaimRecord,
): Promise<string> {
  const latest = actSeq === null ? null : await findAct(show, actSeq);
  const byAct = latest?.input.changes?.findLast(({ claimId }) => claimId === id)?.after === status;
  if (byAct && actor !== null && actor.kind !== 'engine') {
    return `${actorName(actor)} changed its status to ${status}.`;
  }
  if (status === 'passed') return `${buyerName(buyer)} passed it.`;
  if (status === 'winner') return 'it won a unit.';
  return `its status is now ${status}.`;
}

/** @throws ApiError UNDO_STALE if a review has since been reopened or resolved again */
export function checkReviews(seq: number, reviews: readonly CommentRow[]): void {
  const changedReview = reviews.find(({ resolution }) => resolution?.actSeq !== seq);
  if (changedReview === undefined) return;
  throw undoStaleError(`The review of ${buyerName(changedReview)}'s comment has changed since then.`);
}

/**
 * Refuses the undo if claims would wait again for a number that an item now has.
 * @throws ApiError UNDO_STALE
 */
export async function checkNumbersFree(show: LockedShow, itemKeys: readonly string[]): Promise<void> {
  if (itemKeys.length === 0) return;
  const [item] = await show.tx.query<{ itemNumber: string }>(
    'SELECT item_number AS "itemNumber" FROM show_items WHERE show_id = $1 AND item_key = ANY($2::text[]) LIMIT 1',
    [show.id, itemKeys],
  );
  if (item === undefined) return;
  throw undoStaleError(
    `#${item.itemNumber} is in the show, and an undo does not decide claims on it. Award a unit instead.`,
  );
}

/** @throws ApiError UNDO_STALE if the item is no longer as the act left it */
export function checkItem(act: UndoableAct, item: ItemRecord): void {
  const isWithdrawn = item.withdrawnAt !== null;
  switch (act.act) {
    case 'quantity':
      if (hasQuantityOf(item, act.input)) return;
      throw undoStaleError(`The quantity of #${item.itemNumber} has changed since then.`);
    case 'item_withdrawn':
      if (isWithdrawn) return;
      throw undoStaleError(`#${item.itemNumber} has been restored since then.`);
    case 'item_restored':
      if (!isWithdrawn) return;
      throw undoStaleError(`#${item.itemNumber} has been withdrawn again since then.`);
    case 'accept':
    case 'award':
    case 'dismiss':
    case 'items_added':
    case 'release':
  }
}

function hasQuantityOf(item: ItemRecord, { total, variants }: ActInputs['quantity']): boolean {
  const textOf = (list: readonly { name: string; units: number }[] | undefined): string =>
    JSON.stringify(list?.map(({ name, units }) => [name, units]) ?? null);
  return variants === undefined
    ? item.totalQuantity === total
    : textOf(item.variants?.map(({ name, total: units }) => ({ name, units }))) ===
        textOf(variants.after?.map(({ name, totalQuantity: units }) => ({ name, units })));
}

/**
 * Runs an undo's work. If the allocation refuses it without specifying a claim, the error lists the items.
 * @throws ApiError UNDO_STALE, and any error from `work`
 */
export async function explainRefusal<T>(
  items: readonly ItemRecord[],
  actClaims: readonly ClaimRecord[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUnexplainedUndoRefusal(error)) throw error;
    const numbers = new Set([
      ...items.map(({ itemNumber }) => itemNumber),
      ...actClaims.map(({ itemNumber, itemKey }) => itemNumber ?? itemKey),
    ]);
    const itemList = [...numbers].map((number) => `#${number}`).join(', ');
    throw undoStaleError(`The claims or units of ${itemList} have changed since then.`);
  }
}
