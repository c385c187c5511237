import { Injectable, Logger } from '@nestjs/common';
import type { LiveComment, PlatformAdapter, PushedComment } from '@sellary/extension-kit';
import { runAfter, Clock, messageOf } from '../../kernel';
import { ConnectionStore } from '../connections/connection-store';
import { Throttles } from '../connections/throttles';
import { MAX_DELIVERY_DELAY_MS, type BoundShow } from './bound-broadcasts';

/**
 * Maximum difference between now and a plausible sending time. Sample deliveries and old retries exceed it.
 */
const PLAUSIBLE_MS = 3_600_000;
/** Maximum number of calls per account per minute. */
const MAX_CALLS_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
const MAX_WAIT_MS = 2_000;

/**
 * Determines when pushed comments were written, by our clock. A comment without a timestamp was written no
 * later than it was sent. If the show was paused or ended just before it was sent, the platform is asked for
 * the comment's timestamp. A delivery without such comments never waits for this call.
 */
@Injectable()
export class ClaimTimes {
  private readonly log = new Logger('Webhooks');
  /** The number of calls in the latest minute, by account. */
  private readonly calls = new Map<string, { minute: number; count: number }>();

  constructor(
    private readonly connections: ConnectionStore,
    private readonly throttles: Throttles,
    private readonly clock: Clock,
  ) {}

  async withClaimTimes(
    adapter: PlatformAdapter,
    pushed: PushedComment[],
    show: BoundShow,
  ): Promise<LiveComment[]> {
    const skewMs = show.skewMs ?? adapter.webhook?.skewMs?.() ?? 0;
    const comments = pushed.map((comment) => this.toLiveComment(comment, show, skewMs));
    const lateIndexes = pushed.flatMap(({ comment }, index) =>
      comment.writtenAt === null && isJustAfterSpan(show, comments[index]?.writtenAt ?? this.clock.now())
        ? [index]
        : [],
    );
    const times =
      lateIndexes.length === 0
        ? new Map<number, number>()
        : await this.readTimes(adapter, show, pushed, lateIndexes);
    return comments.map((comment, index) => {
      const writtenAt = times.get(index);
      return writtenAt === undefined
        ? comment
        : { ...comment, writtenAt: writtenAt - skewMs, secondsOnly: true };
    });
  }

  private toLiveComment(
    { comment, sentAt, sentAtIsWholeSecond }: PushedComment,
    { liveId }: BoundShow,
    skewMs: number,
  ): LiveComment {
    if (comment.writtenAt !== null) return { ...comment, liveId, writtenAt: comment.writtenAt - skewMs };
    const sentAtByOurClock = sentAt === null ? null : sentAt - skewMs;
    const isPlausible =
      sentAtByOurClock !== null && Math.abs(this.clock.now() - sentAtByOurClock) <= PLAUSIBLE_MS;
    // A correction is only as precise as the `Date` headers that it is based on, which is about a second.
    return isPlausible
      ? { ...comment, liveId, writtenAt: sentAtByOurClock, secondsOnly: sentAtIsWholeSecond || skewMs !== 0 }
      : { ...comment, liveId };
  }

  /**
   * Reads comment times from the platform.
   * @returns platform times in ms by index, for the comments whose time the platform reports now
   */
  private async readTimes(
    adapter: PlatformAdapter,
    show: BoundShow,
    pushed: PushedComment[],
    indexes: number[],
  ): Promise<Map<number, number>> {
    const times = new Map<number, number>();
    const { webhook } = adapter;
    if (webhook?.commentTime === undefined) return times;
    try {
      const row = await this.connections.findForSource({ ...show, platform: adapter.id });
      if (
        row?.status !== 'active' ||
        (await this.throttles.throttledUntil({
          app: adapter.app ?? adapter.id,
          accountId: row.external_account_id,
        })) > this.clock.now()
      ) {
        return times;
      }
      const connection = this.connections.open(row);
      const requests = indexes
        .slice(0, this.reserveCalls(show.accountId, indexes.length))
        .map(async (index) => {
          const time = await webhook
            .commentTime?.(connection, pushed[index]?.comment.commentId ?? '')
            .catch(() => null);
          if (time !== undefined && time !== null) times.set(index, time);
        });
      await Promise.race([Promise.all(requests), timeout()]);
    } catch (error) {
      this.log.warn(`Comment times could not be requested: ${messageOf(error)}`);
    }
    // A copy, because requests still in progress may add times later.
    return new Map(times);
  }

  /** @returns how many of the `needed` calls are allowed now */
  private reserveCalls(accountId: string, needed: number): number {
    const minute = Math.floor(this.clock.now() / MINUTE_MS);
    const before = this.calls.get(accountId);
    const used = before?.minute === minute ? before.count : 0;
    const reserved = Math.min(needed, MAX_CALLS_PER_MINUTE - used);
    if (this.calls.size > 1_000) this.calls.clear();
    this.calls.set(accountId, { minute, count: used + reserved });
    return reserved;
  }
}

/**
 * True if the show stopped counting comments shortly before `at`, so the comment may have been written in
 * time.
 */
function isJustAfterSpan({ spans }: BoundShow, at: number): boolean {
  const end = spans.at(-1)?.[1] ?? null;
  return end !== null && at >= end && at - end <= MAX_DELIVERY_DELAY_MS;
}

const timeout = (): Promise<void> =>
  new Promise((resolve) => {
    runAfter('comment times', MAX_WAIT_MS, resolve).unref();
  });
