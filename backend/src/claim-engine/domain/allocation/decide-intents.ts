import {
  BLOCK_RULES,
  DELETED_COMMENT_RULE,
  type IntentOutcome,
  NEEDS_VARIANT_RULE,
  type Outcome,
  PAID_UNIT_RULE,
  type RefusalRule,
  type ReviewRule,
  type ShowRules,
} from '@sellary/contracts';
import type { CheckedPolicy } from '@sellary/extension-kit/domain';
import type { Board } from './board';
import { unitsWithinLimits } from './limits';
import { claimTimeOf } from './show-time';
import { askedLine, variantOf } from './stock-lines';
import type { AcceptInput, ClaimState, CommentDecision, CommentInput, Why } from './types';
import type { RequestStage, UnitRequest } from './unit-request';

type Intent = CommentInput['intents'][number];

/** The parts of a comment needed to decide its claims. */
type ClaimSource = Pick<CommentInput, 'ref' | 'buyerId' | 'block' | 'viewerDelay' | 'intents' | 'claimIds'> &
  Pick<AcceptInput, 'deleted'> &
  Parameters<typeof claimTimeOf>[0];

/** The board, and the rules and policy applied to it. */
interface Context {
  board: Board;
  rules: ShowRules;
  policy: CheckedPolicy;
  /** `pending`: claims and passes are pending until the fairness window is over. */
  stage: RequestStage | 'pending';
}

/** Decides a comment's intents one by one, and adds the results to its decision. */
export function decideIntents(context: Context, comment: ClaimSource, decision: CommentDecision): void {
  // The ids recorded for a replayed comment include claims that the comment did not make.
  const ids = comment.claimIds.filter((id) => context.board.claim(id) === undefined);
  const reviewRule = reviewRuleOf(context, comment);
  for (const intent of comment.intents) {
    const { outcome, why } =
      reviewRule !== null
        ? toReview(intent, reviewRule)
        : decideIntent(context, comment, intent, { ids, madeIds: decision.claimIds });
    decision.outcomes.push(outcome);
    // A replay finds the buyer's block in the comment's rule, so an earlier intent's rule must not hide it.
    if (why !== undefined && isBlockRule(why.rule)) decision.why = why;
    else if (why !== undefined) decision.why ??= why;
  }
}

const isBlockRule = (rule: string): boolean => Object.values<string>(BLOCK_RULES).includes(rule);

/**
 * The rule that sends a comment to review instead of letting it wait for the fairness window; null if none.
 * The comment goes to review as a whole, so that the operator's decision applies to all of it as of its claim
 * time.
 */
function reviewRuleOf({ board, stage }: Context, { buyerId, intents }: ClaimSource): ReviewRule | null {
  if (stage !== 'pending') return null;
  for (const intent of intents) {
    if (intent.act === 'pass') {
      if (passesPaidUnit(board, buyerId, intent, 'arrived')) return PAID_UNIT_RULE;
    } else if (!board.isWithdrawn(intent.item) && needsVariant(board, intent)) return NEEDS_VARIANT_RULE;
  }
  return null;
}

/** `ids`: ids for new claims. `madeIds`: ids of the claims that the comment has made so far. */
function decideIntent(
  context: Context,
  comment: ClaimSource,
  intent: Intent,
  { ids, madeIds }: { ids: string[]; madeIds: string[] },
): IntentResult {
  const { board } = context;
  if (comment.deleted === true) return resultOfRule(DELETED_COMMENT_RULE, 'refused', intent);
  if (intent.act === 'pass') {
    if (context.stage === 'pending') return pendingPass(board, intent);
    return pass(board, comment.buyerId, intent, context.stage);
  }
  if (comment.block !== undefined) {
    const outcome = comment.block === 'review' ? 'review' : 'blocked';
    return resultOfRule(BLOCK_RULES[comment.block], outcome, intent);
  }
  if (board.isWithdrawn(intent.item)) {
    return { outcome: { ...outcomeOf(intent), outcome: 'item_withdrawn' } };
  }
  if (needsVariant(board, intent)) return toReview(intent, NEEDS_VARIANT_RULE);
  return new QuantityRequest(context, comment, intent, madeIds).decide(ids);
}

