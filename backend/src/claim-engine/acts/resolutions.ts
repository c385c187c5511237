import type { Actor, Comment, CommentResolution, Resolution } from '@sellary/contracts';
import { actorName, ApiError, fromLines, packLines } from '../../kernel';
import type { LockedShow } from '../../shows';
import { type CommentRow, isOpenReview, toComment } from '../records/comment-record';

/** Result of an accepted comment. */
export type Acceptance = Pick<CommentResolution, 'outcome' | 'claimIds' | 'outcomes' | 'why'>;

/**
 * Closes reviews under the show's lock, after the act's ledger row.
 * @param accepted results by comment id; omitted if the reviews are dismissed
 */
export function closeReviews(
  show: LockedShow,
  rows: readonly CommentRow[],
  { actor, seq }: { actor: Actor; seq: number },
  accepted?: ReadonlyMap<string, Acceptance>,
): Comment[] {
  const resolution: Resolution = accepted === undefined ? 'dismissed' : 'accepted';
  const closedRows = rows.map((row) => ({
    ...row,
    resolution: {
      resolution,
      by: actor,
      at: show.at,
      actSeq: seq,
      outcome: null,
      claimIds: [],
      ...accepted?.get(row.id),
    },
  }));
  show.stats.review -= closedRows.length;
  return recordResolutions(show, closedRows, resolution, actor);
}

/** Closes pending comments with the outcomes that the engine decided, after the act's ledger row. */
export function closePendingComments(
  show: LockedShow,
  results: readonly (Pick<CommentResolution, 'outcome' | 'outcomes' | 'why'> & { row: CommentRow })[],
  { actor, seq }: { actor: Actor; seq: number },
): void {
  const rows = results.map(({ row, ...result }) => {
    // The comment's claims are already stored with it.
    const decision = { resolution: 'decided' as const, by: actor, at: show.at, actSeq: seq, claimIds: [] };
    return { ...row, resolution: { ...decision, ...result } };
  });
  recordResolutions(show, rows, 'decided', actor);
}

/** Reopens comments' reviews for an undo. */
export function reopenReviews(show: LockedShow, rows: readonly CommentRow[], actor: Actor): Comment[] {
  show.stats.review += rows.length;
  const openRows = rows.map((row) => ({ ...row, resolution: null }));
  return recordResolutions(show, openRows, 'reopened', actor);
}

function recordResolutions(
  show: LockedShow,
  rows: readonly CommentRow[],
  resolution: Resolution | 'reopened',
  actor: Actor,
): Comment[] {
  if (rows.length === 0) return [];
  const comments = rows.map(toComment);
  for (const comment of comments) show.record('review.updated', { comment, resolution }, actor);
  show.awaitAtCommit([
    show.tx.query(
      `UPDATE comments m SET resolution = r.resolution FROM unnest($1::uuid[], ${fromLines(2)}::json[]) AS r(id, resolution) WHERE m.id = r.id`,
      [
        rows.map(({ id }) => id),
        packLines(rows.map((row) => (row.resolution === null ? null : JSON.stringify(row.resolution)))),
      ],
    ),
  ]);
  return comments;
}

/**
 * @throws ApiError ALREADY_RESOLVED if the comment is not in review, with the actor and time if it was
 * resolved
 */
export function assertOpenReview(row: CommentRow): void {
  if (isOpenReview(row)) return;
  if (row.resolution === null) {
    throw new ApiError(
      'ALREADY_RESOLVED',
      `Nothing was changed. This comment is not in review: its outcome is ${row.outcome}.`,
    );
  }
  const { resolution, by, at, actSeq } = row.resolution;
  const name = actorName(by);
  throw new ApiError(
    'ALREADY_RESOLVED',
    `Nothing was changed. ${name} has already ${resolution} this comment.`,
    [
      { field: 'by', message: name },
      { field: 'at', message: at },
      { field: 'resolution', message: resolution },
      { field: 'actSeq', message: String(actSeq) },
    ],
  );
}
