import type { Buyer, Item } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { readClaims, readHoldings, readPositions } from '../acts/act-reads';
import { isActive } from '../domain/allocation';
import { type ClaimRecord, toClaim } from '../records/claim-record';
import {
  COMMENT_SELECT,
  commentParameters,
  type CommentRow,
  COMMENT_BY_PLATFORM_ID,
  isOpenReview,
  toComment,
} from '../records/comment-record';
import { ITEM_SELECT, type ItemRecord, toItem } from '../records/item-record';
import { commentKey, identityKey, type BatchComment } from './batch';
import type { BatchReads } from './batch-record';

/**
 * Handles comments that were stored with a hidden author and whose author is now known. Their claims move to
 * the author, except decided claims on items on which the author already has an active claim. In that case,
 * the comment goes to review, and an operator decides which of the two claims to keep. A comment that waits
 * for the fairness window stays pending, and all its claims move, even those that an operator has awarded,
 * because the author's claims count together when the comment is decided.
 */
export async function identifyAuthors(
  show: LockedShow,
  batchComments: BatchComment[],
  { hiddenAuthorCommentKeys, buyers }: BatchReads,
): Promise<void> {
  if (hiddenAuthorCommentKeys.size === 0) return;
  for (const batchComment of batchComments) {
    const author = buyers.get(identityKey(batchComment.identity));
    if (
      author === undefined ||
      batchComment.identity.hidden ||
      !hiddenAuthorCommentKeys.has(commentKey(batchComment.arrivedComment))
    ) {
      continue;
    }
    await identify(show, batchComment, author);
  }
}

async function identify(show: LockedShow, { arrivedComment }: BatchComment, author: Buyer): Promise<void> {
  const { tx } = show;
  const [row] = await tx.query<CommentRow>(
    `${COMMENT_SELECT} WHERE ${COMMENT_BY_PLATFORM_ID} AND b.hidden`,
    commentParameters(show.id, arrivedComment),
  );
  // A batch may contain the same comment twice.
  if (row === undefined) return;
  const [claims, authorClaims, { wins }] = await Promise.all([
    readClaims(tx, 'c.show_id = $1 AND c.buyer_id = $2 ORDER BY c.created_at, c.id', [show.id, row.buyerId]),
    readClaims(tx, 'c.show_id = $1 AND c.buyer_id = $2', [show.id, author.id]),
    readHoldings(tx, show.id, [row.buyerId, author.id]),
  ]);
  const activeClaims = authorClaims.filter((claim) => isActive(claim.status));
  const authorItemKeys = new Set(activeClaims.map((claim) => claim.itemKey));
  const isPending = row.outcome === 'pending' && row.resolution === null;
  const movingClaims = withUnusedUnitNumbers(
    claims.filter(
      ({ status, itemKey }) =>
        isPending || status === 'pending' || !isActive(status) || !authorItemKeys.has(itemKey),
    ),
    activeClaims,
  );
  const isContested = movingClaims.length < claims.length;
  const after = isContested ? contestedRow(row) : row;
  await moveToAuthor(show, row, after, author, movingClaims);

  updateUniqueBuyers(show, wins, row.buyerId, author.id, movingClaims);
  const comment = { ...toComment(after), buyer: author };
  const was = {
    buyerId: row.buyerId,
    outcome: row.outcome,
    claimIds: movingClaims.map((claim) => claim.id),
    ...(isContested && after.outcomes !== null ? { outcomes: after.outcomes } : {}),
  };
  show.record('comment.updated', { comment, change: 'identified', was });
  await recordMoves(show, movingClaims, author);
  if (!isContested || isOpenReview(row)) return;
  show.stats.review += 1;
  show.record('review.updated', { comment, resolution: 'reopened' });
}

/**
 * The comment in review. It keeps the outcomes of its intents, so that what is already decided is not
 * proposed again.
 */
const contestedRow = (row: CommentRow): CommentRow => ({
  ...row,
  outcome: 'review',
  resolution: null,
  outcomes: toComment(row).outcomes ?? null,
});

/**
 * Returns the claims. If the author already has a claim with the same unit number, a claim gets the next one.
 */
function withUnusedUnitNumbers(claims: ClaimRecord[], activeClaims: ClaimRecord[]): ClaimRecord[] {
  const authorClaims = [...activeClaims];
  return claims.map((claim) => {
    if (!isActive(claim.status)) return claim;
    const units = authorClaims.flatMap(({ itemKey, unit }) => (itemKey === claim.itemKey ? [unit] : []));
    const moved = units.includes(claim.unit) ? { ...claim, unit: Math.max(...units) + 1 } : claim;
    authorClaims.push(moved);
    return moved;
  });
}

async function moveToAuthor(
  show: LockedShow,
  row: CommentRow,
  after: CommentRow,
  author: Buyer,
  movingClaims: ClaimRecord[],
): Promise<void> {
  await Promise.all([
    show.tx.query(
      `UPDATE claims c SET buyer_id = $3, unit = moved.unit
       FROM unnest($1::uuid[], $2::int[]) AS moved(id, unit) WHERE c.id = moved.id`,
      [movingClaims.map(({ id }) => id), movingClaims.map(({ unit }) => unit), author.id],
    ),
    show.tx.query(
      `UPDATE comments SET buyer_id = $2, before_identity = ($3::jsonb || coalesce(before_identity::jsonb, '{}'))::json, outcome = $4,
         outcomes = $5, resolution = $6 WHERE id = $1`,
      [
        row.id,
        author.id,
        JSON.stringify({ buyerId: row.buyerId, outcome: row.outcome }),
        after.outcome,
        after.outcomes === null ? null : JSON.stringify(after.outcomes),
        after.resolution === null ? null : JSON.stringify(after.resolution),
      ],
    ),
  ]);
}

function updateUniqueBuyers(
  show: LockedShow,
  wins: Map<string, number>,
  fromBuyer: string,
  toBuyer: string,
  movingClaims: ClaimRecord[],
): void {
  const won = movingClaims.filter((claim) => claim.status === 'winner').length;
  const [fromWins, toWins] = [wins.get(fromBuyer) ?? 0, wins.get(toBuyer) ?? 0];
  const winners = (...counts: number[]): number => counts.filter((count) => count > 0).length;
  show.stats.uniqueBuyers += winners(fromWins - won, toWins + won) - winners(fromWins, toWins);
}

async function recordMoves(show: LockedShow, movingClaims: ClaimRecord[], author: Buyer): Promise<void> {
  if (movingClaims.length === 0) return;
  const ids = [...new Set(movingClaims.flatMap((claim) => claim.itemId ?? []))];
  const [rows, positions] = await Promise.all([
    show.tx.query<ItemRecord>(`${ITEM_SELECT} WHERE i.id = ANY($1::uuid[])`, [ids]),
    readPositions(
      show.tx,
      movingClaims.filter((claim) => claim.status === 'waitlist'),
    ),
  ]);
  const items = new Map<string, Item>(rows.map((item) => [item.id, toItem(item)]));
  for (const claim of movingClaims) {
    const moved = toClaim({ ...claim, buyer: author }, positions.get(claim.id) ?? null);
    show.record('claim.updated', { claim: moved, item: items.get(claim.itemId ?? '') ?? null });
  }
  const wonItemIds = new Set(
    movingClaims.flatMap((claim) => (claim.status === 'winner' ? (claim.itemId ?? []) : [])),
  );
  for (const [id, item] of items) if (wonItemIds.has(id)) show.record('item.updated', { item });
}
