import type { Buyer } from '@sellary/contracts';
import type { ClaimState } from '../domain/allocation';
import type { ClaimRecord } from './claim-record';

/** Facts about a new claim that its decision does not contain. */
interface ClaimOrigin {
  showId: string;
  /** ISO time of the transaction. */
  at: string;
  buyer: Buyer;
  item: { itemNumber: string; title: string | null } | undefined;
  commentId: string | null;
  commentRowId: string | null;
  rawText: string | null;
  /** Prevents a second claim if the comment arrives again; null if an operator's act made the claim. */
  idempotencyKey: string | null;
  /** True if an operator made the claim, without a comment. */
  operatorAction: boolean;
  operatorNotes: string | null;
}

/** The record of a new claim. The decision recorder fills in the price, the actor, and the act. */
export function newClaim(
  origin: ClaimOrigin,
  claim: ClaimState,
  why: ClaimRecord['why'],
): ClaimRecord & Pick<ClaimOrigin, 'idempotencyKey' | 'commentRowId'> {
  const { showId, at, buyer, item, commentId, commentRowId, rawText, idempotencyKey } = origin;
  return {
    id: claim.id,
    showId,
    itemId: claim.itemId,
    itemKey: claim.itemKey,
    itemNumber: item?.itemNumber ?? null,
    itemTitle: item?.title ?? null,
    buyer,
    commentId,
    commentRowId,
    idempotencyKey,
    rawText,
    status: claim.status,
    unit: claim.unit,
    place: claim.place,
    queueOnly: claim.queueOnly,
    price: null,
    why,
    paid: false,
    operatorAction: origin.operatorAction,
    actor: null,
    actSeq: null,
    flagged: false,
    operatorNotes: origin.operatorNotes,
    claimedAt: why.claimTime,
    receivedAt: why.arrival,
    createdAt: at,
    updatedAt: at,
  };
}
