import type { Actor, ReleaseReason } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import { toClaim } from '../records/claim-record';
import { type ItemRecord, toItem } from '../records/item-record';
import { recordAct, refusal } from './act';
import { requireItem, readClaims } from './act-reads';
import { releaseClaim } from './claim-changes';
import { claimsPaid } from './claims-paid.act';

/** Acts on the claims in a buyer's basket in one show, under the show's lock. */

/**
 * Marks winning claims as paid, so that their units cannot be freed, or removes the marks.
 * @throws ApiError UNDO_STALE if a claim no longer wins or is no longer paid, CLAIM_PAID if a claim is
 * already paid
 */
export async function markPaid(
  show: LockedShow,
  claimIds: readonly string[],
  paid: boolean,
  actor: Actor,
): Promise<void> {
  if (claimIds.length === 0) return;
  const claims = await readClaims(show.tx, 'c.id = ANY($1::uuid[]) AND c.show_id = $2 ORDER BY c.id', [
    claimIds,
    show.id,
  ]);
  const winning = claims.filter(({ status }) => status === 'winner');
  if (winning.length < claimIds.length) {
    throw refusal(
      'UNDO_STALE',
      'Nothing was changed. A unit in the basket has been released or passed since the basket was loaded.',
    );
  }
  if (claims.some((claim) => claim.paid === paid)) {
    throw paid
      ? refusal('CLAIM_PAID', 'Nothing was changed. A unit is already paid for.')
      : refusal('UNDO_STALE');
  }
  const items = new Map<string, ItemRecord>();
  for (const { itemId } of claims) {
    if (itemId !== null && !items.has(itemId)) items.set(itemId, await requireItem(show.tx, show.id, itemId));
  }
  recordAct(show, claimsPaid, { claimIds: claims.map(({ id }) => id), paid }, actor);
  for (const claim of claims) {
    const item = items.get(claim.itemId ?? '');
    const marked = toClaim({ ...claim, paid }, null);
    show.record('claim.updated', { claim: marked, item: item === undefined ? null : toItem(item) }, actor);
  }
  show.awaitAtCommit([
    show.tx.query('UPDATE claims SET paid = $2 WHERE id = ANY($1::uuid[])', [
      claims.map(({ id }) => id),
      paid,
    ]),
  ]);
}

/**
 * Releases the claims that have won. Each unit goes to the next buyer in line. First releases the other active
 * claims on the same lines by the same buyers and by the accounts in `buyerIds`, because otherwise a person who
 * did not pay could be next.
 * @throws ApiError CLAIM_PAID
 * @returns the released claims and the seqs of their release acts, in order
 */
export async function releaseWins(
  show: LockedShow,
  claimIds: readonly string[],
  buyerIds: readonly string[],
  reason: ReleaseReason,
  actor: Actor,
): Promise<{ claimId: string; seq: number }[]> {
  const wins = await readClaims(
    show.tx,
    "c.id = ANY($1::uuid[]) AND c.show_id = $2 AND c.status = 'winner'",
    [claimIds, show.id],
  );
  const byId = new Map(wins.map((claim) => [claim.id, claim]));
  const released: { claimId: string; seq: number }[] = [];
  const waiting = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.status IN ${ACTIVE_STATUSES} AND c.status <> 'winner'
     AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) ORDER BY c.unit DESC, c.id`,
    [show.id, wins.map(({ itemKey }) => itemKey), [...buyerIds, ...wins.map(({ buyer }) => buyer.id)]],
  );
  for (const claim of [...waiting, ...claimIds.flatMap((id) => byId.get(id) ?? [])]) {
    const { seq } = await releaseClaim(show, claim, actor, { reason });
    released.push({ claimId: claim.id, seq });
  }
  return released;
}
