import type { Claim } from '@sellary/contracts';
import { isoTime } from '../../kernel';
import { type ClaimState, variantOf } from '../domain/allocation';
import { type BuyerColumns, buyerOf } from './buyer-columns';

type Times = 'claimedAt' | 'receivedAt' | 'createdAt' | 'updatedAt';

/** A stored claim with its buyer, item, and comment, which is all that the API and the board need. */
export interface ClaimRecord extends Pick<
  Claim,
  | 'id'
  | 'showId'
  | 'itemId'
  | 'itemTitle'
  | 'buyer'
  | 'commentId'
  | 'rawText'
  | 'status'
  | 'unit'
  | 'why'
  | 'operatorAction'
  | 'actor'
  | 'flagged'
  | 'operatorNotes'
  | Times
> {
  /** Key of the claim's stock line: the item's key, with the variant if there is one. */
  itemKey: string;
  itemNumber: string | null;
  place: number | null;
  queueOnly: boolean;
  /**
   * Price of the claim's latest win in minor units, or null if the claim has never won or the item had no
   * price.
   */
  price: number | null;
  /** True if the unit was paid for in a basket. */
  paid: boolean;
  actSeq: number | null;
}

export interface ClaimRow extends Omit<ClaimRecord, 'buyer' | Times>, BuyerColumns, Record<Times, Date> {}

/** Columns of a ClaimRow, from the tables in `CLAIM_JOINS`. */
export const CLAIM_COLUMNS = `c.id, c.show_id AS "showId", c.item_id AS "itemId", c.item_key AS "itemKey", i.item_number AS "itemNumber", i.title AS "itemTitle",
  c.buyer_id AS "buyerId", b.platform AS "buyerPlatform", b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden,
  m.platform_comment_id AS "commentId", m.text AS "rawText", c.status, c.unit, c.place, c.queue_only AS "queueOnly", c.price, c.paid, c.why,
  c.operator_action AS "operatorAction", c.actor, c.act_seq AS "actSeq",
  c.flagged, c.operator_notes AS "operatorNotes", c.claimed_at AS "claimedAt", c.received_at AS "receivedAt", c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;
export const CLAIM_JOINS = `JOIN buyers b ON b.id = c.buyer_id LEFT JOIN show_items i ON i.id = c.item_id LEFT JOIN comments m ON m.id = c.comment_id`;
export const CLAIM_SELECT = `SELECT ${CLAIM_COLUMNS} FROM claims c ${CLAIM_JOINS}`;

export function toRecord(row: ClaimRow): ClaimRecord {
  const { buyerId: _, buyerPlatform, platformUserId, handle, displayName, hidden, ...rest } = row;
  const { claimedAt, receivedAt, createdAt, updatedAt } = row;
  return {
    ...rest,
    buyer: buyerOf(row),
    claimedAt: isoTime(claimedAt.getTime()),
    receivedAt: isoTime(receivedAt.getTime()),
    createdAt: isoTime(createdAt.getTime()),
    updatedAt: isoTime(updatedAt.getTime()),
  };
}

/** `position` is the claim's position in its line, or null if the claim is not waiting. */
export function toClaim(record: ClaimRecord, position: number | null): Claim {
  const unmatched = record.itemId === null;
  const variant = variantOf(record.itemKey);
  const { asked, variantAsked } = record.why;
  return {
    id: record.id,
    showId: record.showId,
    itemId: record.itemId,
    itemNumber: unmatched ? record.itemKey : (record.itemNumber ?? record.itemKey),
    itemTitle: unmatched ? null : record.itemTitle,
    buyer: record.buyer,
    status: record.status,
    unit: record.unit,
    ...(variant === undefined ? {} : { variant }),
    ...(variant !== undefined || variantAsked === undefined ? {} : { variantAsked }),
    ...(asked === undefined ? {} : { quantityAsked: asked.of }),
    ...(record.status === 'winner' && record.price !== null ? { price: record.price } : {}),
    ...(record.paid ? { paid: true } : {}),
    waitlistPosition: record.status === 'waitlist' ? position : null,
    commentId: record.commentId,
    rawText: record.rawText,
    operatorAction: record.operatorAction,
    actor: record.actor,
    flagged: record.flagged,
    operatorNotes: record.operatorNotes,
    why: record.why,
    claimedAt: record.claimedAt,
    receivedAt: record.receivedAt,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

export const toClaimState = (record: ClaimRecord): ClaimState => ({
  id: record.id,
  itemKey: record.itemKey,
  itemId: record.itemId,
  buyerId: record.buyer.id,
  status: record.status,
  unit: record.unit,
  place: record.place,
  queueOnly: record.queueOnly,
  ...(record.paid ? { paid: true } : {}),
  claimTime: Date.parse(record.claimedAt),
  ...(record.why.fairTime === undefined ? {} : { fairTime: Date.parse(record.why.fairTime) }),
  arrival: Date.parse(record.receivedAt),
});
