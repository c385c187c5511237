import type { LockedShow } from '../../shows';
import type { ClaimState } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import { type CommentRow, toComment } from '../records/comment-record';
import type { ItemRecord } from '../records/item-record';

/**
 * The record of a claim that an operator accepted. It has no idempotency key: the comment's resolution
 * prevents a second claim, and after an undo the comment may be accepted again.
 */
export function acceptedClaim(
  { show, row, item }: { show: LockedShow; row: CommentRow; item: ItemRecord | undefined },
  claim: ClaimState,
  why: ClaimRecord['why'],
): ClaimRecord & { idempotencyKey: null; commentRowId: string } {
  return {
    id: claim.id,
    showId: show.id,
    itemId: claim.itemId,
    itemKey: claim.itemKey,
    itemNumber: item?.itemNumber ?? null,
    itemTitle: item?.title ?? null,
    buyer: toComment(row).buyer,
    commentId: row.commentId,
    commentRowId: row.id,
    idempotencyKey: null,
    rawText: row.text,
    status: claim.status,
    unit: claim.unit,
    place: claim.place,
    queueOnly: claim.queueOnly,
    price: null,
    why,
    paid: false,
    operatorAction: false,
    // The recorder fills in both.
    actor: null,
    actSeq: null,
    flagged: false,
    operatorNotes: null,
    claimedAt: why.claimTime,
    receivedAt: why.arrival,
    createdAt: show.at,
    updatedAt: show.at,
  };
}
