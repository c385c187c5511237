import type { Block, Buyer, Claim, Comment, Outcome } from '@sellary/contracts';
import { Step } from '../../kernel';
import { type LockedShow, rulesOf } from '../../shows';
import { Board, type ClaimsByItem, decide, type Decision } from '../domain/allocation';
import {
  type ClaimMaker,
  DecisionRecorder,
  type RecordedClaims,
} from '../decision-recorder/decision-recorder';
import { decideSafely } from '../decision-recorder/decide-safely';
import { sendClaims, sendItems } from '../decision-recorder/writes';
import { toClaimState, toRecord } from '../records/claim-record';
import { pendingPasses } from '../records/comment-record';
import { type ItemRecord, toItemStates } from '../records/item-record';
import { newClaim } from '../records/new-claim';
import { recordTags } from '../records/tag-facts';
import {
  type CommentToStore,
  idempotencyKey,
  identityKey,
  keysOf,
  type BatchComment,
  toInput,
  toStore,
} from './batch';
import type { readPairs, LineHeadRow } from './batch-reads';
import { insertComments } from './comment-writes';

/** Result of a submitted comment. `comment` is null for a duplicate, which is already stored. */
export interface IntakeResult {
  commentId: string;
  outcome: Outcome | 'duplicate';
  comment: Comment | null;
  claims: Claim[];
  promoted: Claim[];
}

/** Rows that a batch reads under the lock before it decides. */
export interface BatchReads {
  /** Keys of the comments that are already stored. */
  storedKeys: Set<string>;
  /** Keys of the stored comments whose author is hidden. */
  hiddenAuthorCommentKeys: Set<string>;
  /** Buyers by identity. */
  buyers: Map<string, Buyer>;
  /** Units won in the show before this batch, by buyer. */
  wins: Map<string, number>;
  /** Active claims of each buyer in the show before this batch, by item; not read if no limit needs them. */
  claimsByBuyer: Map<string, ClaimsByItem>;
  /** The blocked buyers. */
  blocks: Map<string, Block>;
  items: ItemRecord[];
  pairClaims: Awaited<ReturnType<typeof readPairs>>;
  lineHeads: LineHeadRow[];
}

/** The new comments of a batch with their authors, by `ref`. */
type NewComments = ReadonlyMap<number, { batchComment: BatchComment; buyer: Buyer }>;

/**
 * Decides a batch and sends the results part by part, so that the database writes one part while the next is
 * being prepared. Statements are not awaited one by one, because `Transactions` checks their results together
 * with the result of COMMIT.
 * @returns one result per comment of the batch, in order.
 */
export async function decideAndRecord(
  show: LockedShow,
  batchComments: BatchComment[],
  reads: BatchReads,
): Promise<IntakeResult[]> {
  const step = new Step();
  const newComments = newCommentsOf(batchComments, reads);
  const claims = new Map(
    [...reads.pairClaims, ...reads.lineHeads].map((claim) => [claim.id, toRecord(claim)]),
  );
  const rules = rulesOf(show.row);
  const inputs = [...newComments.values()].map(({ batchComment, buyer }) =>
    toInput(batchComment, buyer.id, rules, reads.blocks.get(buyer.id)),
  );
  const boardState = {
    items: reads.items.flatMap(toItemStates),
    claims: [...claims.values()].map(toClaimState),
    wins: reads.wins,
    decidedClaims: reads.claimsByBuyer,
    tags: await recordTags(show, () => [
      ...inputs.filter(({ intents }) => intents.length > 0).map(({ buyerId }) => buyerId),
      ...(inputs.length === 0 ? [] : reads.lineHeads.map(({ buyerId }) => buyerId)),
    ]),
  };
  if (step.isOver) await step.pause();
  const decisions = await decideSafely(show, (state) => decide(new Board(boardState), state, inputs));
  if (step.isOver) await step.pause();
  const items = new Map(reads.items.map((item) => [item.id, item]));
  const recorder = new DecisionRecorder(
    show,
    { items, claims, wins: reads.wins },
    claimMaker(show, newComments, items),
  );
  const results = new Map<number, IntakeResult>();
  for (const part of partsOf(decisions)) {
    recordPart(show, recorder, part, newComments, results);
    await show.flush();
  }
  recorder.recordItems();
  show.awaitAtCommit(sendItems(show.tx, recorder, show.at));
  return batchComments.map((batchComment) => results.get(batchComment.ref) ?? duplicateOf(batchComment));
}

