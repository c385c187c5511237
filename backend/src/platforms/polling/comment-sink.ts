import { Injectable, Logger } from '@nestjs/common';
import type { ReadComment, ReportedChange } from '@sellary/extension-kit';
import { ClaimIntake, CommentChanges } from '../../claim-engine';
import type { SourceTarget } from './source-target';

/** Submits polled comments to the claim engine. */
@Injectable()
export class CommentSink {
  private readonly log = new Logger('Polling');

  constructor(
    private readonly intake: ClaimIntake,
    private readonly changes: CommentChanges,
  ) {}

  /**
   * Submits comments. Resolves after COMMIT. Converts claim times to our clock, because a show's start and
   * end are times of our clock, too.
   * @param skewMs how far the platform's clock is ahead
   */
  async submit(target: SourceTarget, comments: ReadComment[], skewMs: number): Promise<void> {
    const { platform, liveId } = target;
    const usable = comments.filter(isUsable);
    if (usable.length < comments.length) {
      this.log.warn(`${platform} ${liveId} returned ${comments.length - usable.length} unusable comments`);
    }
    if (usable.length === 0) return;
    await this.intake.submit(
      target.showId,
      usable.map((comment) => ({ ...comment, platform, liveId, writtenAt: comment.writtenAt - skewMs })),
    );
  }

  /** Submits edits and deletions that the platform reports with its comments. Resolves after COMMIT. */
  async submitChanges(target: SourceTarget, changes: ReportedChange[]): Promise<void> {
    if (changes.length === 0) return;
    const { platform, liveId } = target;
    await this.changes.record(
      target.workspaceId,
      target.showId,
      changes.map((change) => ({ ...change, platform, liveId })),
    );
  }

  /** Submits stored comments that were read again with different text. Resolves after COMMIT. */
  async submitEdits(target: SourceTarget, comments: ReadComment[]): Promise<void> {
    const edits = comments.map(({ platform, commentId, idInBroadcast, text }) => ({
      platform,
      liveId: target.liveId,
      commentId,
      at: null,
      change: 'edited' as const,
      text,
      ...(idInBroadcast === undefined ? {} : { idInBroadcast }),
    }));
    await this.changes.record(target.workspaceId, target.showId, edits);
  }
}

/**
 * True if a comment can be stored. A comment that cannot be stored would block all comments from its source.
 */
const isUsable = ({ commentId, text, writtenAt }: ReadComment): boolean =>
  typeof commentId === 'string' && commentId !== '' && typeof text === 'string' && Number.isFinite(writtenAt);