export interface IntentResult {
  outcome: IntentOutcome;
  why?: Why;
}

export function outcomeOf({ item, variant, qty }: Pick<Intent, 'item' | 'variant' | 'qty'>): IntentOutcome {
  return {
    item,
    ...(variant === undefined ? {} : { variant }),
    quantity: qty,
    won: 0,
    waiting: 0,
    outcome: 'duplicate_user',
    claimIds: [],
  };
}

/**
 * Adds the claims of a buyer who had asked only to wait. They won because the buyer has now asked outright.
 */
export function addServed(outcome: IntentOutcome, claimIds: readonly string[]): void {
  if (claimIds.length === 0) return;
  outcome.outcome = 'winner';
  outcome.won += claimIds.length;
  outcome.claimIds.push(...claimIds);
}

function pendingPass(board: Board, intent: Intent): IntentResult {
  board.pending += 1;
  return { outcome: { ...outcomeOf(intent), outcome: 'pending' } };
}

/**
 * Ends the claims that a pass refers to. If any of them is paid, none ends, and the pass goes to review, or
 * is refused if it can no longer be reviewed.
 */
export function pass(
  board: Board,
  buyerId: string,
  intent: Intent,
  stage: RequestStage | 'due',
): IntentResult {
  const requestStage = stage === 'accepted' ? stage : 'arrived';
  if (passesPaidUnit(board, buyerId, intent, requestStage)) {
    const { outcome, why } = toReview(intent, PAID_UNIT_RULE);
    return { outcome: stage === 'arrived' ? outcome : { ...outcome, outcome: 'refused' }, why };
  }
  const claimIds = claimsEndedByPass(board, buyerId, intent, requestStage).map(({ id }) => id);
  for (const id of claimIds) board.free(id, 'passed');
  return {
    outcome: {
      ...outcomeOf(intent),
      quantity: intent.counted === true ? intent.qty : claimIds.length,
      outcome: claimIds.length === 0 ? 'no_active_claim' : 'passed',
      claimIds,
    },
  };
}

const claimsEndedByPass = (
  board: Board,
  buyerId: string,
  intent: Intent,
  stage: RequestStage,
): Readonly<ClaimState>[] =>
  board.claimsToPass(askedLine(intent), buyerId, intent.counted === true ? intent.qty : null, stage);

const passesPaidUnit = (board: Board, buyerId: string, intent: Intent, stage: RequestStage): boolean =>
  claimsEndedByPass(board, buyerId, intent, stage).some(({ paid }) => paid === true);

const resultOfRule = (
  rule: ReviewRule | RefusalRule,
  outcome: Outcome,
  intent: Intent,
): IntentResult & { why: Why } => ({
  outcome: { ...outcomeOf(intent), outcome },
  why: { rule, unitsLeft: null, ahead: 0 },
});

/** True if the item has variants, and the intent specifies none of them. */
function needsVariant(board: Board, intent: Intent): boolean {
  const lines = board.variantLines(intent.item);
  return lines.length > 0 && !lines.includes(askedLine(intent));
}

export const toReview = (intent: Intent, rule: ReviewRule): IntentResult & { why: Why } =>
  resultOfRule(rule, 'review', intent);

/**
 * True if the buyer may not claim another unit of the item. An accepted comment is decided before the buyer's
 * pending claims, and must not take their units, so pending claims count as well.
 */
export function isOverLimit(
  { board, rules, stage }: Pick<Context, 'board' | 'rules' | 'stage'>,
  itemKey: string,
  buyerId: string,
): boolean {
  return (
    unitsWithinLimits(rules, {
      onItem: () => board.claimsOnItem(itemKey, buyerId).filter(isCountedAt(stage)).length,
      inShow: () => board.claimsInShow(buyerId, stage === 'accepted'),
    }) <= 0
  );
}

const isCountedAt =
  (stage: Context['stage']) =>
  ({ status }: Pick<ClaimState, 'status'>): boolean =>
    stage === 'accepted' || status !== 'pending';

/** A viewer's request for one or several units of an item. */
class QuantityRequest {
  /** Key of the requested stock line. */
  private readonly line: string;