function recordPart(
  show: LockedShow,
  recorder: DecisionRecorder,
  part: Decision[],
  newComments: NewComments,
  results: Map<number, IntakeResult>,
): void {
  const { stats } = show;
  const rows = rowsOf(show, part, newComments);
  // Claims refer to their comments, so the comments go first.
  show.awaitAtCommit([insertComments(show, [...rows.values()])]);
  let current: IntakeResult | undefined;
  for (const decision of part) {
    if (decision.kind !== 'comment') {
      collect(current, decision, recorder.apply(decision));
      continue;
    }
    const row = rows.get(decision.ref);
    if (row === undefined) continue;
    const { comment, arrival, payload } = row;
    stats.comments += 1;
    stats.review += decision.outcome === 'review' ? 1 : 0;
    if (decision.outcome === 'pending') stats.pending += pendingPasses(decision.outcomes);
    show.recordSerialized('comment.received', { comment, parsed: comment.parsed, arrival }, payload);
    current = { commentId: comment.commentId, outcome: decision.outcome, comment, claims: [], promoted: [] };
    results.set(decision.ref, current);
  }
  show.awaitAtCommit(sendClaims(show.tx, recorder));
}

function newCommentsOf(batchComments: BatchComment[], { storedKeys, buyers }: BatchReads): NewComments {
  const seen = new Set(storedKeys);
  const newComments = batchComments.flatMap((batchComment) => {
    const keys = keysOf(batchComment.arrivedComment);
    if (keys.some((key) => seen.has(key))) return [];
    for (const key of keys) seen.add(key);
    const buyer = buyers.get(identityKey(batchComment.identity));
    if (buyer === undefined) throw new Error('A buyer of the batch was not stored');
    return [[batchComment.ref, { batchComment, buyer }] as const];
  });
  return new Map(newComments);
}

function rowsOf(show: LockedShow, part: Decision[], newComments: NewComments): Map<number, CommentToStore> {
  const rows = new Map<number, CommentToStore>();
  for (const decision of part) {
    const newComment = decision.kind === 'comment' ? newComments.get(decision.ref) : undefined;
    if (decision.kind !== 'comment' || newComment === undefined) continue;
    rows.set(decision.ref, toStore(show, newComment.batchComment, newComment.buyer, decision));
  }
  return rows;
}

const claimMaker =
  (show: LockedShow, newComments: NewComments, items: ReadonlyMap<string, ItemRecord>): ClaimMaker =>
  (claim, ref, why) => {
    const comment = newComments.get(ref ?? -1);
    if (comment === undefined) throw new Error('A claim was decided for a comment that is not in the batch');
    const { buyer, batchComment } = comment;
    const { arrivedComment, rowId, text } = batchComment;
    const origin = {
      buyer,
      item: claim.itemId === null ? undefined : items.get(claim.itemId),
      comment: { id: arrivedComment.commentId, rowId, text },
      idempotencyKey: idempotencyKey(arrivedComment, claim.itemKey, claim.unit),
    };
    return newClaim(show, origin, claim, why);
  };

const duplicateOf = ({ arrivedComment }: BatchComment): IntakeResult => ({
  commentId: arrivedComment.commentId,
  outcome: 'duplicate',
  comment: null,
  claims: [],
  promoted: [],
});

/**
 * Number of comments whose rows are sent together. Preparing such a part is one step, and other callers run
 * between steps. The first part is short, because the database is idle until it arrives.
 */
const PART_SIZE = 64;
const FIRST_PART_SIZE = 32;

/** Splits the decisions into parts of these sizes; the decisions of one comment stay together. */
function partsOf(decisions: Decision[]): Decision[][] {
  const parts: Decision[][] = [[]];
  let commentsLeft = FIRST_PART_SIZE;
  for (const decision of decisions) {
    if (decision.kind === 'comment' && commentsLeft-- === 0) {
      parts.push([]);
      commentsLeft = PART_SIZE - 1;
    }
    parts[parts.length - 1]?.push(decision);
  }
  return parts;
}

/** Adds the resulting claims to a comment's result. */
function collect(result: IntakeResult | undefined, decision: Decision, recorded: RecordedClaims): void {
  if (result === undefined) return;
  // A waiting claim may win because its buyer now claims outright; other moves are not results of the comment.
  if (decision.kind === 'moved' && result.comment?.claimIds?.includes(decision.claimId) !== true) return;
  if (recorded.claim !== undefined) result.claims.push(recorded.claim);
  if (recorded.promoted !== undefined) result.promoted.push(recorded.promoted);
}
