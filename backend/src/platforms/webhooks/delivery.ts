import { Injectable, Logger } from '@nestjs/common';
import type { PlatformAdapter, PushedComment, WebhookContent } from '@sellary/extension-kit';
import { ClaimIntake, CommentChanges, type IntakeResult } from '../../claim-engine';
import { ApiError, messageOf, orNullAfter } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { SourcePolling } from '../polling/source-polling';
import { BoundBroadcasts, type BoundShow } from './bound-broadcasts';
import { ClaimTimes } from './claim-times';

/**
 * Maximum time that pushed comments wait for earlier comments that polling has read but not yet passed on.
 */
const MAX_WAIT_MS = 2_000;

export interface DeliveryResult {
  showId: string;
  result: IntakeResult;
}

/** Submits pushed comments to the shows that have the broadcast as a source. */
@Injectable()
export class Delivery {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly broadcasts: BoundBroadcasts,
    private readonly intake: ClaimIntake,
    private readonly changes: CommentChanges,
    private readonly polling: SourcePolling,
    private readonly times: ClaimTimes,
  ) {}

  /**
   * Submits the content of a webhook. Resolves after every comment is committed. Comments without a show are
   * ignored.
   * @param workspaceId limits the delivery to the shows of this workspace
   * @throws ApiError UNAVAILABLE if a comment could not be stored, so that the platform delivers it again
   */
  async deliver(
    { comments, changes, accountsToRefresh }: WebhookContent,
    workspaceId?: string,
  ): Promise<DeliveryResult[]> {
    this.polling.refreshAccounts(accountsToRefresh);
    const platforms = new Set([
      ...comments.map(({ comment }) => comment.platform),
      ...changes.map(({ change }) => change.platform),
    ]);
    const delivered = await Promise.all(
      [...platforms].flatMap((platform) => {
        const adapter = this.adapters.find(platform);
        if (adapter === undefined) return [];
        const platformContent = {
          comments: comments.filter(({ comment }) => comment.platform === platform),
          changes: changes.filter(({ change }) => change.platform === platform),
        };
        return [this.deliverTo(adapter, platformContent, workspaceId)];
      }),
    );
    return delivered.flat();
  }

  private async deliverTo(
    adapter: PlatformAdapter,
    { comments: pushed, changes }: Pick<WebhookContent, 'comments' | 'changes'>,
    workspaceId: string | undefined,
  ): Promise<DeliveryResult[]> {
    try {
      const commentsByShow = await this.groupByShow(adapter, pushed, workspaceId, (comment, show) =>
        this.times.withClaimTime(adapter, comment, show),
      );
      const delivered = await Promise.all(
        [...commentsByShow].map(async ([{ showId }, timedComments]) => {
          const comments = await Promise.all(timedComments);
          // Comments already read by a delayed scan must be decided before these comments.
          await orNullAfter('webhooks', this.polling.decideIfStalled(showId), MAX_WAIT_MS);
          return (await this.intake.submit(showId, comments)).map((result) => ({ showId, result }));
        }),
      );
      // After the comments, because one delivery may contain a comment and its edit.
      const changesByShow = await this.groupByShow(adapter, changes, workspaceId, ({ change }, show) => ({
        ...change,
        liveId: show.liveId,
      }));
      await Promise.all(
        [...changesByShow].map(([show, showChanges]) =>
          this.changes.record(show.workspaceId, show.showId, showChanges),
        ),
      );
      return delivered.flat();
    } catch (error) {
      this.log.warn(`Comments or changes could not be stored: ${messageOf(error)}`);
      throw new ApiError(
        'UNAVAILABLE',
        'The comments could not be stored. Deliver them again.',
        undefined,
        2,
      );
    }
  }

  /**
   * Converts pushed comments or changes for each show that has their broadcast as a source. Groups them by
   * show, in order of arrival.
   */
  private async groupByShow<T extends Pick<PushedComment, 'accountId' | 'liveIds'>, U>(
    adapter: PlatformAdapter,
    pushed: T[],
    workspaceId: string | undefined,
    convert: (input: T, show: BoundShow) => U,
  ): Promise<Map<Pick<BoundShow, 'showId' | 'workspaceId'>, U[]>> {
    const origins = pushed.flatMap(({ accountId, liveIds }) =>
      liveIds.map((liveId) => ({ accountId, liveId })),
    );
    const showsByOrigin = await this.broadcasts.findShows(adapter.id, origins, workspaceId);
    const byShow = new Map<string, { show: BoundShow; converted: U[] }>();
    let from = 0;
    for (const input of pushed) {
      const shows = showsByOrigin.slice(from, (from += input.liveIds.length)).flat();
      for (const show of new Map(shows.map((bound) => [bound.showId, bound])).values()) {
        const entry = byShow.get(show.showId);
        if (entry === undefined) byShow.set(show.showId, { show, converted: [convert(input, show)] });
        else entry.converted.push(convert(input, show));
      }
    }
    return new Map([...byShow.values()].map(({ show, converted }) => [show, converted]));
  }
}