  /** @param madeIds ids of the claims that the comment has made so far; this request adds its own */
  constructor(
    private readonly context: Context,
    private readonly comment: ClaimSource,
    private readonly intent: Intent,
    private readonly madeIds: string[],
  ) {
    this.line = askedLine(intent);
  }

  /** Takes the ids of new claims from `ids`. */
  decide(ids: string[]): IntentResult {
    const { board, stage } = this.context;
    if (stage === 'pending') return { outcome: this.makePending(ids, outcomeOf(this.intent)) };
    const { comment, intent } = this;
    const outcome = outcomeOf(intent);
    if (intent.act === 'claim') {
      addServed(outcome, board.serveOutrightRequest(this.line, comment.buyerId, intent.qty, stage));
      this.madeIds.push(...outcome.claimIds.filter((id) => !this.madeIds.includes(id)));
    }
    if (this.isRepeated()) return { outcome };
    const units = this.context.policy.onlyFirstUnit ? 1 : intent.qty;
    for (let unit = 1 + outcome.won; unit <= units; unit++) {
      if (isOverLimit(this.context, intent.item, comment.buyerId)) {
        if (unit === 1) outcome.outcome = 'over_limit';
        break;
      }
      const id = ids[0] ?? '';
      const response = board.decideUnitRequest(this.unitRequest(id, unit, units), stage);
      if (unit === 1 || response.outcome === 'review') outcome.outcome = response.outcome;
      if (board.claim(id) === undefined) {
        return response.why === undefined ? { outcome } : { outcome, why: response.why };
      }
      ids.shift();
      this.madeIds.push(id);
      outcome.claimIds.push(id);
      outcome.won += Number(response.outcome === 'winner');
      outcome.waiting += Number(response.outcome === 'waitlist');
    }
    return { outcome };
  }

  /**
   * Makes a pending claim for each unit that a buyer without other claims could have. The buyer's other
   * claims are considered when the pending claims are decided.
   */
  private makePending(ids: string[], outcome: IntentOutcome): IntentOutcome {
    const units = this.context.policy.onlyFirstUnit ? 1 : this.intent.qty;
    const within = Math.min(units, unitsWithinLimits(this.context.rules));
    for (const [index, id] of ids.splice(0, within).entries()) {
      this.context.board.createPending(this.unitRequest(id, index + 1, units));
      this.madeIds.push(id);
      outcome.claimIds.push(id);
    }
    return { ...outcome, outcome: 'pending' };
  }

  /** True if the buyer has a claim on the item from another comment and may not add to it. */
  private isRepeated(): boolean {
    const claims = this.context.board
      .claimsOnLine(this.line, this.comment.buyerId)
      .filter(isCountedAt(this.context.stage));
    if (this.context.rules.repeatClaims === 'add') return false;
    return this.context.policy.onlyFirstUnit
      ? claims.length > 0
      : claims.some(({ id }) => !this.madeIds.includes(id));
  }

  private unitRequest(id: string, unit: number, units: number): UnitRequest {
    const { comment, intent } = this;
    const { viewerDelay = 0 } = comment;
    return {
      ref: comment.ref,
      id,
      itemKey: this.line,
      buyerId: comment.buyerId,
      claimTime: claimTimeOf(comment),
      ...(viewerDelay === 0 ? {} : { fairTime: claimTimeOf(comment) - viewerDelay }),
      arrival: comment.arrival,
      queueOnly: intent.act === 'waitlist',
      unit: this.nextUnit(),
      ...(units > 1 ? { asked: { unit, of: units } } : {}),
      ...(intent.variant !== undefined && variantOf(this.line) === undefined
        ? { variantAsked: intent.variant }
        : {}),
    };
  }

  /**
   * Number of the buyer's next unit. The comment may have ended its own claims; their numbers are not reused.
   */
  private nextUnit(): number {
    const madeClaims = this.madeIds.flatMap((id) => this.context.board.claim(id) ?? []);
    const active = this.context.board.claimsOnLine(this.line, this.comment.buyerId);
    const claims = [...madeClaims.filter(({ itemKey }) => itemKey === this.line), ...active];
    return claims.reduce((last, claim) => Math.max(last, claim.unit), 0) + 1;
  }
}
