import type { ClaimStatus } from './claims';
import type { CommentWhy, Intent, Outcome } from './comments';
import type { CommentResolution } from './review';
import type { DismissedNumber } from './shows';
import type { VariantInput } from './variants';

/**
 * A claim before and after an act. An undo first checks `after`, and then restores `before`, which is null
 * for a claim that the act created.
 */
export interface ClaimChange {
  claimId: string;
  before: ClaimStatus | null;
  after: ClaimStatus;
}

/** Remarks of an operator about a claim, which do not change its status. */
export interface ClaimAnnotation {
  flagged: boolean;
  operatorNotes: string | null;
}

/** An intent with the fields that a decision needs, as in `Intent`. */
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
  /** Present if the buyer is blocked and the act accepts more than this comment: its claims are then refused. */
  block?: 'refuse';
  /** True if the comment was deleted, a rule of the show acts on that, and the act accepts more than this comment. */
  deleted?: true;
  /** Without `qty`, a claim is for one unit. */
  intents: AcceptedIntent[];
  /** Ids for the claims that the act creates, used in order. */
  claimIds: string[];
}

/** The item's variants before and after an act; null: it has none. */
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
  /** Its unmatched or pending claims, which end. */
  claimIds: string[];
  /** Its outcome until then, with the rule and the resolution. */
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
  /** True if its platform reports whole seconds. */
  secondsOnly?: true;
  /**
   * `claimIds`: the pending claims of the intent. Without `qty`, a claim is for as many units as it has
   * claims, and a pass is for all units.
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
 * The input of each act, by the name under which the ledger records it. The names and fields are permanent,
 * because old rows are read with them.
 */
export interface ActInputs {
  /** `reason` is present if no operator chose this claim. */
  release: { claimId: string; itemId: string | null; notes?: string; reason?: ReleaseReason };
  /** `paid: true`: the units can no longer be released or passed. `paid: false`: the payment was undone. */
  claims_paid: { claimIds: string[]; paid: boolean };
  /** `claimId` is the claim that wins: the buyer's waiting claim, or else a new one. */
  award: {
    itemId: string;
    buyerId: string;
    claimId: string;
    at: string;
    /** Variant of the item. */
    variant?: string;
    notes?: string;
    /** The comment in review that the award resolves. */
    commentId?: string;
  };
  /** `countedWord` became a claim word of the show by the same act. */
  accept: { comments: AcceptedComment[]; countedWord?: string };
  dismiss: { commentIds: string[] };
  /** An act of the engine, which decides the pending claims and passes that were due up to `upTo`. */
  decide_due: {
    upTo: string;
    comments: DueComment[];
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  quantity: {
    itemId: string;
    itemKey: string;
    before: number;
    total: number;
    renumbered?: true;
    variants?: VariantsChange;
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  items_added: {
    items: { id: string; itemKey: string; totalQuantity: number; variants?: VariantInput[] }[];
    matches?: VariantMatches;
    returned?: ReturnedComment[];
  };
  /** `renumbered`: the item has a new number, with the key `itemKey`. */
  item_changed: {
    itemId: string;
    itemKey: string;
    renumbered?: true;
    /** Price in minor units before and after; null: none. It affects no claim. */
    price?: { before: number | null; after: number | null };
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
  /** `seq` is the `seq` of the undone act, `act` its name, and `total` the quantity to restore. */
  undo: {
    seq: number;
    act: UndoableActName;
    itemId: string | null;
    total?: number;
    /** Quantities to restore, of an item with variants. */
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

/** Effect of an act, recorded with its input. `idle`: units that were free before it although buyers waited. */
export interface ActEffect {
  changes?: ClaimChange[];
  idle?: number;
  /** `idle` of an act on several items or variants, by item key or key of the variant. */
  idleByItem?: Record<string, number>;
}

/**
 * An act of an operator, or `decide_due` of the engine, with its input. The claim and item rows that follow are
 * its result.
 */
export type OperatorAct = {
  [Name in OperatorActName]: {
    act: Name;
    /**
     * Version of the act's input and rules. Absent in rows that were written before acts had versions:
     * they count as version 1.
     */
    version?: number;
    /** Number of the transaction within the show. */
    batch: number;
    input: ActInputs[Name] & ActEffect;
    /** True if `POST /api/shows/:id/acts/:seq/undo` is offered for this row. */
    undoable: Name extends UndoableActName ? boolean : false;
  };
}[OperatorActName];
