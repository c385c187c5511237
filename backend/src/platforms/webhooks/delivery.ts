import { Injectable, Logger } from '@nestjs/common';
import type { PlatformAdapter, PushedComment, WebhookContent } from '@sellary/extension-kit';
import { ClaimIntake, CommentChanges, type IntakeResult } from '../../claim-engine';
import { ApiError, messageOf } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { SourcePolling } from '../polling/source-polling';
import { BoundBroadcasts, type Listener } from './bound-broadcasts';
import { ClaimTimes } from './claim-times';

export interface Delivered {
  showId: string;
  result: IntakeResult;
}

/** Submits pushed comments to the shows that listen to the broadcast. */
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
   * Resolves after every comment is committed. Comments without a listening show are ignored. `workspaceId`:
   * only to shows of that workspace.
   * @throws ApiError UNAVAILABLE if a comment could not be stored: the platform delivers again.
   */
  async deliver(
    { comments, changes, accountsToRefresh }: WebhookContent,
    workspaceId?: string,
  ): Promise<Delivered[]> {
    this.polling.refreshAccounts(accountsToRefresh);
    const platforms = new Set([
      ...comments.map(({ comment }) => comment.platform),
      ...changes.map(({ change }) => change.platform),
    ]);
    const delivered = await Promise.all(
      [...platforms].flatMap((platform) => {
        const adapter = this.adapters.find(platform);
        if (adapter === undefined) return [];
        const ofPlatform = {
          comments: comments.filter(({ comment }) => comment.platform === platform),
          changes: changes.filter(({ change }) => change.platform === platform),
        };
        return [this.deliverTo(adapter, ofPlatform, workspaceId)];
      }),
    );
    return delivered.flat();
  }

  private async deliverTo(
    adapter: PlatformAdapter,
    { comments: pushed, changes }: Pick<WebhookContent, 'comments' | 'changes'>,
    workspaceId: string | undefined,
  ): Promise<Delivered[]> {
    try {
      const byShow = await this.groupByShow(adapter, pushed, workspaceId, (comment) => comment);
      const delivered = await Promise.all(
        [...byShow].map(async ([listener, ones]) => {
          const { showId } = listener;
          const comments = await this.times.withClaimTimes(adapter, ones, listener);
          // A delayed scan must not let these comments overtake the ones that it read earlier.
          this.polling.decideIfStalled(showId);
          return (await this.intake.submit(showId, comments)).map((result) => ({ showId, result }));
        }),
      );
      // After the comments, because one delivery may contain a comment and its edit.
      const changed = await this.groupByShow(adapter, changes, workspaceId, ({ change }, { liveId }) => ({
        ...change,
        liveId,
      }));
      await Promise.all(
        [...changed].map(([listener, reported]) =>
          this.changes.record(listener.workspaceId, listener.showId, reported),
        ),
      );
      return delivered.flat();
    } catch (error) {
      this.log.warn(`Comments could not be stored: ${messageOf(error)}`);
      throw new ApiError(
        'UNAVAILABLE',
        'The comments could not be stored. Deliver them again.',
        undefined,
        2,
      );
    }
  }

  /** Groups pushed comments by the shows that listen to their broadcast. */
  private async groupByShow<T extends Pick<PushedComment, 'accountId' | 'liveIds'>, U>(
    adapter: PlatformAdapter,
    pushed: T[],
    workspaceId: string | undefined,
    make: (input: T, listener: Listener) => U,
  ): Promise<Map<Listener, U[]>> {
    const addresses = pushed.flatMap(({ accountId, liveIds }) =>
      liveIds.map((liveId) => ({ accountId, liveId })),
    );
    const found = await this.broadcasts.listenersOf(adapter.id, addresses, workspaceId);
    const byShow = new Map<string, { listener: Listener; made: U[] }>();
    let at = 0;
    for (const input of pushed) {
      const listeners = found.slice(at, (at += input.liveIds.length)).flat();
      for (const listener of new Map(listeners.map((each) => [each.showId, each])).values()) {
        const known = byShow.get(listener.showId);
        if (known === undefined) byShow.set(listener.showId, { listener, made: [make(input, listener)] });
        else known.made.push(make(input, listener));
      }
    }
    return new Map([...byShow.values()].map(({ listener, made }) => [listener, made]));
  }
}
