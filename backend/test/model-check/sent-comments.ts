import type { BulkCommentsResult, EmitCommentResult } from '@sellary/contracts';
import type { Call } from './wave-requests';
import { ALL_PHRASES, ITEM_KEYS, LATE_SOURCE, type CommentPlan, pickFrom, VIEWERS } from './plan';
import type { ViewerComment } from './viewer-comment';
import { bodyOf, type CommentBody, timeOf } from './planned-comment';
import { ReportedOutcomes } from './reported-outcomes';
import type { Witness } from './witness';

/** Composes and sends the comments of a show's viewers, and stores the outcomes that callers received. */
export class SentComments {
  readonly sent: ViewerComment[] = [];
  private readonly texts = new Map<string, string>();
  private readonly reported: ReportedOutcomes;

  constructor(
    private readonly caller: () => Call,
    private readonly showId: string,
    private readonly witness: Witness,
  ) {
    this.reported = new ReportedOutcomes(witness);
  }

  compose(plan: CommentPlan): CommentBody {
    const viewer = pickFrom(VIEWERS, plan.user) ?? VIEWERS[0];
    const phrase = pickFrom(ALL_PHRASES, plan.phrase) ?? ALL_PHRASES[0];
    const key = pickFrom(ITEM_KEYS, plan.item) ?? '1';
    return this.add(
      {
        userId: viewer.userId,
        timestamp: timeOf(plan.time, this.witness.oracle.spans),
        meaning: phrase?.meaning(key) ?? 'chatter',
        ...(plan.isLate ? { source: LATE_SOURCE } : {}),
      },
      phrase?.text(key) ?? '',
    );
  }

  add(planned: Omit<ViewerComment, 'commentId'>, text: string): CommentBody {
    const comment = { ...planned, commentId: `${this.showId}-${this.sent.length}` };
    this.sent.push(comment);
    this.witness.registerComment(comment);
    this.texts.set(comment.commentId, text);
    return { ...bodyOf(comment), text };
  }

  /** Returns an earlier comment, edited or unchanged, or undefined if none has been sent. */
  redelivery(pick: number, edited: boolean): CommentBody | undefined {
    const comment = pickFrom(this.sent, pick);
    if (comment === undefined) return undefined;
    // Only a comment that is already stored may be edited, because either of two racing copies may be stored.
    const isEdited = edited && this.witness.oracle.knows(comment.commentId);
    return { ...bodyOf(comment), text: isEdited ? 'pass 1' : (this.texts.get(comment.commentId) ?? '') };
  }

  async say(comment: CommentBody): Promise<void> {
    const { status, body } = await this.caller()<EmitCommentResult>('POST', '/api/debug/emit-comment', {
      showId: this.showId,
      ...comment,
    });
    this.reported.record(comment.commentId, status === 200 ? body.outcome : null, status);
    if (status === 200 && body.comment.commentId !== comment.commentId) {
      this.witness.reportDifference(
        `the response contains comment ${body.comment.commentId} instead of ${comment.commentId}`,
      );
    }
  }

  async bulk(comments: CommentBody[]): Promise<void> {
    const { status, body } = await this.caller()<BulkCommentsResult>('POST', '/api/debug/bulk-comments', {
      showId: this.showId,
      comments,
    });
    comments.forEach(({ commentId }, index) => {
      const result = status === 200 ? body.results[index] : undefined;
      this.reported.record(commentId, result?.commentId === commentId ? result.outcome : null, status);
    });
  }

  compareOutcomes(): void {
    this.reported.compare();
  }
}
