import { fromLines, plainArray, packLines } from '../../kernel';
import type { LockedShow } from '../../shows';
import type { CommentToStore } from './batch';

/** Stores the batch's comments, each with its outcome and its index in the batch. */
export function insertComments(show: LockedShow, rows: CommentToStore[]): Promise<unknown> {
  return show.tx.prepared(
    `INSERT INTO comments (id, show_id, platform, live_id, platform_comment_id, buyer_id, text, parsed, outcome, claim_ids, by_host, commented_at, seconds_only,
       received_at, batch, batch_index, id_in_broadcast, why, outcomes)
     SELECT m.id, $1, m.platform, m.live_id, m.comment_id, m.buyer_id, m.text, m.parsed, m.outcome, m.claim_ids::uuid[], m.by_host, m.commented_at, m.seconds_only,
       m.received_at, $2, m.batch_index, m.id_in_broadcast, m.why, m.outcomes
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[], ${fromLines(9)}::json[], $10::text[], $11::text[], $12::bool[], $13::timestamptz[],
       $14::bool[], $15::timestamptz[], $16::int[], $17::text[], ${fromLines(18)}::json[], ${fromLines(19)}::json[])
       AS m(id, platform, live_id, comment_id, buyer_id, text, parsed, outcome, claim_ids, by_host, commented_at, seconds_only, received_at, batch_index,
       id_in_broadcast, why, outcomes)`,
    [
      show.id,
      show.batch,
      plainArray(rows.map((r) => r.comment.id)),
      plainArray(rows.map((r) => r.comment.platform)),
      rows.map((r) => r.comment.liveId),
      rows.map((r) => r.comment.commentId),
      plainArray(rows.map((r) => r.comment.buyer.id)),
      rows.map((r) => r.comment.text),
      packLines(rows.map((r) => r.parsed)),
      plainArray(rows.map((r) => r.comment.outcome)),
      rows.map((r) => `{${r.comment.claimIds.join(',')}}`),
      plainArray(rows.map((r) => r.batchComment.arrivedComment.byHost)),
      plainArray(rows.map((r) => r.comment.commentedAt)),
      plainArray(rows.map((r) => r.batchComment.arrivedComment.secondsOnly)),
      plainArray(rows.map((r) => r.comment.receivedAt)),
      plainArray(rows.map((r) => r.batchComment.ref)),
      rows.map((r) => r.batchComment.arrivedComment.idInBroadcast ?? null),
      packLines(rows.map(({ comment: { why } }) => (why === undefined ? null : JSON.stringify(why)))),
      packLines(rows.map((r) => r.outcomes)),
    ],
  );
}
