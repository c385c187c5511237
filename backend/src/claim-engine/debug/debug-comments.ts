import { Injectable } from '@nestjs/common';
import type {
  BulkComment,
  BulkCommentsRequest,
  BulkCommentsResult,
  EmitCommentRequest,
  EmitCommentResult,
  Source,
} from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ApiError, idOr404, poolReader, uuidV7 } from '../../kernel';
import { KnownPlatforms, readShow } from '../../shows';
import type { IntakeResult } from '../intake/batch-record';
import { ClaimIntake } from '../intake/claim-intake';
import { ClaimReads } from '../reads/claim-reads';

const MAX_DELAY_MS = 60_000;
/** User id that marks a comment as the seller's. */
const HOST_USER_ID = 'host';

/** Submits comments from a developer or a rehearsal through the same intake as platform comments. */
@Injectable()
export class DebugComments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: ClaimIntake,
    private readonly reads: ClaimReads,
    private readonly platforms: KnownPlatforms,
  ) {}

  /** @throws ApiError NOT_FOUND, VALIDATION_FAILED */
  async emit(workspaceId: string, request: EmitCommentRequest): Promise<EmitCommentResult> {
    if (request.platform !== undefined) this.platforms.check(request.platform);
    const showId = idOr404(request.showId, 'show');
    const liveComment = toLiveComment(await this.sources(workspaceId, showId), request);
    const [result] = await this.intake.submit(showId, [liveComment]);
    if (result === undefined) throw new Error('The comment has no result');
    const comment =
      result.comment ??
      (await this.reads.commentByPlatformId(showId, liveComment.platform, liveComment.commentId));
    if (comment === null) throw ApiError.notFound('comment');
    const { outcome, claims, promoted } = result;
    return {
      outcome,
      ...(claims[0] === undefined ? {} : { claim: claims[0] }),
      claims,
      ...(promoted[0] === undefined ? {} : { promoted: promoted[0] }),
      comment,
    };
  }

  /**
   * Submits comments in the given order. Comments between two delays arrive together.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED
   */
  async bulk(workspaceId: string, request: BulkCommentsRequest): Promise<BulkCommentsResult> {
    const total = request.comments.reduce((sum, comment) => sum + (comment.delay ?? 0), 0);
    if (total > MAX_DELAY_MS) {
      throw ApiError.invalid(
        'comments',
        `The delays add up to ${total} ms. The maximum is ${MAX_DELAY_MS} ms.`,
      );
    }
    request.comments.forEach(({ platform }, index) => {
      if (platform !== undefined) this.platforms.check(platform, `comments.${index}.platform`);
    });
    const showId = idOr404(request.showId, 'show');
    const sources = await this.sources(workspaceId, showId);
    const results: IntakeResult[] = [];
    let batch: LiveComment[] = [];
    const flush = async (): Promise<void> => {
      results.push(...(await this.intake.submit(showId, batch)));
      batch = [];
    };
    for (const comment of request.comments) {
      if (comment.delay !== undefined && comment.delay > 0) {
        await flush();
        await wait(comment.delay);
      }
      batch.push(toLiveComment(sources, comment));
    }
    await flush();
    const outcomes: BulkCommentsResult['outcomes'] = {};
    for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    return {
      processed: results.length,
      outcomes,
      results: results.map(({ commentId, outcome }) => ({ commentId, outcome })),
    };
  }

  private async sources(workspaceId: string, showId: string): Promise<Source[]> {
    const show = await readShow(poolReader(this.dataSource), workspaceId, showId);
    if (show === null) throw ApiError.notFound('show');
    return show.sources;
  }
}

function toLiveComment(sources: Source[], comment: BulkComment | EmitCommentRequest): LiveComment {
  const source = sources.find(({ platform }) => platform === comment.platform) ?? sources[0];
  const { timestamp } = comment;
  return {
    platform: comment.platform ?? source?.platform ?? 'rehearsal',
    liveId: comment.liveId ?? source?.liveId ?? 'rehearsal',
    commentId: comment.commentId ?? uuidV7(),
    author: {
      userId: comment.userId,
      handle: comment.userHandle.replaceAll('\0', '').trim() || comment.userId,
    },
    text: comment.text,
    writtenAt: timestamp === undefined ? null : Date.parse(timestamp),
    secondsOnly: timestamp !== undefined && !timestamp.includes('.'),
    byHost: comment.userId === HOST_USER_ID,
  };
}
