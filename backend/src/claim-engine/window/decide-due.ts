import type { ActInputs, Actor } from '@sellary/contracts';
import { isoTime } from '../../kernel';
import type { LockedShow } from '../../shows';
import { type ActResult, perform } from '../acts/act';
import { readClaims, readClaimsOn } from '../acts/act-reads';
import { decideDue } from '../acts/decide-due.act';
import { closePendingComments } from '../acts/resolutions';
import { commentsToReturn, returnToReview } from '../acts/returned-comments';
import { matchesOf, variantMatcher, wordsOf } from '../acts/variant-matches';
import type { ClaimRecord } from '../records/claim-record';
import { type CommentRow, pendingPasses, toComment } from '../records/comment-record';
import { ITEM_SELECT, LISTED_ITEM_SELECT, type ItemRecord } from '../records/item-record';
import { neededFacts } from '../records/show-state';
import { readComments } from '../review/open-reviews';
import { dueTimeFunction, type PendingComment, readPending, toDueComment } from './due-comments';

const ENGINE: Actor = { kind: 'engine', reason: 'fairness window' };
/**
 * Maximum number of comments decided in one transaction. It is limited because an operator's act may have to
 * wait for the transaction.
 */
const MAX_DUE = 1_000;
/**
 * Maximum difference between the clocks of two processes. A comment whose arrival is further in the future was
 * stored before the clock was set back.
 */
const MAX_CLOCK_DIFFERENCE_MS = 10_000;

/**
 * Decides the comments that are due at the transaction's time, in fair-time order, under the show's lock.
 * @returns when the next comment is due, in ms since the epoch, or null if no comment is pending
 */
export async function decideDueComments(show: LockedShow): Promise<number | null> {
  const pending = await readPending(show.tx, show.id);
  const dueAt = await dueTimeFunction(show, pending);
  const now = Date.parse(show.at);
  // The comments are decided in this order, so the limit leaves out only the last ones.
  const inOrder = pending
    .map((comment) => ({ comment, at: dueAt(comment), arrival: comment.receivedAt.getTime() }))
    .sort((a, b) => a.at - b.at || a.arrival - b.arrival);
  // Without the second case, a corrected clock would make the wait as long as the correction.
  const due = inOrder
    .filter(({ at, arrival }) => at <= now || arrival > now + MAX_CLOCK_DIFFERENCE_MS)
    .slice(0, MAX_DUE);
  const decided = new Set(due);
  const next = inOrder.find((comment) => !decided.has(comment));
  if (due.length > 0) {
    await decide(
      show,
      due.map(({ comment }) => comment),
      isoTime(now),
    );
  }
  return next?.at ?? null;
}

async function decide(show: LockedShow, due: PendingComment[], upTo: string): Promise<void> {
  const rows = await readComments(
    show.tx,
    show.id,
    due.map(({ id }) => id),
  );
  const pending = new Map(due.map((comment) => [comment.id, comment]));
  const dueComments = rows.flatMap((row) => {
    const comment = pending.get(row.id);
    return comment === undefined ? [] : [toDueComment(row, comment)];
  });
  const board = await readBoard(show, dueComments);
  const matchVariant = variantMatcher(board.items, wordsOf(show));
  // An item added after the comment may have the variant that a pass mentions.
  const comments = dueComments.map(({ intents, ...comment }) => ({
    ...comment,
    intents: intents.map((intent) => {
      const variant =
        intent.act === 'pass' && intent.listed === undefined
          ? matchVariant(intent.item, intent.variant)
          : null;
      return variant === null ? intent : { ...intent, variant, listed: true as const };
    }),
  }));
  const dueIds = new Set(comments.flatMap(({ intents }) => intents.flatMap(({ claimIds }) => claimIds)));
  const dueClaims = board.claims.filter(({ id, status }) => status === 'pending' && dueIds.has(id));
  const matched = matchesOf(dueClaims, board.items, wordsOf(show));
  const { returned: returnedComments = [] } = await commentsToReturn(show, dueClaims, board.items, matched);
  const done = await perform(show, decideDue, {
    ...board,
    input: {
      upTo,
      comments,
      ...matched,
      ...(matched.matches === undefined ? {} : { distinctUnits: true }),
      ...(returnedComments.length === 0 ? {} : { returned: returnedComments }),
    },
    actor: ENGINE,
  });
  const results = resultsOf(rows, comments, done);
  for (const { row } of results) show.stats.pending -= pendingPasses(toComment(row).outcomes ?? []);
  const returnedIds = new Set(returnedComments.map(({ commentId }) => commentId));
  closePendingComments(
    show,
    results.filter(({ row }) => !returnedIds.has(row.id)),
    { actor: ENGINE, seq: done.seq },
  );
  if (returnedComments.length === 0) return;
  const outcomesById = results.flatMap(({ row, outcomes = [] }) => [[row.id, outcomes] as const]);
  await returnToReview(show, returnedComments, ENGINE, new Map(outcomesById));
}

/** Returns the outcomes of the comments that were not decided before. */
function resultsOf(
  rows: readonly CommentRow[],
  comments: ActInputs['decide_due']['comments'],
  { decisions }: ActResult,
): Parameters<typeof closePendingComments>[1] {
  return decisions.flatMap((decision) => {
    if (decision.kind !== 'comment') return [];
    const row = rows[decision.ref];
    if (row === undefined || comments[decision.ref]?.again === true) return [];
    const { outcome, outcomes, why } = decision;
    return [{ row, outcome, outcomes, ...(why === undefined ? {} : { why }) }];
  });
}

/** Reads the items and claims needed to decide the comments: the buyers' claims and, if needed, the lines. */
async function readBoard(
  show: LockedShow,
  comments: ActInputs['decide_due']['comments'],
): Promise<{ items: ItemRecord[]; claims: ClaimRecord[] }> {
  const intents = comments.flatMap((comment) => comment.intents);
  const keys = [...new Set(intents.map(({ item }) => item))];
  const passedKeys = new Set(intents.filter(({ act }) => act === 'pass').map(({ item }) => item));
  const items = await show.tx.query<ItemRecord>(
    // All winners are needed only if a pass may free units.
    `${passedKeys.size > 0 ? ITEM_SELECT : LISTED_ITEM_SELECT} WHERE i.show_id = $1 AND i.item_key = ANY($2::text[])`,
    [show.id, keys],
  );
  const lineItems = items.filter(
    ({ itemKey }) => passedKeys.has(itemKey) || neededFacts(show).has('wholeLine'),
  );
  const buyerIds = comments.map(({ buyerId }) => buyerId);
  const { buyersClaims, waiting } = await readClaimsOn(
    show.tx,
    show.id,
    { keys, items, lineItems },
    buyerIds,
  );
  const dueClaims = await readClaims(show.tx, 'c.id = ANY($1::uuid[])', [
    intents.flatMap(({ claimIds }) => claimIds),
  ]);
  const claims = [...waiting, ...buyersClaims, ...dueClaims];
  return { items, claims: [...new Map(claims.map((claim) => [claim.id, claim])).values()] };
}
