import type { ClaimStatus, Outcome } from '@sellary/contracts';

/** An item or a variant. The `id` and `key` of a variant end in `/` and its name. */
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
  /** The buyer only asked to wait. */
  queueOnly: boolean;
  /** Its claim time less the viewer delay of its source, by which claims are ordered. */
  fairTime: number;
  arrival: number;
  /** Its number among all claims of the show. */
  createdOrder: number;
  /** Units left and buyers ahead in line when it was created. */
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
  meaning: OracleIntent | OracleIntent[] | 'chatter';
}

/**
 * One thing that a comment asks for. Without `units`, it is one unit of a claim or all units of a pass. With
 * `word`, the comment goes to review unless this is a claim word of the show.
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
  /** The product's id, as soon as it is known. */
  id: string;
  buyer: string;
  claimTime: number;
  arrival: number;
  source: string;
  proposal: OracleIntent[];
  /** Intents that were decided last. */
  decidedAs: OracleIntent[];
  /** After a return to review: of the first `decided` intents, only these are open. Absent if all are. */
  open?: { decided: number; indexes: Set<number> };
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

/** Effect of an act on one item. */
export interface ItemEffect {
  /** null if the act was on a claim without a known item. */
  item: OracleItem | null;
  key: string;
  /** Units that were free although there was a line; after an undo they may be free again. */
  idle: number;
}

/** Effects of an act, so that it can be undone. */
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
