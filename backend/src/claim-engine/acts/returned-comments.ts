import {
  type Actor,
  type CommentWhy,
  type IntentOutcome,
  NEEDS_VARIANT_RULE,
  type ReturnedComment,
  type VariantMatches,
} from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { buyerName } from '../records/buyer-name';
import type { ClaimRecord } from '../records/claim-record';
import { type CommentRow, isOpenReview, toComment } from '../records/comment-record';
import type { ItemRecord } from '../records/item-record';
import { readComments } from '../review/open-reviews';
import { refusal } from './act';

const WHY: CommentWhy = { rule: NEEDS_VARIANT_RULE, unitsLeft: null, ahead: 0 };

/**
 * Comments that an operator must decide, because their claims waited for an item number or for the fairness
 * window and do not match any of the item's current variants.
 */
export async function commentsToReturn(
  show: LockedShow,
  waiting: readonly ClaimRecord[],
  items: readonly ItemRecord[],
  { matches = {} }: { matches?: VariantMatches },
): Promise<{ returned?: ReturnedComment[] }> {
  const keys = new Set(items.flatMap(({ itemKey, variants }) => (variants === null ? [] : [itemKey])));
  const ids = waiting.flatMap(({ id, itemKey }) =>
    keys.has(itemKey) && matches[id] === undefined ? [id] : [],
  );
  if (ids.length === 0) return {};
  const claims = await show.tx.query<{ id: string; commentId: string }>(
    'SELECT id, comment_id AS "commentId" FROM claims WHERE id = ANY($1::uuid[]) AND comment_id IS NOT NULL ORDER BY id',
    [ids],
  );
  const claimIds = new Map<string, string[]>();
  for (const { id, commentId } of claims) claimIds.set(commentId, [...(claimIds.get(commentId) ?? []), id]);
  const rows = await readComments(show.tx, show.id, [...claimIds.keys()]);
  const returned = rows.map(({ id, buyerId, outcome, why, resolution }) => ({
    commentId: id,
    buyerId,
    outcome,
    claimIds: claimIds.get(id) ?? [],
    ...(why === null ? {} : { why }),
    ...(resolution === null ? {} : { resolution }),
  }));
  return returned.length === 0 ? {} : { returned };
}

/**
 * Puts comments back into review. The ledger row of the act that ended their claims has already been
 * recorded.
 * @param decided by comment id, the outcomes of all intents in each comment that the same act decided
 */
export async function returnToReview(
  show: LockedShow,
  returned: readonly ReturnedComment[],
  actor: Actor,
  decided: ReadonlyMap<string, IntentOutcome[]> = new Map(),
): Promise<void> {
  const before = new Map(returned.map((comment) => [comment.commentId, comment]));
  const rows = await readComments(show.tx, show.id, [...before.keys()]);
  const openRows = rows.map((row): CommentRow => {
    const stored = row.resolution?.outcomes ?? row.outcomes;
    const endedClaimIds = before.get(row.id)?.claimIds ?? [];
    // A comment about one unit has no stored outcomes, because its own outcome is sufficient.
    const outcomes = stored === null ? null : (decided.get(row.id) ?? stored);
    return {
      ...row,
      outcome: 'review',
      resolution: null,
      why: WHY,
      outcomes: withOutcome(outcomes, endedClaimIds, 'review'),
    };
  });
  show.stats.review += rows.filter((row) => !isOpenReview(row)).length;
  storeComments(show, openRows, 'reopened', actor);
}

/**
 * Takes returned comments out of review, because after an undo, their claims wait for an item again.
 * @throws ApiError UNDO_STALE if an operator has since resolved a comment, or a comment is also in review for
 * another item
 */
export async function takeOutOfReview(
  show: LockedShow,
  returned: readonly ReturnedComment[],
  actor: Actor,
): Promise<void> {
  const before = new Map(returned.map((comment) => [comment.commentId, comment]));
  const rows = await readComments(show.tx, show.id, [...before.keys()]);
  const resolved = rows.find((row) => !isOpenReview(row));
  if (resolved !== undefined) {
    throw refusal(
      'UNDO_STALE',
      `Nothing was changed. The review of ${buyerName(resolved)}'s comment has been resolved since then.`,
    );
  }
  const waiting = rows.flatMap((row): CommentRow[] => {
    const earlier = before.get(row.id);
    if (earlier === undefined) return [];
    const { outcome, why = null, resolution = null, claimIds } = earlier;
    const outcomes = withOutcome(row.outcomes, claimIds, 'item_not_found');
    if (outcome !== 'review' && outcomes?.some((part) => part.outcome === 'review') === true) {
      throw refusal(
        'UNDO_STALE',
        `Nothing was changed. ${buyerName(row)}'s comment has returned to review for another item since then.`,
      );
    }
    return [{ ...row, outcome, why, resolution, outcomes }];
  });
  show.stats.review -= waiting.filter((row) => !isOpenReview(row)).length;
  storeComments(show, waiting, 'unmatched', actor);
}

/** Replaces the outcome of the intents that created the claims. */
export const withOutcome = (
  outcomes: IntentOutcome[] | null,
  claimIds: readonly string[],
  outcome: IntentOutcome['outcome'],
): IntentOutcome[] | null =>
  outcomes?.map((result) =>
    result.claimIds.some((id) => claimIds.includes(id)) ? { ...result, outcome } : result,
  ) ?? null;

/**
 * Stores the comments, but keeps each comment's first outcome and rule for replay, which decides it again.
 */
function storeComments(
  show: LockedShow,
  rows: readonly CommentRow[],
  resolution: 'reopened' | 'unmatched',
  actor: Actor,
): void {
  for (const row of rows) show.record('review.updated', { comment: toComment(row), resolution }, actor);
  const updates = rows.map(({ id, outcome, resolution: after, why, outcomes }) => ({
    id,
    outcome,
    resolution: after,
    why,
    outcomes,
  }));
  show.awaitAtCommit([
    show.tx.query(
      `UPDATE comments m SET outcome = r.outcome, resolution = r.resolution, why = r.why, outcomes = r.outcomes,
         before_identity = (jsonb_build_object('buyerId', m.buyer_id, 'outcome', m.outcome, 'why', m.why) || coalesce(m.before_identity::jsonb, '{}'))::json
       FROM json_to_recordset($1::json) AS r(id uuid, outcome text, resolution json, why json, outcomes json) WHERE m.id = r.id`,
      [JSON.stringify(updates)],
    ),
  ]);
}
