import type { OperatorActName, ReleaseReason } from './acts';
import type { Actor } from './actors';
import type { Buyer, Claim, ClaimStatus } from './claims';

/** A decision about a claim, with the facts behind it. */
interface DecisionFacts {
  status: ClaimStatus;
  /** See `ClaimWhy`. */
  rule: string;
  unitsLeft: number | null;
  /** Claims in line just before the decision. */
  ahead: number;
  /** Position in line, or null if not waiting. A closed claim keeps the position that it had. */
  position: number | null;
  /** As in `ClaimWhy`. `counted`: how many of the claimed units count, if a show rule excluded the others. */
  asked: { unit: number; of: number; counted?: number } | null;
}

/** Facts for each kind of step. Times are in ISO-8601. */
export interface ExplanationValues {
  /** The viewer wrote the comment; `at` is its claim time. `fairTime`: null if no viewer delay applies. */
  written: { text: string; arrival: string; fairTime: string | null };
  /** An operator accepted the comment from review. */
  accepted: Record<string, never>;
  decided: DecisionFacts;
  /** The item was added or renumbered, and the unmatched claim was decided. */
  item_added: DecisionFacts;
  /** A unit became free, or units were added. `buyer`: who had the unit. `reason`: why it was released. */
  promoted: {
    because: 'released' | 'passed' | 'quantity' | 'undo';
    buyer: Buyer | null;
    reason: ReleaseReason | null;
  };
  awarded: Record<string, never>;
  /** `rule`: null if an operator released the claim, else a `ReleaseReason` or the name of a rule. */
  released: { rule: string | null };
  passed: Record<string, never>;
  /** An operator undid an act, which returned the claim to this status. */
  undone: { act: OperatorActName | null; status: ClaimStatus };
  /** The platform later revealed the comment's author, and the claim went to this buyer. */
  identified: { buyer: Buyer };
  /** The comment was later edited or deleted. `effect`: what the show's rule did to the claim. */
  comment_changed: { change: 'edited' | 'deleted'; effect: 'none' | 'flagged' | 'released' };
  /**
   * The claim that now holds the last unit, compared with this one. `msEarlier`: how much earlier it was
   * written, by fair time. Negative if it was written later.
   */
  last_unit: { buyer: Buyer; rule: string; claimTime: string; fairTime: string | null; msEarlier: number };
  /** The current state. `total`, `won`, and `waiting` are the item's counts, or null if there is no item. */
  standing: {
    status: ClaimStatus;
    position: number | null;
    total: number | null;
    won: number | null;
    waiting: number | null;
  };
}
export type ExplanationKind = keyof ExplanationValues;

/** One step that gave a claim its status or place. `by` is absent if no actor caused it. */
export type ExplanationStep = {
  [Kind in ExplanationKind]: { kind: Kind; at: string; by?: Actor; values: ExplanationValues[Kind] };
}[ExplanationKind];

/** `GET /api/claims/:id/explanation?timeZone=`: why the claim has its status and its place. */
export interface ClaimExplanation {
  claim: Claim;
  /** In the order in which they happened; `last_unit` and `standing` describe the current state. */
  steps: ExplanationStep[];
  /** The steps in English, one or two sentences for each, in the same order. */
  sentences: string[];
  /** The claim that holds the last unit, if this one is waiting for it. */
  lastUnitClaimId: string | null;
  /** Time zone of the times in `sentences`, as an IANA name. */
  timeZone: string;
}
