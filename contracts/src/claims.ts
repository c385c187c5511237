import type { Actor } from './actors';
import type { Comment } from './comments';
import type { Item } from './items';
import type { PlatformId } from './platforms';

export const WAITING_CLAIM_STATUSES = ['waitlist', 'pending', 'unmatched'] as const;
/** Statuses of a claim that holds a unit or a place in line. */
export const ACTIVE_CLAIM_STATUSES = ['winner', ...WAITING_CLAIM_STATUSES] as const;
export const CLAIM_STATUSES = [
  ...ACTIVE_CLAIM_STATUSES,
  'released',
  'passed',
  /** The claim was waiting when its item was withdrawn. It keeps its place in case the item is restored. */
  'closed',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export interface Buyer {
  id: string;
  /** A platform, or `manual` for a buyer created by awarding a unit to a handle that has no comments. */
  platform: PlatformId;
  platformUserId: string;
  handle: string;
  displayName: string;
  /** True if the platform hides the author. Hidden buyers are never merged with each other. */
  hidden: boolean;
}

/** Rules of the engine and of its default policy. */
export const CLAIM_RULES = [
  'unit_left',
  'no_unit_left',
  'someone_waiting',
  'queue_only',
  'asked_outright',
  'no_such_item',
  'unit_freed',
  'quantity_raised',
  'awarded',
  'undone',
  'item_withdrawn',
  'item_restored',
  'policy_changed',
  // Rules for a pending claim, and for how it ends after the fairness window.
  'pending',
  'duplicate_user',
  'over_limit',
  // The claim's item was added with variants, and the claim does not specify any of them.
  'needs_variant',
] as const;
export type ClaimRule = (typeof CLAIM_RULES)[number];

/** Reason for a claim's first status. Times are in ISO-8601. */
export interface ClaimWhy {
  /**
   * Name of the rule that decided: one of `CLAIM_RULES`, a policy rule with the prefix `item_added_` if the
   * item was added later, or a rule of a non-default policy.
   */
  rule: string;
  /** Units free just before the decision; null for an unmatched claim. */
  unitsLeft: number | null;
  /** Claims ahead in line just before the decision. */
  ahead: number;
  /** This unit's number among the units that the comment asked for. Absent if it asked for only one. */
  asked?: { unit: number; of: number };
  /** Size or color as the viewer wrote it, if the item does not list it. */
  variantAsked?: string;
  claimTime: string;
  /** `claimTime` minus the source's viewer delay. Claims are ordered by it. Absent if there is no delay. */
  fairTime?: string;
  arrival: string;
}

export interface Claim {
  id: string;
  showId: string;
  itemId: string | null;
  itemNumber: string;
  itemTitle: string | null;
  buyer: Buyer;
  status: ClaimStatus;
  /** Variant of the item. Absent if the item has none, or the claim is unmatched. */
  variant?: string;
  /** Size or color as the viewer wrote it. Absent if the claim has a `variant`, or none was written. */
  variantAsked?: string;
  /** The unit's number among the buyer's units of the item or variant, starting at 1. */
  unit: number;
  /** Number of the item's units that the comment asked for. Absent if it asked for one. */
  quantityAsked?: number;
  /**
   * Price at which the unit was won, in minor units. Absent if the claim holds no unit or the item had no
   * price at that time.
   */
  price?: number;
  /** Paid for in a basket. Such a claim can be neither released nor passed. */
  paid?: true;
  /** Position in the item's or variant's line, starting at 1. Null unless waiting. */
  waitlistPosition: number | null;
  /** The platform's id of the comment that created it; null for an award. */
  commentId: string | null;
  rawText: string | null;
  /** True if an operator awarded it. */
  operatorAction: boolean;
  /**
   * The last operator or extension to change the claim. Null if there is none, or if the engine has changed
   * the claim since. Ledger rows written before actors had a `kind` contain a person without one.
   */
  actor: Actor | null;
  flagged: boolean;
  operatorNotes: string | null;
  why: ClaimWhy;
  claimedAt: string;
  receivedAt: string;
  createdAt: string;
  /** The time of the latest decision. Flags, notes, paid marks, and newly known authors do not change it. */
  updatedAt: string;
}

export interface ClaimList {
  claims: Claim[];
  nextCursor: string | null;
}

/** Buyers of a workspace, by handle. */
export interface BuyerPage {
  buyers: Buyer[];
  nextCursor: string | null;
}

export interface ReleaseRequest {
  notes?: string;
}

/** `actSeq`: ledger row of this or an earlier release, or null if the claim had ended in another way. */
export interface ReleaseResult {
  claim: Claim;
  promoted?: Claim;
  actSeq: number | null;
}

export interface UpdateClaimRequest {
  flagged?: boolean;
  operatorNotes?: string | null;
}

export interface AwardRequest {
  userHandle: string;
  platformUserId?: string;
  platform?: PlatformId;
  /** Required if the item has variants. */
  variant?: string;
  notes?: string;
  /** Id of a comment in review that the award resolves. */
  commentId?: string;
}

/** `actSeq` is null if the buyer already had a unit, so nothing was done. */
export interface AwardResult {
  claim: Claim;
  actSeq: number | null;
}

export interface UndoResult {
  claims: Claim[];
  /** Present if the act concerned exactly one item. */
  item?: Item;
  /** Comments that returned to review. */
  comments?: Comment[];
  actSeq: number;
}

/** One buyer in `GET /api/shows/:id/buyers`. */
export interface BuyerLine {
  buyer: Buyer;
  /** One entry for each variant. */
  items: { itemNumber: string; title: string | null; quantity: number; variant?: string; amount?: number }[];
  totalItems: number;
  /** Sum of the unit prices, in minor units. Absent if the show has no currency. */
  amount?: number;
  waitlisted: number;
}

export interface BuyerList {
  buyers: BuyerLine[];
  nextCursor: string | null;
}
