import type { Buyer } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import type { ClaimState } from '../domain/allocation';
import type { ClaimRecord } from './claim-record';

/** A claim that is not stored yet. */
export interface NewClaimRecord extends ClaimRecord {
  commentRowId: string | null;
  /** Prevents a second claim if the comment arrives again; null if an operator's act made the claim. */
  idempotencyKey: string | null;
}

/** Facts about a new claim that its decision does not contain. */
interface ClaimOrigin {
  buyer: Buyer;
  item: { itemNumber: string; title: string | null } | undefined;
  /** Null if an operator made the claim, without a comment. */
  comment: { id: string; rowId: string; text: string } | null;
  /** See `NewClaimRecord`. */
  idempotencyKey: string | null;
  operatorNotes?: string | undefined;
}

/** The record of a new claim. The decision recorder fills in the price, the actor, and the act. */
export function newClaim(
  show: LockedShow,
  { buyer, item, comment, idempotencyKey, operatorNotes }: ClaimOrigin,
  claim: ClaimState,
  why: ClaimRecord['why'],
): NewClaimRecord {
  return {
    id: claim.id,
    showId: show.id,
    itemId: claim.itemId,
    itemKey: claim.itemKey,
    itemNumber: item?.itemNumber ?? null,
    itemTitle: item?.title ?? null,
    buyer,
    commentId: comment?.id ?? null,
    commentRowId: comment?.rowId ?? null,
    idempotencyKey,
    rawText: comment?.text ?? null,
    status: claim.status,
    unit: claim.unit,
    place: claim.place,
    queueOnly: claim.queueOnly,
    price: null,
    why,
    paid: false,
    operatorAction: comment === null,
    actor: null,
    actSeq: null,
    flagged: false,
    operatorNotes: operatorNotes ?? null,
    claimedAt: why.claimTime,
    receivedAt: why.arrival,
    createdAt: show.at,
    updatedAt: show.at,
  };
}
