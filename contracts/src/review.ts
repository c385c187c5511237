import type { Actor } from './actors';
import type { Claim } from './claims';
import type { Comment, CommentWhy, IntentAct, IntentOutcome, Outcome } from './comments';
import type { Item } from './items';

/** Maximum number of comments that one call resolves, oldest first. */
export const MAX_RESOLVED_AT_ONCE = 1_000;
/** Maximum number of open reviews that are grouped, oldest first. */
export const MAX_GROUPED_REVIEWS = 5_000;
/**
 * Maximum number of requests that one call previews. Together they name at most `MAX_RESOLVED_AT_ONCE`
 * comments.
 */
export const MAX_PREVIEWED_REQUESTS = 50;
/** Maximum number of items that a preview lists. */
export const MAX_PREVIEWED_ITEMS = 5;

/** `decided`: the engine decided a pending comment after its fairness window. */
export const RESOLUTIONS = ['accepted', 'dismissed', 'decided'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** An operator's decision on a comment in review, or the engine's decision on a pending comment. */
export interface CommentResolution {
  resolution: Resolution;
  by: Actor;
  at: string;
  /** The act's ledger row, for an undo. */
  actSeq: number;
  /** The engine's result for an accepted comment, or null for a dismissed one. */
  outcome: Outcome | null;
  /** Claims that the act created or changed for the comment. */
  claimIds: string[];
  /** The outcome of each intent; absent for a dismissed comment. */
  outcomes?: IntentOutcome[];
  /** The rule by which an intent was refused. */
  why?: CommentWhy;
}

/** One intent that accepting a comment would decide. */
export interface ReviewProposal {
  act: IntentAct;
  /** Canonical item key, or null if the operator has to choose an item. */
  item: string | null;
  /** The show's item with that key, or null if there is none. */
  itemId: string | null;
  /** The item's number as the operator typed it, else the canonical key. Null if there is no item. */
  itemNumber: string | null;
  /** Units requested or given up. Absent if it is one unit, or if a pass gives up all units. */
  quantity?: number;
  /** Size or color as the viewer wrote it, or a variant of the item. */
  variant?: string;
}

/**
 * Result of accepting a comment now. `unitsLeft`: units that are free before the comment is accepted.
 * `position`: place in the waitlist. `units`: units that the comment would win and wait for; absent unless
 * the comment claims several units of an item. `needs_item`: there is no proposal, so accepting requires
 * `itemNumber`. `needs_variant`: the item has variants, so accepting requires `variant`.
 */
export interface ReviewPreview {
  outcome: Outcome | 'needs_item' | 'needs_variant';
  unitsLeft: number | null;
  position: number | null;
  units?: { won: number; waiting: number };
}

export interface ReviewComment extends Comment {
  proposals: ReviewProposal[];
  /** Result of accepting this comment by itself, even if its buyer is blocked. */
  preview: ReviewPreview;
  /**
   * True if the buyer's claims are refused. The comment then gets no claim if it is accepted together with
   * others.
   */
  blocked: boolean;
}

/** `GET /api/shows/:id/review?limit=&cursor=`: open reviews, oldest first. */
export interface ReviewList {
  comments: ReviewComment[];
  nextCursor: string | null;
}

/**
 * `word`: the comments use a word that the show does not have. `item`: they ask for an item that does not
 * exist. `rule`: the same grammar or allocation policy rule sent them to review.
 */
export const REVIEW_GROUP_KINDS = ['word', 'item', 'rule'] as const;
export type ReviewGroupKind = (typeof REVIEW_GROUP_KINDS)[number];

/** Number of comments by result, if the whole group is accepted in claim-time order. */
export type ReviewGroupPreview = Partial<Record<ReviewPreview['outcome'], number>>;

/** Facts that an operator has to know before accepting comments. */
export interface ReviewMarks {
  /** Number of comments from buyers whose claims are refused. */
  blocked: number;
  /** Number of comments that were deleted on their platform. */
  deleted: number;
}

/** Open reviews that one decision would resolve. Each open review is in one group. */
export interface ReviewGroup extends ReviewMarks {
  /** Stable while the group exists, for example `word:mine`. */
  key: string;
  kind: ReviewGroupKind;
  /** The word, item number, or rule name. */
  label: string;
  count: number;
  /** Number of different viewers. */
  viewers: number;
  /** In claim-time order. */
  commentIds: string[];
  preview: ReviewGroupPreview;
  /** Text of the first comment, as an example. */
  example: string;
  oldestAt: string;
}

/**
 * `GET /api/shows/:id/review/groups`, largest group first. `left`: number of open reviews beyond
 * `MAX_GROUPED_REVIEWS`, which are not in a group yet.
 */
export interface ReviewGroupList {
  groups: ReviewGroup[];
  left: number;
}

/** `POST /api/comments/:id/accept`. Without fields, the proposal is accepted. */
export interface AcceptRequest {
  itemNumber?: string;
  /**
   * One of the item's variants. For an item without variants, stored with the claim as the viewer's request.
   */
  variant?: string;
  /** Units to claim, or to give up. */
  quantity?: number;
  act?: IntentAct;
}

export interface AcceptResult {
  comment: Comment;
  /** Claims that the act created or changed, of this buyer and of promoted buyers. */
  claims: Claim[];
  actSeq: number;
}

export interface DismissResult {
  comment: Comment;
  actSeq: number;
}

export const RESOLVE_ACTIONS = ['accept', 'dismiss', 'count-word'] as const;
export type ResolveAction = (typeof RESOLVE_ACTIONS)[number];

/**
 * `POST /api/shows/:id/review/resolve`. `accept` and `dismiss` require `commentIds` or the key of a `group`.
 * `count-word` requires `word`. It makes the word a claim word, and accepts the open comments that this makes
 * unambiguous. If a request accepts several comments, one from a buyer whose claims are refused gets the
 * outcome `blocked`, and a deleted one gets `refused` unless the show keeps the claims of deleted comments.
 * To give such a comment its claims, accept it alone, or use `POST /api/comments/:id/accept`.
 */
export interface ResolveRequest {
  commentIds?: string[];
  group?: string;
  action: ResolveAction;
  word?: string;
  /** Applied to every accepted comment. */
  edit?: AcceptRequest;
}

/** `POST /api/shows/:id/review/preview`: what each of these requests alone would do now. Changes nothing. */
export interface PreviewRequest {
  requests: ResolveRequest[];
}

/** Result of one thing that a comment asks for. `itemNumber` is null for `needs_item`. */
export interface IntentPreview extends ReviewPreview {
  itemNumber: string | null;
  /** A variant of the item; absent for an item without variants. */
  variant?: string;
}

/**
 * Result of a request that accepts comments. They are accepted in claim-time order. `left` as in
 * `ResolveResult`.
 */
export interface ResolvePreview extends ReviewMarks {
  counts: ReviewGroupPreview;
  /** The first `MAX_PREVIEWED_ITEMS` items that the comments refer to. */
  items: Pick<IntentPreview, 'itemNumber' | 'variant'>[];
  /** Each thing that the comment asks for, if the request accepts one comment. */
  intents?: IntentPreview[];
  left: number;
  /**
   * Ids of items and buyers: the preview is valid until one of their claims or the show changes. If the
   * request has `commentIds`, the buyers are left out, because the caller knows them.
   */
  dependsOn: string[];
}

export interface PreviewResult {
  /** The last ledger row that the previews take into account. */
  lastSeq: number;
  /** In request order. Null for a request that would be rejected or that accepts nothing. */
  previews: (ResolvePreview | null)[];
}

/** `resolved`: comments that this act resolved. Comments resolved earlier do not change. */
export interface ResolveResult {
  resolved: Comment[];
  /** Number of accepted comments by their outcome. */
  counts: Partial<Record<Outcome, number>>;
  claims: Claim[];
  /** Items whose counts changed. */
  items: Item[];
  /** Null if no comment was open, so nothing was done. */
  actSeq: number | null;
  /** Number of comments in the request beyond `MAX_RESOLVED_AT_ONCE`. Repeat the call to resolve them. */
  left: number;
}
