import type { Block } from './blocks';
import type { Buyer, ClaimRule } from './claims';
import type { PlatformId } from './platforms';
import type { CommentResolution } from './review';

/** `auto`: the engine acts. `review`: an operator must decide. `ignore`: chatter. */
export const ROUTES = ['auto', 'review', 'ignore'] as const;
export type Route = (typeof ROUTES)[number];

/** Kinds of intents. They are unrelated to `OperatorAct`. */
export const INTENT_ACTS = ['claim', 'pass', 'waitlist'] as const;
export type IntentAct = (typeof INTENT_ACTS)[number];

/** Position of a match: UTF-16 offsets into `text` as stored, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** One thing a comment asks for. */
export interface Intent {
  act: IntentAct;
  /** Canonical item key, or `@current` for the item on screen (proposals only). */
  item: string;
  /** The number as the viewer wrote it. */
  itemText: string;
  qty: number;
  /**
   * Only for a pass in which the viewer wrote a number of units. Without it, the pass is for all of the
   * item's units.
   */
  counted?: true;
  /** Size, color, or other variant as written, normalized. Absent if there is none. */
  variant?: string;
  /** True if `variant` is the name of one of the item's variants. */
  listed?: true;
  /** The claim or pass word that matched, or null if only the form of the text matched. */
  word: string | null;
  /** Name of the grammar rule. */
  rule: string;
  span: Span;
}

/** The grammar's result for a comment, stored with it. */
export interface ParsedComment {
  route: Route;
  /** Intents that the engine applied (auto) or proposes (review); empty for chatter. */
  intents: Intent[];
  /** Name of the rule that kept the route from being `auto`, or null for `auto`. */
  reason: string | null;
  /** Version of the grammar that parsed the comment. */
  grammar: string;
}

/** Outcomes of a comment whose intents the engine decides or leaves to an operator. */
export const DECIDED_OUTCOMES = [
  'winner',
  'waitlist',
  'pending',
  'item_not_found',
  'item_withdrawn',
  'duplicate_user',
  'passed',
  'no_active_claim',
  'over_limit',
  'blocked',
  'refused',
  'review',
] as const;
/** Outcomes of a viewer's comment in a show. */
export const VIEWER_OUTCOMES = [...DECIDED_OUTCOMES, 'ignored'] as const;
/** Outcomes of a comment. */
export const OUTCOMES = [...VIEWER_OUTCOMES, 'outside_show', 'host'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Rules by which the claims of a blocked buyer are refused or sent to review. */
export const BLOCK_RULES = { refuse: 'blocked_refuse', review: 'blocked_review' } as const satisfies Record<
  Block,
  string
>;

/**
 * Rule by which a pass of a paid unit goes to review. The pass is refused if an operator accepts it there, or
 * if it was pending.
 */
export const PAID_UNIT_RULE = 'paid_unit';

/** Rule by which a comment without a variant of its item goes to review. Its waiting claims end. */
export const NEEDS_VARIANT_RULE = 'needs_variant' satisfies ClaimRule;

/** Rule by which a deleted comment is refused if an operator accepts it together with others. */
export const DELETED_COMMENT_RULE = 'comment_deleted';

/** Engine rules by which a request goes to review. */
export const REVIEW_RULES = [BLOCK_RULES.review, PAID_UNIT_RULE, NEEDS_VARIANT_RULE] as const;
export type ReviewRule = (typeof REVIEW_RULES)[number];
/** Engine rules by which a request is refused. */
export const REFUSAL_RULES = [BLOCK_RULES.refuse, PAID_UNIT_RULE, DELETED_COMMENT_RULE] as const;
export type RefusalRule = (typeof REFUSAL_RULES)[number];

/**
 * Reason for refusing a request or for sending it to review: the policy's rule, with the units left and the
 * claims ahead in line just before, or one of `REVIEW_RULES` and `REFUSAL_RULES`.
 */
export interface CommentWhy {
  rule: string;
  unitsLeft: number | null;
  ahead: number;
}

/** Outcome of one of a comment's intents. */
export interface IntentOutcome {
  /** Canonical item key. */
  item: string;
  variant?: string;
  /** Units requested or, for a pass without a number, units given up. */
  quantity: number;
  /** Units won, and units waited for, when the comment was decided. */
  won: number;
  waiting: number;
  /** Outcome of its first unit; `over_limit` or `refused` only if no unit was claimed. */
  outcome: Outcome;
  /**
   * Claims that the intent created or that a pass ended. If there are fewer than `quantity`, a limit or the
   * policy excluded the rest.
   */
  claimIds: string[];
  /** Fair time of a pass that waits for the fairness window. Absent if its source has no viewer delay. */
  fairTime?: string;
}

/** Changes that a platform may report after a comment was written. */
export const COMMENT_CHANGES = ['identified', 'edited', 'deleted', 'hidden', 'unhidden'] as const;
export type CommentChange = (typeof COMMENT_CHANGES)[number];

export interface Comment {
  id: string;
  showId: string;
  platform: PlatformId;
  liveId: string;
  /** The platform's own id of the comment. */
  commentId: string;
  buyer: Buyer;
  text: string;
  parsed: ParsedComment;
  /** The first intent's match, for highlighting; null for chatter. */
  match: { span: Span; word: string | null; rule: string } | null;
  /**
   * Outcome of the first intent if a comment has several; `review` if any of them needs an operator. For an
   * accepted comment, the result of accepting it.
   */
  outcome: Outcome;
  claimId: string | null;
  claimIds: string[];
  /** Outcome of each intent that the engine acted on, in order. Absent if there are none. */
  outcomes?: IntentOutcome[];
  /** Rule by which one of the comment's intents was refused or sent to review. Absent otherwise. */
  why?: CommentWhy;
  /** An operator's decision on the review. Absent while the review is open, or if there was no review. */
  resolution?: CommentResolution;
  /** Time at which the viewer wrote it. */
  commentedAt: string;
  /** Time at which the comment reached the server. */
  receivedAt: string;
  /**
   * Text after the author's edit. `text` remains the text on which the decision was based. Absent if never
   * edited.
   */
  editedText?: string;
  /** Time at which the platform reported that the comment was deleted. Absent while it exists. */
  deletedAt?: string;
  /** Time at which the platform reported that the page hid the comment. Absent while it is visible. */
  hiddenAt?: string;
}

export interface CommentList {
  comments: Comment[];
  nextCursor: string | null;
}
