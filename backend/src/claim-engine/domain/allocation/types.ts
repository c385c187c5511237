import type {
  Block,
  ClaimStatus,
  Intent,
  IntentOutcome,
  Outcome,
  Route,
  ShowRules,
} from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import type { ClaimsByItem } from './holdings-by-buyer';

/**
 * A stock line: an item, or one variant of it (see `stock-lines.ts`). `lastPlace` is the last place assigned
 * in its line.
 */
export interface ItemState {
  id: string;
  key: string;
  total: number;
  claimed: number;
  waiting: number;
  lastPlace: number;
  /** Withdrawn: no claims are created, and there is no line. */
  withdrawn?: boolean;
}

/** A claim that the inputs may touch. Times in ms since the epoch. */
export interface ClaimState {
  id: string;
  itemKey: string;
  itemId: string | null;
  buyerId: string;
  status: ClaimStatus;
  unit: number;
  /**
   * The place in the item's line, kept after winning, so that an undo can restore it; null if the claim never
   * waited.
   */
  place: number | null;
  /** The viewer asked only to wait ("backup 12"), so the claim does not take a free unit. */
  queueOnly: boolean;
  /** The claim is paid, and keeps its unit until the payment is undone. */
  paid?: true;
  claimTime: number;
  /** `claimTime` less the viewer delay of its source; absent without a delay. Decides the order. */
  fairTime?: number;
  arrival: number;
}

/**
 * State that `decide` works on: the affected items, the active claims that the batch's buyers have on those
 * items, and the first claims in line for every item that may have units freed (a minimum of one per unit
 * that may be freed, or all of them if the policy needs the whole line), in order of place.
 */
export interface BoardState {
  items: readonly ItemState[];
  claims: readonly ClaimState[];
  /** Units won in the show before the batch, by buyer. Omitted for a board with the whole show. */
  wins?: ReadonlyMap<string, number>;
  /** Number of decided active claims in the show before the batch, by buyer and item, if a limit needs it. */
  decidedClaims?: ReadonlyMap<string, ClaimsByItem>;
  /** Number of pending claims in the show, by buyer and item, if the batch may be decided before them. */
  pendingClaims?: ReadonlyMap<string, ClaimsByItem>;
  /** Tags by buyer, as they were when the batch was decided, if the policy needs them. */
  tags?: ReadonlyMap<string, readonly string[]>;
}

/** The part of a show that every decision depends on, for all items and claims. */
export interface ShowState {
  /** Spans in which the show was active, `[start, end)` in ms; the end of an open span is null. */
  spans: readonly (readonly [start: number, end: number | null])[];
  ended: boolean;
  rules: ShowRules;
  policy: AllocationPolicy;
  /** True if claims or passes are pending. Newcomers wait behind them, even if the fairness window is now off. */
  hasPending?: boolean;
}

/** The reason for a decision: its rule, and the units left and claims ahead when it was made. */
export interface Why {
  rule: string;
  unitsLeft: number | null;
  ahead: number;
  /** Number of this unit among those that the comment asked for; absent if it asked for one. */
  asked?: { unit: number; of: number };
  /** Size or color as the viewer wrote it, if the item does not list it. */
  variantAsked?: string;
}

export interface CommentInput {
  kind: 'comment';
  /** Identifies the input in the decisions; inputs of one batch are numbered in order of arrival. */
  ref: number;
  buyerId: string;
  byHost: boolean;
  /** The buyer's block; absent if the buyer is not blocked. */
  block?: Block;
  claimTime: number;
  /** Viewer delay of the comment's source, in ms; 0 if absent. */
  viewerDelay?: number;
  /** The platform reports whole seconds: the comment was written in [claimTime, claimTime + 1 s). */
  secondsOnly: boolean;
  arrival: number;
  route: Route;
  intents: readonly Pick<Intent, 'act' | 'item' | 'qty' | 'variant' | 'listed' | 'counted'>[];
  /** Ids for its claims, used in order. */
  claimIds: readonly string[];
}

/**
 * A comment in review that an operator accepts. It is decided by its own claim time, not by the time of the
 * acceptance.
 */
export interface AcceptInput extends Pick<
  CommentInput,
  'ref' | 'buyerId' | 'block' | 'claimTime' | 'viewerDelay' | 'arrival' | 'intents' | 'claimIds'
> {
  kind: 'accept';
  /** The comment was deleted and makes no claim. */
  deleted?: true;
}

/** A pending comment whose fairness window is over. */
export interface DueInput extends Pick<
  CommentInput,
  'ref' | 'buyerId' | 'claimTime' | 'viewerDelay' | 'secondsOnly' | 'arrival'
