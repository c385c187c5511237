import { ACTIVE_CLAIM_STATUSES, type BasketState, type BasketStep } from '@sellary/contracts';
import { markPaid, undoAct } from '../../claim-engine';
import { ApiError, type Tx } from '../../kernel';
import type { ChangeDetails } from './basket-change.entity';
import { type BasketColumns, followClaims } from './basket-changes';
import { dropMarks } from './basket-marks';
import { finishStep, type LockedBasket } from './locked-basket';
import { staleUndoError } from './step-rules';
import { claimsByShow, showOf } from './steps';

interface UndoableStep {
  id: string;
  step: Exclude<BasketStep, 'undo'>;
  from: BasketState;
  details: ChangeDetails;
}

/**
 * Undoes the latest step of a locked basket.
 * @throws ApiError BASKET_SHIPPED, INVALID_TRANSITION (there is no step to undo), UNDO_STALE, CLAIM_PAID
 */
export async function undoStep(basket: LockedBasket, version: string): Promise<void> {
  const { tx, record, at } = basket;
  if (record.state === 'shipped') {
    throw new ApiError('BASKET_SHIPPED', "Nothing was changed. A shipped basket's steps cannot be undone.");
  }
  const last = await latestStep(tx, record.id);
  if (last === undefined) {
    throw new ApiError('INVALID_TRANSITION', 'Nothing was changed. This basket has no step to undo.');
  }
  const { before, releases = [] } = last.details;
  if (last.step === 'pay') await undoPayment(basket);
  if (last.step === 'cancel' || last.step === 'expire') await undoReleases(basket, releases);
  // The next read must check all claims because no ledger row records that a unit moved to another basket.
  await dropMarks(
    tx,
    basket.lines.map(({ showId }) => showId),
  );
  await tx.query('UPDATE basket_changes SET undone = true WHERE id = $1', [last.id]);
  // Restarts the hold. With the old start time, the units could be released immediately.
  const columns: BasketColumns = { ...before, ...(last.step === 'pack' ? {} : { holdFrom: at }) };
  await finishStep(basket, { step: 'undo', to: last.from, version, details: { undoes: last.step } }, columns);
}

async function latestStep(tx: Tx, basketId: string): Promise<UndoableStep | undefined> {
  const [step] = await tx.query<UndoableStep>(
    `SELECT id, step, from_state AS "from", details FROM basket_changes
     WHERE basket_id = $1 AND NOT undone AND step NOT IN ('undo', 'extras') ORDER BY id DESC LIMIT 1`,
    [basketId],
  );
  return step;
}

async function undoPayment(basket: LockedBasket): Promise<void> {
  assertShowsExist(basket);
  await followClaims(basket.tx, basket.record.id);
  for (const [showId, claimIds] of claimsByShow(basket.lines)) {
    await markPaid(showOf(basket, showId), claimIds, false, basket.actor);
  }
}

/**
 * Undoes each release, so that the buyers get back their units and places in line. If an operator has already
 * given a unit back to its buyer, the unit is taken out of the other basket that it is in now. If an account
 * that was only waiting has claimed again, it keeps its new claim instead.
 */
async function undoReleases(
  basket: LockedBasket,
  releases: NonNullable<ChangeDetails['releases']>,
): Promise<void> {
  const { tx, record, caller } = basket;
  assertShowsExist(basket);
  const claimIds = basket.lines.map(({ claimId }) => claimId);
  for (const { showId, claimId, seq } of [...releases].reverse()) {
    const [claim] = await tx.query<{ status: string; paid: boolean; claimedAgain: boolean }>(
      `SELECT status, paid, EXISTS (SELECT 1 FROM claims o WHERE o.show_id = c.show_id AND o.item_key = c.item_key
         AND o.buyer_id = c.buyer_id AND o.unit = c.unit AND o.id <> c.id AND o.status = ANY($2::text[])) AS "claimedAgain"
       FROM claims c WHERE c.id = $1`,
      [claimId, ACTIVE_CLAIM_STATUSES],
    );
    const isInBasket = claimIds.includes(claimId);
    if (isInBasket && claim?.paid === true) {
      throw staleUndoError('A unit in this basket has been paid for in another basket.');
    }
    if (claim?.status === 'winner') continue;
    if (!isInBasket && (claim?.status !== 'released' || claim.claimedAgain)) continue;
    if (caller === null) throw new Error('The engine cannot undo a step');
    await undoAct(showOf(basket, showId), caller, seq);
  }
  await tx.query(
    'DELETE FROM basket_lines WHERE claim_id = ANY($1::uuid[]) AND active AND written IS NULL AND basket_id <> $2',
    [claimIds, record.id],
  );
  await followClaims(tx, record.id);
}

/** @throws ApiError UNDO_STALE if a line's show was deleted */
function assertShowsExist({ lines }: LockedBasket): void {
  if (lines.some(({ claimId }) => claimId === '')) {
    throw staleUndoError("One of the basket's shows was deleted after its retention period.");
  }
}
