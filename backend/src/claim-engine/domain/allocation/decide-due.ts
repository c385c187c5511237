import type { IntentOutcome, ShowRules } from '@sellary/contracts';
import type { Board } from './board';
import { type Decided, isOverLimit, outcomeOf, pass } from './decide-intents';
import type { Decision, DueInput } from './types';

type CommentDecision = Extract<Decision, { kind: 'comment' }>;
type DueIntent = DueInput['intents'][number];

/** Decides the pending claims and passes of a comment, one after the other, as if it had arrived now. */
export function decideDueIntents(
  board: Board,
  rules: ShowRules,
  comment: DueInput,
  decision: CommentDecision,
): void {
  const own = new Set(comment.intents.flatMap(({ claimIds }) => claimIds));
  for (const intent of comment.intents) {
    const { outcome, why } =
      intent.act === 'pass'
        ? duePass(board, comment.buyerId, intent)
        : dueClaims(board, rules, comment.buyerId, intent, own);
    decision.outcomes.push(outcome);
    decision.claimIds.push(...(intent.act === 'pass' ? [] : intent.claimIds));
    if (why !== undefined) decision.why ??= why;
  }
}

function duePass(board: Board, buyerId: string, intent: DueIntent): Decided {
  board.pending -= 1;
  return pass(board, buyerId, intent);
}

function dueClaims(
  board: Board,
  rules: ShowRules,
  buyerId: string,
  { claimIds, ...intent }: DueIntent,
  own: ReadonlySet<string>,
): Decided {
  const outcome: IntentOutcome = { ...outcomeOf(intent), claimIds: [...claimIds] };
  const pending = claimIds.filter((id) => board.claim(id)?.status === 'pending');
  if (pending.length === 0) return { outcome: { ...outcome, outcome: outcomeNow(board, claimIds) } };
  const held = board.decidedBy(intent.item, buyerId).filter(({ id }) => !own.has(id));
  if (rules.repeatClaims === 'ignore' && held.length > 0) {
    for (const id of pending) board.dropPending(id, 'duplicate_user');
    return { outcome };
  }
  let refused: Decided['why'];
  for (const [index, id] of pending.entries()) {
    if (isOverLimit({ board, rules }, intent.item, buyerId)) {
      if (index === 0) outcome.outcome = 'over_limit';
      for (const rest of pending.slice(index)) board.dropPending(rest, 'over_limit');
      break;
    }
    const answer = board.decidePending(id);
    if (index === 0) outcome.outcome = answer.outcome;
    refused ??= answer.why;
    outcome.won += Number(answer.outcome === 'winner');
    outcome.waiting += Number(answer.outcome === 'waitlist');
  }
  return refused === undefined ? { outcome } : { outcome, why: refused };
}

/** The outcome of claims that an operator has decided already. */
function outcomeNow(board: Board, claimIds: readonly string[]): IntentOutcome['outcome'] {
  const statuses = claimIds.map((id) => board.claim(id)?.status);
  if (statuses.includes('winner')) return 'winner';
  return statuses.includes('waitlist') ? 'waitlist' : 'refused';
}