> {
  kind: 'due';
  /** Each intent with its pending claims. The show's limits may allow fewer claims than `qty`. */
  intents: readonly (CommentInput['intents'][number] & { claimIds: readonly string[] })[];
  /** Variants that the claims asked for, by claim id, if their item was added after the claims. */
  matches?: Readonly<Record<string, string>>;
  /** Ids of claims that end because they asked for none of that item's variants. */
  ended?: readonly string[];
  /** See `decide_due` in `ActInputs`. */
  distinctUnits?: boolean;
}

interface ReleaseInput {
  kind: 'release';
  claimId: string;
}

export interface AwardInput {
  kind: 'award';
  itemKey: string;
  buyerId: string;
  /** Id for a new claim, if one is needed. */
  claimId: string;
  at: number;
}

interface QuantityInput {
  kind: 'quantity';
  itemKey: string;
  total: number;
}

/** Gives a line's free units to its buyers who claimed outright. The board must have all of their claims. */
interface ServeInput {
  kind: 'serve';
  itemKey: string;
}

/**
 * Withdraws an item (the board must have its whole line), or puts it back (the board must have all of
 * its closed claims).
 */
interface WithdrawnInput {
  kind: 'withdrawn';
  itemKey: string;
  withdrawn: boolean;
}

/** An item with this key was added or renumbered. The board must have the unmatched claims on this key. */
export interface ItemAppearsInput {
  kind: 'item_appears';
  itemKey: string;
  /** Variants that the claims asked for, by claim id. */
  matches?: Readonly<Record<string, string>>;
  /**
   * Ids of claims that asked for none of the item's variants. They end, and their comments return to review.
   */
  ended?: readonly string[];
}

/** A stock line and its claims as they were before an act, to be restored. */
export interface UndoInput {
  kind: 'undo';
  itemKey: string;
  /** The quantity to restore; null if the act did not change it. */
  total: number | null;
  /** True if the undo withdraws the item again, false if it restores it; absent if it does neither. */
  withdrawn?: boolean;
  /** The act added the item, so the undo removes it. */
  remove?: true;
  /** Claims to restore, in reverse order of the act's own changes. */
  restore: readonly { claimId: string; status: ClaimStatus }[];
  /** Units that were free before the act although buyers were in line (see `idleUnits`). */
  idle: number;
}

export type Input =
  | CommentInput
  | AcceptInput
  | DueInput
  | ReleaseInput
  | AwardInput
  | QuantityInput
  | ServeInput
  | WithdrawnInput
  | ItemAppearsInput
  | UndoInput;

export interface Counts {
  total: number;
  claimed: number;
  waiting: number;
}

export interface CommentDecision {
  kind: 'comment';
  ref: number;
  outcome: Outcome;
  claimIds: string[];
  outcomes: IntentOutcome[];
  /** Present if one of the comment's intents was refused or sent to review. */
  why?: Why;
}

/** Decisions in order. `counts` are the item's counts after the decision; null without an item. */
export type Decision =
  | CommentDecision
  | {
      kind: 'created';
      ref: number | null;
      claim: ClaimState;
      position: number | null;
      why: Why;
      counts: Counts | null;
    }
  | {
      kind: 'moved';
      claimId: string;
      from: ClaimStatus;
      to: ClaimStatus;
      place: number | null;
      itemId: string | null;
      /** Key of the claim's stock line, which may have changed, and the claim's number there. */
      itemKey: string;
      unit: number;
      why: Why;
      counts: Counts;
    }
  | {
      kind: 'freed';
      claimId: string;
      from: ClaimStatus;
      to: 'released' | 'passed';
      promoted: { claimId: string; why: Why } | null;
      counts: Counts | null;
    }
  | { kind: 'quantity'; itemId: string; itemKey: string; counts: Counts }
  | { kind: 'withdrawn'; itemId: string; itemKey: string; withdrawn: boolean; counts: Counts }
  | { kind: 'removed'; itemId: string };

/** A reason for refusing an act; nothing was decided. */
export type Refusal =
  'ITEM_SOLD_OUT' | 'ITEM_WITHDRAWN' | 'QUANTITY_BELOW_CLAIMED' | 'UNDO_STALE' | 'CLAIM_PAID';
export class AllocationRefused extends Error {
  /** `claim` is the claim that prevents the act, with the reason. */
  constructor(
    readonly refusal: Refusal,
    readonly claim: { id: string; reason: 'paid' | 'no-unit' | 'claimed-again' } | null = null,
  ) {
    super(refusal);
  }
}
