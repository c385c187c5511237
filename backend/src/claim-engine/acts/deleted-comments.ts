import { type Actor, DELETED_COMMENT_NOTE } from '@sellary/contracts';
import { type LockedShow, rulesOf } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import { readClaims } from './act-reads';
import { annotateClaim, releaseClaim } from './claim-changes';

const ENGINE: Actor = { kind: 'engine', reason: 'comment deleted' };

/**
 * Applies the show's rule to the active claims of a comment deleted on the platform. A paid unit is not
 * released, but its claim is flagged.
 */
export async function applyDeletion(show: LockedShow, commentRowId: string): Promise<void> {
  const { deletedComments } = rulesOf(show.row);
  if (deletedComments === 'keep') return;
  const shouldRelease = deletedComments === 'release' && show.row.status !== 'ended';
  // In descending order, so that the units not yet released are numbered without a gap.
  const claims = await readClaims(
    show.tx,
    `c.comment_id = $1 AND c.status IN ${ACTIVE_STATUSES} ORDER BY c.unit DESC, c.id`,
    [commentRowId],
  );
  for (const { id } of claims) {
    // Read again, because an earlier release in this loop may have promoted it.
    const [claim] = await readClaims(show.tx, 'c.id = $1', [id]);
    if (claim === undefined) continue;
    if (shouldRelease && !claim.paid) await releaseClaim(show, claim, ENGINE, { reason: 'comment-deleted' });
    else if (!claim.flagged) {
      const operatorNotes = [claim.operatorNotes ?? '', DELETED_COMMENT_NOTE].join(' ').trim();
      await annotateClaim(show, claim, { flagged: true, operatorNotes }, ENGINE);
    }
  }
}
