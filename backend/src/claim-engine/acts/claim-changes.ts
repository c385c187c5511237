import type { Actor, Claim, ClaimAnnotation, ReleaseReason } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { type ClaimRecord, toClaim } from '../records/claim-record';
import { toItem } from '../records/item-record';
import { type ActResult, perform, recordAct } from './act';
import { firstWaitingClaims, requireItem, readPositions } from './act-reads';
import { flag } from './flag.act';
import { release } from './release.act';

/** Acts on one claim under the show's lock, by an operator or a show rule. */

/**
 * Ends an active claim. If it won a unit, the unit goes to the first buyer in line.
 * @throws ApiError CLAIM_PAID
 */
export async function releaseClaim(
  show: LockedShow,
  claim: ClaimRecord,
  actor: Actor,
  { notes, reason }: { notes?: string | undefined; reason?: ReleaseReason } = {},
): Promise<ActResult> {
  const items = claim.itemId === null ? [] : [await requireItem(show.tx, show.id, claim.itemId)];
  // Two claims, because the ended claim may be the first in line.
  const lineHeads =
    claim.itemId === null ? [] : await firstWaitingClaims(show, claim.itemId, claim.itemKey, 2);
  if (notes !== undefined) claim.operatorNotes = notes;
  return perform(show, release, {
    input: {
      claimId: claim.id,
      itemId: claim.itemId,
      ...(notes === undefined ? {} : { notes }),
      ...(reason === undefined ? {} : { reason }),
    },
    actor,
    items,
    claims: [...lineHeads.filter(({ id }) => id !== claim.id), claim],
  });
}

/**
 * Sets a claim's flag and note. Does not change any decision, so `updatedAt` stays the time of the latest one,
 * such as the release.
 */
export async function annotateClaim(
  show: LockedShow,
  claim: ClaimRecord,
  after: ClaimAnnotation,
  actor: Actor,
): Promise<Claim> {
  const positions =
    claim.status === 'waitlist' ? await readPositions(show.tx, [claim]) : new Map<string, number>();
  const annotated = toClaim({ ...claim, ...after }, positions.get(claim.id) ?? null);
  const before = { flagged: claim.flagged, operatorNotes: claim.operatorNotes };
  const item = claim.itemId === null ? null : toItem(await requireItem(show.tx, show.id, claim.itemId));
  recordAct(show, flag, { claimId: claim.id, before, after }, actor);
  show.record('claim.updated', { claim: annotated, item }, actor);
  show.awaitAtCommit([
    show.tx.query('UPDATE claims SET flagged = $2, operator_notes = $3 WHERE id = $1', [
      claim.id,
      after.flagged,
      after.operatorNotes,
    ]),
  ]);
  return annotated;
}
