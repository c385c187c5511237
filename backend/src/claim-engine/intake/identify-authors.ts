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
 * Handles comments whose author was hidden when they were stored and is now reported. Their claims move to
 * the author, except for items on which the author already has an active claim. In that case, the comment
 * goes to review, and an operator decides which of the two claims to keep.
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
  const authorItemKeys = new Set(
    authorClaims.filter((claim) => isActive(claim.status)).map((claim) => claim.itemKey),
  );
  const movingClaims = claims.filter(
    (claim) => !(isActive(claim.status) && authorItemKeys.has(claim.itemKey)),
  );
  const isContested = movingClaims.length < claims.length;
  await moveToAuthor(show, row, author, movingClaims, isContested);

  updateUniqueBuyers(show, wins, row.buyerId, author.id, movingClaims);
  const after = isContested ? { ...row, outcome: 'review' as const, resolution: null } : row;
  const comment = { ...toComment(after), buyer: author };
  const was = { buyerId: row.buyerId, outcome: row.outcome, claimIds: movingClaims.map((claim) => claim.id) };
  show.record('comment.updated', { comment, change: 'identified', was });
  await recordMoves(show, movingClaims, author);
  if (!isContested || isOpenReview(row)) return;
  show.stats.review += 1;
  show.record('review.updated', { comment, resolution: 'reopened' });
}

async function moveToAuthor(
  show: LockedShow,
  row: CommentRow,
  author: Buyer,
  movingClaims: ClaimRecord[],
  isContested: boolean,
): Promise<void> {
  const ids = movingClaims.map((claim) => claim.id);
  await Promise.all([
    show.tx.query('UPDATE claims SET buyer_id = $2, updated_at = $3 WHERE id = ANY($1::uuid[])', [
      ids,
      author.id,
      show.at,
    ]),
    show.tx.query(
      `UPDATE comments SET buyer_id = $2, before_identity = ($3::jsonb || coalesce(before_identity::jsonb, '{}'))::json, outcome = $4,
         resolution = CASE WHEN $5 THEN NULL ELSE resolution END WHERE id = $1`,
      [
        row.id,
        author.id,
        JSON.stringify({ buyerId: row.buyerId, outcome: row.outcome }),
        isContested ? 'review' : row.outcome,
        isContested,
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
    const moved = toClaim({ ...claim, buyer: author, updatedAt: show.at }, positions.get(claim.id) ?? null);
    show.record('claim.updated', { claim: moved, item: items.get(claim.itemId ?? '') ?? null });
  }
  const wonItemIds = new Set(
    movingClaims.flatMap((claim) => (claim.status === 'winner' ? (claim.itemId ?? []) : [])),
  );
  for (const [id, item] of items) if (wonItemIds.has(id)) show.record('item.updated', { item });
}
