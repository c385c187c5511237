import { type IntentOutcome, NEEDS_VARIANT_RULE, type ShowRules } from '@sellary/contracts';
import type { Board } from './board';
import { addServed, type IntentResult, isOverLimit, outcomeOf, pass, toReview } from './decide-intents';
import { lineKey } from './stock-lines';
import type { CommentDecision, DueInput } from './types';

type DueIntent = DueInput['intents'][number];

/** Decides a comment's pending claims and passes one by one, as if the comment had just arrived. */
export function decideDueIntents(
  board: Board,
  rules: ShowRules,
  comment: DueInput,
  decision: CommentDecision,
): void {
  const commentClaimIds = new Set(comment.intents.flatMap(({ claimIds }) => claimIds));
  for (const intent of comment.intents) {
    const { outcome, why } =
      intent.act === 'pass'
        ? decideDuePass(board, comment.buyerId, intent)
        : decideDueClaims(board, rules, comment, intent, commentClaimIds);
    decision.outcomes.push(outcome);
    decision.claimIds.push(...(intent.act === 'pass' ? [] : outcome.claimIds));
    if (why !== undefined) decision.why ??= why;
  }
}

function decideDuePass(board: Board, buyerId: string, intent: DueIntent): IntentResult {
  board.pending -= 1;
  return pass(board, buyerId, intent, 'due');
}

function decideDueClaims(
  board: Board,
  rules: ShowRules,
  { buyerId, matches = {}, ended = [], distinctUnits = false }: DueInput,
  { claimIds, ...intent }: DueIntent,
  commentClaimIds: ReadonlySet<string>,
): IntentResult {
  const outcome: IntentOutcome = { ...outcomeOf(intent), claimIds: [...claimIds] };
  const [first, ...others] = claimIds.filter((id) => board.claim(id)?.status === 'pending');
  if (first === undefined) return { outcome: { ...outcome, outcome: outcomeNow(board, claimIds) } };
  const pending = [first, ...others];
  if (ended.includes(first)) {
    for (const id of pending) board.dropPending(id, NEEDS_VARIANT_RULE);
    const { why } = toReview(intent, NEEDS_VARIANT_RULE);
    return { outcome: { ...outcome, outcome: 'review' }, why };
  }
  const line = lineOf(board, first, matches);
  if (intent.act === 'claim') {
    addServed(outcome, board.serveOutrightRequest(line, buyerId, pending.length, 'arrived'));
  }
  // For each unit that one of the buyer's waiting claims has just won, one pending claim is dropped.
  const served = outcome.won;
  const isRepeated =
    rules.repeatClaims === 'ignore' &&
    hasClaimFromOtherComment(board, buyerId, line, new Set([...commentClaimIds, ...outcome.claimIds]));
  for (const id of isRepeated ? pending : pending.slice(0, served)) board.dropPending(id, 'duplicate_user');
  if (isRepeated) return { outcome };
  let firstWhy: IntentResult['why'];
  const rest = pending.slice(served);
  for (const [index, id] of rest.entries()) {
    const isFirst = index + served === 0;
    if (isOverLimit({ board, rules, stage: 'arrived' }, intent.item, buyerId)) {
      if (isFirst) outcome.outcome = 'over_limit';
      for (const excess of rest.slice(index)) board.dropPending(excess, 'over_limit');
      break;
    }
    const response = board.decidePending(id, { variant: matches[id], distinctUnits });
    if (isFirst) outcome.outcome = response.outcome;
    firstWhy ??= response.why;
    outcome.won += Number(response.outcome === 'winner');
    outcome.waiting += Number(response.outcome === 'waitlist');
  }
  return firstWhy === undefined ? { outcome } : { outcome, why: firstWhy };
}

/** Key of the stock line that the claim asks for. */
const lineOf = (board: Board, claimId: string, matches: Readonly<Record<string, string>>): string =>
  lineKey(board.claim(claimId)?.itemKey ?? '', matches[claimId]);

/** True if the buyer has a decided claim on the line from another comment. */
const hasClaimFromOtherComment = (
  board: Board,
  buyerId: string,
  line: string,
  commentClaimIds: ReadonlySet<string>,
): boolean =>
  board
    .claimsOnLine(line, buyerId)
    .some(({ id, status }) => status !== 'pending' && !commentClaimIds.has(id));

/**
 * Outcome of claims that are no longer pending because an operator decided them or their item was withdrawn.
 */
function outcomeNow(board: Board, claimIds: readonly string[]): IntentOutcome['outcome'] {
  const statuses = claimIds.map((id) => board.claim(id)?.status);
  if (statuses.includes('winner')) return 'winner';
  if (statuses.includes('waitlist')) return 'waitlist';
  // A pending comment has no claim on an item that was already withdrawn when the comment arrived.
  if (statuses.includes('closed') || claimIds.length === 0) return 'item_withdrawn';
  return statuses.includes('passed') ? 'passed' : 'refused';
}
