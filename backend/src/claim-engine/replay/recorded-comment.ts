import { BLOCK_RULES, BLOCKS, type ShowRules } from '@sellary/contracts';
import { type CommentDecision, type CommentInput, type Decision, viewerDelayMs } from '../domain/allocation';
import type { RecordedComment } from './records';

/** Author at the time of the first decision. */
const buyerOf = (row: RecordedComment): string => row.before_identity?.buyerId ?? row.buyer_id;

/** Rule by which the comment was first refused or sent to review. */
const ruleOf = ({ why, before_identity: before }: RecordedComment): string | undefined =>
  (before?.why === undefined ? why : before.why)?.rule;

/** The buyer's block at the time of the first decision, taken from the comment's rule. */
function blockOf(comment: RecordedComment): Pick<CommentInput, 'block'> {
  const block = BLOCKS.find((candidate) => BLOCK_RULES[candidate] === ruleOf(comment));
  return block === undefined ? {} : { block };
}

export function toInput(row: RecordedComment, rules: ShowRules): CommentInput {
  const viewerDelay = viewerDelayMs(rules, { platform: row.platform, liveId: row.live_id });
  return {
    kind: 'comment',
    ref: row.batch_index,
    buyerId: buyerOf(row),
    byHost: row.by_host,
    ...blockOf(row),
    claimTime: row.commented_at.getTime(),
    ...(viewerDelay === 0 ? {} : { viewerDelay }),
    secondsOnly: row.seconds_only,
    arrival: row.received_at.getTime(),
    route: row.parsed.route,
    intents: row.parsed.intents,
    claimIds: row.claim_ids,
  };
}

/** @returns how a batch's decisions differ from what is stored with its comments, as text */
export function outcomeDifferences(
  comments: readonly RecordedComment[],
  decisions: readonly Decision[],
): string[] {
  const byRef = new Map(comments.map((comment) => [comment.batch_index, comment]));
  return decisions.flatMap((decision) => {
    if (decision.kind !== 'comment') return [];
    const recorded = byRef.get(decision.ref);
    return recorded === undefined ? [] : differencesOf(recorded, decision);
  });
}

function differencesOf(recorded: RecordedComment, decision: CommentDecision): string[] {
  const outcome = recorded.before_identity?.outcome ?? recorded.outcome;
  return [
    ...(outcome === decision.outcome ? [] : [`recorded ${outcome}, replayed ${decision.outcome}`]),
    ...(ruleOf(recorded) === decision.why?.rule
      ? []
      : [`recorded the rule ${ruleOf(recorded)}, replayed ${decision.why?.rule}`]),
    ...(recorded.claim_ids.join() === decision.claimIds.join()
      ? []
      : ['the recorded claims differ from the replayed ones']),
  ].map((difference) => `comment ${recorded.id}: ${difference}`);
}
