import type { BulkCommentsResult, EmitCommentResult } from '@sellary/contracts';
import type { Call } from './answers';
import { ALL_PHRASES, ITEM_KEYS, LATE_SOURCE, type Line, pickFrom, VIEWERS } from './plan';
import type { Said } from './said';
import { bodyOf, type CommentBody, timeOf } from './spoken-comment';
import { ReportedOutcomes } from './reported-outcomes';
import type { Witness } from './witness';

/**
 * Comments of the viewers of one show: composes and sends them, and stores what callers received for each.
 */
export class SentComments {
  readonly sent: Said[] = [];
  private readonly texts = new Map<string, string>();
  private readonly reported: ReportedOutcomes;

  constructor(
    private readonly caller: () => Call,
    private readonly showId: string,
    private readonly witness: Witness,
  ) {
    this.reported = new ReportedOutcomes(witness);
  }

  compose(line: Line): CommentBody {
    const viewer = pickFrom(VIEWERS, line.user) ?? VIEWERS[0];
    const phrase = pickFrom(ALL_PHRASES, line.phrase) ?? ALL_PHRASES[0];
    const key = pickFrom(ITEM_KEYS, line.item) ?? '1';
    return this.add(
      {
        userId: viewer.userId,
        timestamp: timeOf(line.time, this.witness.oracle.spans),
        says: phrase?.says(key) ?? 'chatter',
        ...(line.late ? { source: LATE_SOURCE } : {}),
      },
      phrase?.text(key) ?? '',
    );
  }

  add(words: Omit<Said, 'commentId'>, text: string): CommentBody {
    const said = { ...words, commentId: `${this.showId}-${this.sent.length}` };
    this.sent.push(said);
    this.witness.expect(said);
    this.texts.set(said.commentId, text);
    return { ...bodyOf(said), text };
  }

  /** A comment that was sent before, `edited` or as it was; undefined before the first one. */
  again(pick: number, edited: boolean): CommentBody | undefined {
    const said = pickFrom(this.sent, pick);
    if (said === undefined) return undefined;
    // Only a comment that is already stored may return changed: of two that race, either may be first.
    const changes = edited && this.witness.oracle.knows(said.commentId);
    return { ...bodyOf(said), text: changes ? 'pass 1' : (this.texts.get(said.commentId) ?? '') };
  }

  async say(comment: CommentBody): Promise<void> {
    const { status, body } = await this.caller()<EmitCommentResult>('POST', '/api/debug/emit-comment', {
      showId: this.showId,
      ...comment,
    });
    this.reported.record(comment.commentId, status === 200 ? body.outcome : null, status);
    if (status === 200 && body.comment.commentId !== comment.commentId) {
      this.witness.reportDifference(
        `answered about ${body.comment.commentId} instead of ${comment.commentId}`,
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
