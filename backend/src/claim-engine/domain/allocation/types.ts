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

/** A stock line: an item, or one variant of it (see `stock-lines.ts`). `lastPlace` is the last place given out in its line. */
export interface ItemState {
  id: string;
  key: string;
  total: number;
  claimed: number;
  waiting: number;
  lastPlace: number;
  /** Taken off sale: no claim is made, and there is no line. */
  withdrawn?: boolean;
}

/** An active claim that the inputs may touch. Times in ms since the epoch. */
export interface ClaimState {
  id: string;
  itemKey: string;
  itemId: string | null;
  buyerId: string;
  status: ClaimStatus;
  unit: number;
  /**
   * Its place in the item's line, kept when it wins, so that an undo can put it back; null if it never
   * waited.
   */
  place: number | null;
  /** Asked only to wait ("backup 12"): never takes a free unit on its own. */
  queueOnly: boolean;
  /** Paid: it keeps its unit until the payment is taken back. */
  paid?: true;
  claimTime: number;
  /** `claimTime` less the viewer delay of its source; absent without a delay. Decides the order. */
  fairTime?: number;
  arrival: number;
}

/**
 * State that `decide` works on: the affected items, the active claims of the batch's buyers on them, and the
 * first waiters of every item from which a unit may be freed (at least as many as units may be freed; all of
 * them if the policy needs the whole line), in the order of their places.
 */
export interface BoardState {
  items: readonly ItemState[];
  claims: readonly ClaimState[];
  /** Units won in the show before the batch, by buyer. Left out for a board that sees the whole show. */
  wins?: ReadonlyMap<string, number>;
  /** Decided active claims in the show before the batch, by buyer: only if a rule limits them. */
  held?: ReadonlyMap<string, number>;
  /** The same of claims that wait for the fairness window: only for a batch that may be decided before them. */
  pending?: ReadonlyMap<string, number>;
  /** Tags by buyer, as they were when the batch was decided: only if the policy needs them. */
  tags?: ReadonlyMap<string, readonly string[]>;
}

/** The part of a show that every decision depends on, for all items and claims. */
export interface ShowState {
  /** Stretches in which the show was active, `[start, end)` in ms; the open one ends in null. */
  spans: readonly (readonly [start: number, end: number | null])[];
  ended: boolean;
  rules: ShowRules;
  policy: AllocationPolicy;
  /** Claims or passes are pending: newcomers wait behind them, even if the fairness window is off by now. */
  hasPending?: boolean;
}

/** The rule that gave a claim its place, and the claims before it. */
export interface Why {
  rule: string;
  unitsLeft: number | null;
  ahead: number;
  /** Only if the comment asked for several units of the item: this one's number among them. */
  asked?: { unit: number; of: number };
  /** Size or color as the viewer wrote it, if the item does not list it. */
  variantAsked?: string;
}

export interface CommentInput {
  kind: 'comment';
  /** Names the input in the decisions; inputs of one batch are numbered in order of arrival. */
  ref: number;
  buyerId: string;
  byHost: boolean;
  /** The buyer is blocked. */
  block?: Block;
  claimTime: number;
  /** Time by which viewers of its source see the broadcast late, ms; absent = 0. */
  viewerDelay?: number;
  /** The platform reports whole seconds: the comment was made in [claimTime, claimTime + 1 s). */
  secondsOnly: boolean;
  arrival: number;
  route: Route;
  intents: readonly Pick<Intent, 'act' | 'item' | 'qty' | 'variant' | 'listed' | 'counted'>[];
  /** Ids for the claims it may make, used in order. */
  claimIds: readonly string[];
}

/** A comment in review that an operator accepts. It is decided at its own claim time. */
export interface AcceptInput extends Pick<
  CommentInput,
  'ref' | 'buyerId' | 'claimTime' | 'viewerDelay' | 'arrival' | 'intents' | 'claimIds'
> {
  kind: 'accept';
}

/** A pending comment whose fairness window is over. */
export interface DueInput extends Pick<
  CommentInput,
  'ref' | 'buyerId' | 'claimTime' | 'viewerDelay' | 'secondsOnly' | 'arrival'
> {
  kind: 'due';
  /** Each with its pending claims. `qty` of a claim: the units asked for, which may be more. */
  intents: readonly (CommentInput['intents'][number] & { claimIds: readonly string[] })[];
  /** Variants that the claims asked for, by claim id, of items that were added after them. */
  matches?: Readonly<Record<string, string>>;
}

export interface ReleaseInput {
  kind: 'release';
  claimId: string;
}

export interface AwardInput {
  kind: 'award';
  itemKey: string;
  buyerId: string;
  /** Id for the claim if one has to be made. */
  claimId: string;
  at: number;
}

export interface QuantityInput {
  kind: 'quantity';
  itemKey: string;
  total: number;
}

/**
 * An operator takes an item off sale, or puts it back. The whole line must be among the board's claims, or
 * all closed claims.
 */
export interface WithdrawnInput {
  kind: 'withdrawn';
  itemKey: string;
  withdrawn: boolean;
}

/**
 * An item has appeared under this key (added or renumbered); its unmatched claims must be among the board's
 * claims.
 */
export interface ItemAppearsInput {
  kind: 'item_appears';
  itemKey: string;
  /** Variants that the claims asked for, by claim id. Claims that named none of the item's stay unmatched. */
  matches?: Readonly<Record<string, string>>;
}

/** One claim and one item as they were before an act, to be restored. */
export interface UndoInput {
  kind: 'undo';
  itemKey: string;
  /** The quantity to return to; null when the act did not change it. */
  total: number | null;
  /** The item is withdrawn or restored again; absent if the act did neither. */
  withdrawn?: boolean;
  /** The act had added the item, so it goes. */
  remove?: true;
  /** Claims to restore, in reverse order of the act's own changes. */
  restore: readonly { claimId: string; status: ClaimStatus }[];
  /** Units that lay free beside a line before the act (see `idleUnits`). */
  idle: number;
}

export type Input =
  | CommentInput
  | AcceptInput
  | DueInput
  | ReleaseInput
  | AwardInput
  | QuantityInput
  | WithdrawnInput
  | ItemAppearsInput
  | UndoInput;

export interface Counts {
  total: number;
  claimed: number;
  waiting: number;
}

/**
 * Decisions in order. `counts` are the item's counts after the decision; null without an item. `why` of a
 * comment: the policy refused an act of it, or sent it to review.
 */
export type Decision =
  | {
      kind: 'comment';
      ref: number;
      outcome: Outcome;
      claimIds: string[];
      outcomes: IntentOutcome[];
      why?: Why;
    }
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
      /** Key of its stock line, which may have changed. */
      itemKey: string;
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

/** An act that the rules refuse; nothing was decided. */
export type Refusal =
  'ITEM_SOLD_OUT' | 'ITEM_WITHDRAWN' | 'QUANTITY_BELOW_CLAIMED' | 'UNDO_STALE' | 'CLAIM_PAID';
export class AllocationRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}
