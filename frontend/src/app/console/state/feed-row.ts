import type {
  Buyer,
  Claim,
  ClaimRule,
  Comment,
  Intent,
  IntentOutcome,
  Outcome,
  ShowStatus,
} from '@sellary/contracts';
import { RESULT_OF_STATUS, type ClaimResult } from '../../shows/claim-status-words';
import { actorName } from '../../ui/actor-name';

/** A change to one buyer's claim, with the result and position right after the change. */
export interface ClaimRow {
  readonly kind: 'claim';
  readonly key: string;
  /** Time at which the viewer wrote the comment or the act was done. */
  readonly at: string;
  /**
   * Time at which the comment or act reached the server. The feed uses this time to detect a burst and fold
   * it.
   */
  readonly receivedAt: string;
  readonly result: ClaimResult;
  /** Null if there is no claim, as for a duplicate, a comment outside the show, or a comment in review. */
  readonly claimId: string | null;
  /** The comment behind the row, if it made no claim. */
  readonly comment: Comment | null;
  readonly buyer: Buyer;
  readonly itemId: string | null;
  readonly itemNumber: string;
  /** The item's variant, or the variant that the viewer wrote. Null if there is neither. */
  readonly variant: string | null;
  readonly itemTitle: string | null;
  readonly text: string | null;
  /** Place in line right after the change, or null if the claim is not waiting. */
  readonly position: number | null;
  /** Name of the operator who made the change, or null if no operator did. */
  readonly by: string | null;
  /** Delay between writing and arrival. */
  readonly lateSeconds: number;
}

/** An event that affects the whole show, drawn as a divider across the feed. */
export interface DividerRow {
  readonly kind: 'divider';
  readonly key: string;
  readonly at: string;
  readonly tone: 'mute' | 'good' | 'bad';
  readonly text: string;
}

export type FeedRow = ClaimRow | DividerRow;

const PROMOTION_RULES: ReadonlySet<string> = new Set<ClaimRule>([
  'unit_freed',
  'quantity_raised',
  'item_restored',
  'policy_changed',
]);

/**
 * The row for a claim older than this page. The page does not have the claim's history, so the row shows the
 * current status.
 */
export function rowOfExistingClaim(claim: Claim): ClaimRow {
  return claimRow(claim, {
    key: `s-${claim.id}`,
    at: claim.claimedAt,
    receivedAt: claim.receivedAt,
    result: resultOf(claim, undefined),
    by: null,
  });
}

export function rowOfClaim(
  key: string,
  claim: Claim,
  before: Claim | undefined,
  at: string,
  by: string | null,
): ClaimRow {
  return claimRow(claim, {
    key,
    at: before === undefined ? claim.claimedAt : at,
    receivedAt: at,
    result: resultOf(claim, before),
    by,
  });
}

function resultOf(claim: Claim, before: Claim | undefined): ClaimResult {
  if (claim.status !== 'winner') return RESULT_OF_STATUS[claim.status];
  if (claim.why.rule === 'awarded') return 'awarded';
  return before?.status === 'waitlist' || PROMOTION_RULES.has(claim.why.rule) ? 'promoted' : 'won';
}

function claimRow(
  claim: Claim,
  change: Pick<ClaimRow, 'key' | 'at' | 'receivedAt' | 'result' | 'by'>,
): ClaimRow {
  return {
    kind: 'claim',
    ...change,
    claimId: claim.id,
    comment: null,
    buyer: claim.buyer,
    itemId: claim.itemId,
    itemNumber: claim.itemNumber,
    variant: claim.variant ?? claim.variantAsked ?? null,
    itemTitle: claim.itemTitle,
    text: claim.rawText,
    position: claim.waitlistPosition,
    by: change.by ?? (claim.operatorAction && claim.actor !== null ? actorName(claim.actor) : null),
    lateSeconds: secondsBetween(claim.claimedAt, claim.receivedAt),
  };
}

/**
 * A row for a comment that asked for something and got no claim for it, or fewer than it asked for. A feed
 * without such comments could not be trusted.
 */
export function rowOfComment(seq: number, comment: Comment): ClaimRow | null {
  const missed = missedIntent(comment);
  if (missed === null) return null;
  const { result, intent } = missed;
  return {
    kind: 'claim',
    key: `${seq}`,
    at: comment.commentedAt,
    receivedAt: comment.receivedAt,
    result,
    claimId: null,
    comment,
    buyer: comment.buyer,
    itemId: null,
    itemNumber: intent && intent.item !== '@current' ? intent.itemText : '',
    variant: intent?.variant ?? null,
    itemTitle: null,
    text: comment.text,
    position: null,
    by: null,
    lateSeconds: secondsBetween(comment.commentedAt, comment.receivedAt),
  };
}

/**
 * Results of the outcomes that get a row without a claim. The others are null, because their claim has a row
 * or the comment did not ask for an item.
 */
const RESULT_OF_OUTCOME = {
  winner: null,
  waitlist: null,
  pending: null,
  item_not_found: null,
  item_withdrawn: 'withdrawn',
  duplicate_user: 'duplicate',
  passed: null,
  no_active_claim: null,
  over_limit: 'over_limit',
  blocked: 'blocked',
  refused: 'refused',
  review: 'review',
  ignored: null,
  outside_show: 'not_counted',
  host: null,
} as const satisfies Record<Outcome, ClaimResult | null>;

/** True if claims were made for only some of the requested units. */
export const isPartlyClaimed = ({ outcome, quantity, claimIds }: IntentOutcome): boolean =>
  outcome !== 'passed' && claimIds.length > 0 && claimIds.length < quantity;

/** The first intent that got no claim or too few units, or null if there is none. */
function missedIntent({
  outcome,
  outcomes = [],
  parsed,
}: Comment): { result: ClaimResult; intent: Intent | undefined } | null {
  const result = RESULT_OF_OUTCOME[outcome];
  if (result === 'not_counted' && parsed.intents.length === 0) return null;
  if (result !== null) return { result, intent: parsed.intents[0] };
  for (const [index, part] of outcomes.entries()) {
    const missed = isPartlyClaimed(part) ? 'over_limit' : RESULT_OF_OUTCOME[part.outcome];
    if (missed !== null) return { result: missed, intent: parsed.intents[index] };
  }
  return null;
}

const STATUS_TEXTS = {
  draft: $localize`:@@console.feed.show-draft:The show is a draft again`,
  active: $localize`:@@console.feed.show-live:The show is live`,
  paused: $localize`:@@console.feed.show-paused:The show is paused`,
  ended: $localize`:@@console.feed.show-ended:The show has ended`,
} satisfies Record<ShowStatus, string>;

export function statusDivider(seq: number, at: string, status: ShowStatus, by: string | null): DividerRow {
  return {
    kind: 'divider',
    key: `${seq}`,
    at,
    tone: 'mute',
    text: withOperator(STATUS_TEXTS[status], by),
  };
}

/** Adds the operator's name to the text, if an operator made the change. */
export function withOperator(text: string, operator: string | null): string {
  return operator
    ? $localize`:What happened, and the name of the operator who did it@@console.feed.by-operator:${text}:text: (by ${operator}:operator:)`
    : text;
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
