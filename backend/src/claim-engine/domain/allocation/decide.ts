import type { Outcome } from '@sellary/contracts';
import { CheckedPolicy } from '@sellary/extension-kit/domain';
import type { Board } from './board';
import { decideDueIntents } from './decide-due';
import { decideIntents } from './decide-intents';
import { claimTimeOf, isDeliveredTooLate, isInShow } from './show-time';
import type {
  AcceptInput,
  CommentDecision,
  CommentInput,
  Decision,
  DueInput,
  Input,
  ShowState,
  UndoInput,
} from './types';

/** The item on screen. The grammar may propose it, but an operator must decide. */
const CURRENT_ITEM = '@current';

/**
 * Decides who gets what. Pure: the same board, show, and inputs always give the same decisions. A batch has
 * either comments, which are decided in the policy's order, or one operator act. Accepted comments and due
 * comments are decided in the policy's order, too.
 * @throws AllocationRefused if the rules refuse an operator's act
 * @throws PolicyViolation if the policy's result cannot be carried out
 */
export function decide(board: Board, show: ShowState, inputs: readonly Input[]): Decision[] {
  const steps = decideStepwise(board, show, inputs);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * Same as `decide`, but in small steps, so that a caller can pause between them. No other code may use the
 * board until it is done.
 */
export function* decideStepwise(
  board: Board,
  show: ShowState,
  inputs: readonly Input[],
): Generator<undefined, Decision[]> {
  const policy = new CheckedPolicy(show.policy, show.rules);
  board.begin(policy);
  const comments = inputs.filter((input) => input.kind === 'comment');
  for (const comment of inOrder(comments, policy)) {
    decideComment(board, show, policy, comment);
    yield;
  }
  const accepted = inputs.filter((input) => input.kind === 'accept');
  for (const comment of inOrder(accepted, policy)) {
    acceptComment(board, show, policy, comment);
    yield;
  }
  const due = inputs.filter((input) => input.kind === 'due');
  // A timestamp in whole seconds does not show which comment within that second was first. If one comment has
  // such a timestamp, all are compared in whole seconds.
  for (const comment of inOrder(due, policy, due.some(({ secondsOnly }) => secondsOnly) ? 1_000 : 1)) {
    decideDue(board, show, comment);
    yield;
  }
  for (const input of inputs) {
    if (input.kind === 'undo') yield* undo(board, input);
    else decideAct(board, input);
  }
  return board.decisions;
}

/** The order in which comments are decided. Fair times are compared in units of `unitMs`. */
function inOrder<T extends CommentInput | AcceptInput | DueInput>(
  comments: readonly T[],
  policy: CheckedPolicy,
  unitMs = 1,
): T[] {
  const requests = comments.map((comment) => ({
    comment,
    claimTime: claimTimeOf(comment),
    fairTime: Math.floor((claimTimeOf(comment) - (comment.viewerDelay ?? 0)) / unitMs) * unitMs,
    arrival: comment.arrival,
  }));
  return policy.sorted(requests, (a, b) => a.comment.ref - b.comment.ref).map(({ comment }) => comment);
}

function decideAct(board: Board, input: Exclude<Input, UndoInput>): void {
  switch (input.kind) {
    case 'comment':
    case 'accept':
    case 'due':
      return;
    case 'release':
      board.free(input.claimId, 'released');
      return;
    case 'award':
      board.award(input);
      return;
    case 'quantity':
      board.setTotal(input.itemKey, input.total);
      return;
    case 'serve':
      board.serveLine(input.itemKey);
      return;
    case 'withdrawn':
      if (input.withdrawn) board.withdraw(input.itemKey);
      else board.restoreItem(input.itemKey);
      return;
    case 'item_appears':
      board.matchUnmatched(input.itemKey, input.matches, input.ended);
  }
}

function* undo(
  board: Board,
  { itemKey, total, withdrawn, remove, restore, idle }: UndoInput,
): Generator<undefined, void> {
  const idleNow = board.idleUnitsOf(itemKey);
  if (withdrawn === false) board.markWithdrawn(itemKey, false);
  for (const { claimId, status } of restore) {
    board.restore(claimId, status);
    yield;
  }
  if (withdrawn === true) board.withdraw(itemKey);
  if (remove === true) board.removeAddedLine(itemKey);
  const lastRegainedClaim = restore.findLast(({ claimId }) => board.claim(claimId)?.status === 'winner');
  board.rebalance(itemKey, total, Math.max(idle, idleNow), lastRegainedClaim?.claimId);
}

/** Consoles show a comment before its claims, so its decision goes first and is completed afterward. */
function beginComment(board: Board, { ref }: { ref: number }, outcome: Outcome): CommentDecision {
  const decision: CommentDecision = { kind: 'comment', ref, outcome, claimIds: [], outcomes: [] };
  board.decisions.push(decision);
  return decision;
}

function decideComment(board: Board, show: ShowState, policy: CheckedPolicy, comment: CommentInput): void {
  const fixedOutcome = outcomeWithoutClaims(show, comment);
  const decision = beginComment(board, comment, fixedOutcome ?? 'ignored');
  if (fixedOutcome !== null) return;
  const intents = comment.intents.slice(0, show.rules.maxClaimsPerComment);
  const stage = isPending(show, { ...comment, intents }) ? 'pending' : 'arrived';
  decideIntents({ board, rules: show.rules, policy, stage }, { ...comment, intents }, decision);
  // An intent in review or pending must not be hidden by the outcome of an earlier intent.
  const outcomes = decision.outcomes.map(({ outcome }) => outcome);
  const openOutcome = (['review', 'pending'] as const).find((outcome) => outcomes.includes(outcome));
  decision.outcome = openOutcome ?? outcomes[0] ?? 'ignored';
}

/**
 * True if the comment waits for the fairness window. A blocked buyer's claims do not, because they are
 * refused or an operator decides them. A comment that only passes waits for every buyer, because it may end a
 * claim that is pending.
 */
const isPending = ({ rules, hasPending }: ShowState, { block, intents }: CommentInput): boolean =>
  (block === undefined || intents.every(({ act }) => act === 'pass')) &&
  (rules.fairnessWindowSeconds > 0 || hasPending === true);

function decideDue(board: Board, show: ShowState, comment: DueInput): void {
  const decision = beginComment(board, comment, 'refused');
  decideDueIntents(board, show.rules, comment, decision);
  const outcomes = decision.outcomes.map(({ outcome }) => outcome);
  decision.outcome = outcomes.includes('review') ? 'review' : (outcomes[0] ?? decision.outcome);
}

/**
 * Decides a comment that an operator accepted. A claim that the buyer already has does not hide
 * the outcome of a later intent.
 */
function acceptComment(board: Board, show: ShowState, policy: CheckedPolicy, comment: AcceptInput): void {
  const decision = beginComment(board, comment, 'duplicate_user');
  decideIntents({ board, rules: show.rules, policy, stage: 'accepted' }, comment, decision);
  const outcomes = decision.outcomes.map(({ outcome }) => outcome);
  decision.outcome = outcomes.find((outcome) => outcome !== 'duplicate_user') ?? decision.outcome;
}

/** The outcome of a comment whose intents are not decided; null if they are. */
function outcomeWithoutClaims(show: ShowState, comment: CommentInput): Outcome | null {
  if (comment.byHost) return 'host';
  if (!isInShow(show.spans, claimTimeOf(comment), comment.secondsOnly)) return 'outside_show';
  if (comment.route === 'ignore') return 'ignored';
  const isDoubtful =
    comment.route === 'review' ||
    comment.intents.length === 0 ||
    comment.intents.some((intent) => intent.item === CURRENT_ITEM);
  return isDoubtful || isDeliveredTooLate(show, comment.arrival) ? 'review' : null;
}
