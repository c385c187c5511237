import type { ClaimStatus, Outcome } from '@sellary/contracts';

/** An item or a variant. The `id` and `key` of a variant end in `/` and its name. */
export interface OracleItem {
  id: string;
  key: string;
  total: number;
  withdrawn: boolean;
}

export interface OracleClaim {
  /** The product's id, or empty until it is known. */
  id: string;
  key: string;
  /** Id of the item that the claim is on, or null while it is on none. */
  itemId: string | null;
  buyer: string;
  /** The comment that asked for the claim, or null for an award. */
  commentId: string | null;
  /** The claim's number among the buyer's claims on the item. */
  unit: number;
  status: ClaimStatus;
  /** The buyer only asked to wait. */
  queueOnly: boolean;
  /** Claim time minus the source's viewer delay. Claims are ordered by it. */
  fairTime: number;
  arrival: number;
  /** The claim's number among all of the show's claims. */
  createdOrder: number;
  /** Units left and buyers ahead in line when the claim was created. */
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
  /** The broadcast in which the comment was written. */
  source: string;
  meaning: OracleIntent | OracleIntent[] | 'chatter';
}

/**
 * One thing that a comment asks for. Without `units`, a claim is for one unit, and a pass is for all units.
 * With `word`, the comment goes to review unless the word is one of the show's claim words.
 */
export interface OracleIntent {
  act: 'claim' | 'pass' | 'waitlist';
  key: string;
  units?: number;
  word?: string;
}

/** A comment that went to review. */
export interface OracleReview {
  commentId: string;
  /** The product's id, or empty until it is known. */
  id: string;
  buyer: string;
  claimTime: number;
  arrival: number;
  source: string;
  proposal: OracleIntent[];
  /** The most recently decided intents. */
  decidedAs: OracleIntent[];
  /**
   * Set when the comment returns to review. Of the first `decided` intents, only those in `indexes` are open.
   * Absent if all intents are open.
   */
  open?: { decided: number; indexes: Set<number> };
  /** The resolution, with the ledger row of its act, or null while the review is open. */
  resolved: { seq: number; as: 'accepted' | 'dismissed' } | null;
}

/** A comment waiting for the fairness window. */
export interface OraclePending {
  commentId: string;
  /** The product's id, or empty until it is known. */
  id: string;
  buyer: string;
  claimTime: number;
  /** Fair time under the delays at the comment's arrival. */
  fairTime: number;
  arrival: number;
  secondsOnly: boolean;
  intents: { intent: OracleIntent; claims: OracleClaim[] }[];
  isUndecided: boolean;
}

/** Outcome of one intent, as the comment reports it. */
export interface Result {
  item: string;
  quantity: number;
  won: number;
  waiting: number;
  outcome: Outcome;
}

export type Refusal = 'ITEM_SOLD_OUT' | 'ITEM_WITHDRAWN' | 'QUANTITY_BELOW_CLAIMED' | 'UNDO_STALE';

/** An act's effect on one item. */
export interface ItemEffect {
  /** null if the act was on a claim without a known item. */
  item: OracleItem | null;
  key: string;
  /** Units that were free even though there was a line. After an undo, they may be free again. */
  idle: number;
}

/** An act's effects, recorded so that it can be undone. */
export interface ActEffects {
  parts: ItemEffect[];
  /** Reviews that the act resolved. */
  reviews: OracleReview[];
  claims: { claim: OracleClaim; status: ClaimStatus | null; statusAfter: ClaimStatus }[];
  quantities: { item: OracleItem; before: number; after: number }[];
  /** True if the act withdrew the items, false if it restored them, else null. */
  withdrew: boolean | null;
  /** Items that the act added. */
  added: OracleItem[];
}
