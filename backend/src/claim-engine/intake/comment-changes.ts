import { Injectable } from '@nestjs/common';
import type { ReportedChange } from '@sellary/extension-kit';
import type { LockedShow } from '../../shows';
import { ShowTransactions } from '../../shows';
import { cleanText } from '../domain/grammar';
import { applyDeletion } from '../acts/deleted-comments';
import { isErased } from '../erasure/redaction';
import {
  COMMENT_SELECT,
  commentParameters,
  type CommentRow,
  COMMENT_BY_PLATFORM_ID,
  toComment,
} from '../records/comment-record';

type Marks = Pick<CommentRow, 'editedText' | 'deletedAt' | 'hiddenAt'> & { editedAt: Date | null };

/**
 * Records that comments were edited, deleted, or hidden. A change never causes a comment to be decided again,
 * but the show's rules may release or flag a deleted comment's claims.
 */
@Injectable()
export class CommentChanges {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * Resolves after COMMIT. Repeated changes and changes to comments that are not stored are ignored.
   * @throws ApiError NOT_FOUND, UNAVAILABLE
   */
  async record(workspaceId: string, showId: string, changes: ReportedChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.showTransactions.run(workspaceId, showId, async (show) => {
      for (const change of changes) await recordChange(show, change);
    });
  }
}

async function recordChange(show: LockedShow, change: ReportedChange): Promise<void> {
  const [row] = await show.tx.query<CommentRow & { editedAt: Date | null }>(
    `SELECT r.*, e.edited_at AS "editedAt" FROM (${COMMENT_SELECT} WHERE ${COMMENT_BY_PLATFORM_ID}) r
     JOIN comments e ON e.id = r.id`,
    commentParameters(show.id, change),
  );
  // An erased viewer's texts are gone, so any text would look like an edit.
  if (row === undefined || isErased(row.platformUserId)) return;
  const marks = marksAfter(row, change, new Date(change.at ?? Date.parse(show.at)));
  if (marks === null) return;
  await show.tx.query(
    'UPDATE comments SET edited_text = $2, edited_at = $3, deleted_at = $4, hidden_at = $5 WHERE id = $1',
    [row.id, marks.editedText, marks.editedAt, marks.deletedAt, marks.hiddenAt],
  );
  show.record('comment.updated', {
    comment: toComment({ ...row, ...marks }),
    change: change.change,
    editedAt: marks.editedAt?.toISOString() ?? null,
  });
  if (change.change === 'deleted') await applyDeletion(show, row.id);
}

/**
 * The marks after a change, or null if they do not change. Changes arrive in any order, and an older edit
 * does not overwrite a newer one.
 */
function marksAfter(
  row: CommentRow & { editedAt: Date | null },
  change: ReportedChange,
  at: Date,
): Marks | null {
  const { editedText, editedAt, deletedAt, hiddenAt } = row;
  const marks: Marks = { editedText, editedAt, deletedAt, hiddenAt };
  switch (change.change) {
    case 'edited': {
      const text = cleanText(change.text);
      if (text === (editedText ?? row.text) || (editedAt !== null && at < editedAt)) return null;
      return { ...marks, editedText: text, editedAt: at };
    }
    case 'deleted':
      return deletedAt === null ? { ...marks, deletedAt: at } : null;
    case 'hidden':
      return hiddenAt === null ? { ...marks, hiddenAt: at } : null;
    case 'unhidden':
      return hiddenAt === null ? null : { ...marks, hiddenAt: null };
  }
}
