import type { ClaimStatus } from './claims';
import type { CommentWhy, Intent, Outcome } from './comments';
import type { CommentResolution } from './review';
import type { DismissedNumber } from './shows';
import type { VariantInput } from './variants';

/**
 * A claim before and after an act. An undo first checks `after` and then restores `before`, which is null if
 * the act created the claim.
 */
export interface ClaimChange {
  claimId: string;
  before: ClaimStatus | null;
  after: ClaimStatus;
}

/** An operator's remarks about a claim. They do not change its status. */
export interface ClaimAnnotation {
  flagged: boolean;
  operatorNotes: string | null;
}

/** The fields of an `Intent` that a decision needs. */
export type AcceptedIntent = Pick<Intent, 'act' | 'item' | 'variant' | 'listed' | 'counted'> & {
  qty?: number;
};

/** A comment in review that an operator accepts, with everything that its decision depends on. */
export interface AcceptedComment {
  commentId: string;
  buyerId: string;
  claimTime: string;
  arrival: string;
  /** Only if a viewer delay applied. */
  fairTime?: string;
  /**
   * Present if the buyer is blocked and the act accepts other comments too. This comment's claims are then
   * refused.
   */
  block?: 'refuse';
  /** True if the comment was deleted, a show rule acts on that, and the act accepts other comments too. */
  deleted?: true;
  /** Without `qty`, a claim is for one unit. */
  intents: AcceptedIntent[];
  /** Ids for the claims that the act creates, used in order. */
  claimIds: string[];
}

/** A price in minor units before and after, or null if there is none. It does not affect claims. */
export interface PriceChange {
  before: number | null;
  after: number | null;
}

/** The item's variants before and after an act, or null if it has none. */
export interface VariantsChange {
  before: VariantInput[] | null;
  after: VariantInput[] | null;
}

/** Variants that unmatched or pending claims asked for, by claim id. */
export type VariantMatches = Record<string, string>;

/** A comment that returns to review, because its claims name none of the variants that their item now has. */
export interface ReturnedComment {
  commentId: string;
  buyerId: string;
  /** The comment's unmatched or pending claims, which end. */
  claimIds: string[];
  /** The comment's outcome until then, with the rule and the resolution. */
  outcome: Outcome;
  why?: CommentWhy;
  resolution?: CommentResolution;
}

/** A comment at the end of its fairness window, with everything that its decision depends on. */
export interface DueComment {
  commentId: string;
  buyerId: string;
  claimTime: string;
  /** Only if a viewer delay applied. */
  fairTime?: string;
  arrival: string;
  /** True if the platform's timestamps are in whole seconds. */
  secondsOnly?: true;
  /**
   * `claimIds`: the intent's pending claims. Without `qty`, a claim is for one unit per claim id, and a pass
   * is for all units.
   */
  intents: (AcceptedIntent & { claimIds: string[] })[];
  /** True if it was decided before, and an undo or a restored item made some of its claims pending again. */
  again?: true;
}

/**
 * `hold-expired`: the buyer did not pay in time. `basket-cancelled`: an operator cancelled the basket.
 * `comment-deleted`: the comment was deleted on its platform, and the show releases such claims.
 */
export type ReleaseReason = 'hold-expired' | 'basket-cancelled' | 'comment-deleted';

/**
 * The input of each act, by its name in the ledger. The names and fields are permanent, because old rows
 * contain them.
 */
export interface ActInputs {
  /** `reason` is present unless an operator chose to release this claim. */
  release: { claimId: string; itemId: string | null; notes?: string; reason?: ReleaseReason };
  /** `paid: true`: the units can no longer be released or passed. `paid: false`: the payment was undone. */
  claims_paid: { claimIds: string[]; paid: boolean };
  /** `claimId` is the claim that wins: the buyer's waiting claim, or else a new one. */
  award: {
    itemId: string;
    buyerId: string;
    claimId: string;
    at: string;
    /** The item's variant. */
    variant?: string;
    notes?: string;
    /** The comment in review that the award resolves. */
    commentId?: string;
  };
  /** The same act made `countedWord` one of the show's claim words. */
  accept: { comments: AcceptedComment[]; countedWord?: string };
  dismiss: { commentIds: string[] };
  /** An engine act that decides the claims and passes that are pending and due by `upTo`. */
  decide_due: {
    upTo: string;
    comments: DueComment[];
    matches?: VariantMatches;
    returned?: ReturnedComment[];
    /**
     * A claim that goes to its variant gets a unit number that none of the buyer's claims there has. Absent
     * without `matches`, and in rows from before this was so.
     */
    distinctUnits?: true;
  };
  /** After a change of the policy, free units go to the lines. `lineKeys`: an item's key, or its variants' keys. */
  lines_served: { lineKeys: string[] };
  quantity: {
    itemId: string;
    itemKey: string;
    before: number;
    total: number;
    renumbered?: true;
    price?: PriceChange;
    variants?: VariantsChange;
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  items_added: {
    items: { id: string; itemKey: string; totalQuantity: number; variants?: VariantInput[] }[];
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  /** `renumbered`: the item has a new number, whose key is `itemKey`. */
  item_changed: {
    itemId: string;
    itemKey: string;
    renumbered?: true;
    price?: PriceChange;
    variants?: VariantsChange;
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  item_removed: { itemId: string; itemKey: string };
  item_withdrawn: { itemId: string; itemKey: string };
  item_restored: { itemId: string; itemKey: string };
  now_showing: { before: string | null; itemId: string | null };
  numbers_dismissed: { before: DismissedNumber[]; after: DismissedNumber[] };
  flag: { claimId: string; before: ClaimAnnotation; after: ClaimAnnotation };
  /** `seq` and `act` are the undone act's `seq` and name, and `total` is the quantity to restore. */
  undo: {
    seq: number;
    act: UndoableActName;
    itemId: string | null;
    total?: number;
    /** Quantities to restore if the item has variants. */
    variants?: VariantInput[];
  };
}
export type OperatorActName = keyof ActInputs;

/** Acts that an undo can revert. */
export type UndoableActName =
  | 'accept'
  | 'award'
  | 'dismiss'
  | 'item_restored'
  | 'item_withdrawn'
  | 'items_added'
  | 'quantity'
  | 'release';

/** Effect of an act, recorded with its input. `idle`: units free beforehand although buyers were waiting. */
export interface ActEffect {
  changes?: ClaimChange[];
  idle?: number;
  /** `idle` for an act on several items or variants, by item or variant key. */
  idleByItem?: Record<string, number>;
}

/**
 * An operator's act, or the engine's `decide_due`, with its input. The claim and item rows that follow are
 * its result.
 */
export type OperatorAct = {
  [Name in OperatorActName]: {
    act: Name;
    /**
     * Version of the act's input and rules. Absent in rows written before acts had versions, which are
     * treated as version 1.
     */
    version?: number;
    /** Transaction number within the show. */
    batch: number;
    input: ActInputs[Name] & ActEffect;
    /** True if `POST /api/shows/:id/acts/:seq/undo` is offered for this row. */
    undoable: Name extends UndoableActName ? boolean : false;
  };
}[OperatorActName];
