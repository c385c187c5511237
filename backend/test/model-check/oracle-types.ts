import type { ClaimStatus, Outcome } from '@sellary/contracts';

/** State of the oracle, in its own terms. */

/** An item, or one variant of it: then `id` and `key` end in `/` and its name. */
export interface OracleItem {
  id: string;
  key: string;
  total: number;
  withdrawn: boolean;
}

export interface OracleClaim {
  /** The product's id, as soon as it is known. */
  id: string;
  key: string;
  /** Id of the item that it is on; null while there is none with its key. */
  itemId: string | null;
  buyer: string;
  /** The comment that asked for it; null for an award. */
  commentId: string | null;
  /** Its number among the buyer's claims on the item. */
  unit: number;
  status: ClaimStatus;
  /** Asked to wait only. */
  queueOnly: boolean;
  /** Its claim time less the viewer delay of its source, by which claims are ordered. */
  fairTime: number;
  arrival: number;
  /** Its number among all claims of the show. */
  createdOrder: number;
  /** Units left and buyers ahead in line at that time. */
  unitsLeft: number | null;
  ahead: number;
}

export interface OracleComment {
  commentId: string;
  buyer: string;
  byHost: boolean;
  claimTime: number;
  secondsOnly: boolean;
  arrival: number;
  /** The broadcast it was written in. */
  source: string;
  says: Understood | Understood[] | 'chatter' | 'doubt';
}

/**
 * One thing that a comment asks for. `units` left out: one of a claim, all of a pass. `word`: it is certain only
 * if this is a claim word of the show.
 */
export interface Understood {
  act: 'claim' | 'pass' | 'waitlist';
  key: string;
  units?: number;
  word?: string;
}

/** A comment that went to review. */
export interface OracleReview {
  commentId: string;
  /** The product's id, as soon as it is known. */
  id: string;
  buyer: string;
  claimTime: number;
  arrival: number;
  source: string;
  proposal: Understood[];
  /** Wishes that were decided last. */
  decidedAs: Understood[];
  /** Returned to review: the wishes that are open, by their index, among the first `decided`. Absent: all are. */
  open?: { decided: number; wishes: Set<number> };
  /** Row of the act that resolved it; null while it is open. */
  resolved: { seq: number; as: 'accepted' | 'dismissed' } | null;
}

/** A comment that waits for the fairness window. */
export interface OraclePending {
  commentId: string;
  /** The product's id, as soon as it is known. */
  id: string;
  buyer: string;
  claimTime: number;
  arrival: number;
  source: string;
  secondsOnly: boolean;
  wishes: { wish: Understood; claims: OracleClaim[] }[];
  isOpen: boolean;
}

/** Outcome of one thing asked for, as the comment reports it. */
export interface Result {
  item: string;
  quantity: number;
  won: number;
  waiting: number;
  outcome: Outcome;
}

export type Refused = 'ITEM_SOLD_OUT' | 'ITEM_WITHDRAWN' | 'QUANTITY_BELOW_CLAIMED' | 'UNDO_STALE';

/** Effect of an act on one item. */
export interface Part {
  /** null if the act was on a claim without a known item. */
  item: OracleItem | null;
  key: string;
  /** Units that were free next to a line before the act: after an undo they may be free again. */
  idle: number;
}

export interface Memory {
  parts: Part[];
  /** Reviews that the act resolved. */
  reviews: OracleReview[];
  before: { claim: OracleClaim; status: ClaimStatus | null; statusAfter: ClaimStatus }[];
  quantities: { item: OracleItem; before: number; after: number }[];
  /** The act took the items off sale (true), or put them back. */
  withdrew: boolean | null;
  /** Items that the act added. */
  added: OracleItem[];
}
