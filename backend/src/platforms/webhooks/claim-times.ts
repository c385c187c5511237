import { Injectable, Logger } from '@nestjs/common';
import type { LiveComment, PlatformAdapter, PushedComment } from '@sellary/extension-kit';
import { Clock, messageOf, orNullAfter } from '../../kernel';
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
 * Determines when a pushed comment was written, by our clock. A comment without a timestamp was written no
 * later than it was sent. If the show was paused or ended just before it was sent, the platform is asked for
 * the comment's timestamp. Other comments never wait for this call.
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

  async withClaimTime(
    adapter: PlatformAdapter,
    pushed: PushedComment,
    show: BoundShow,
  ): Promise<LiveComment> {
    const skewMs = show.skewMs ?? adapter.webhook?.skewMs?.() ?? 0;
    const comment = this.toLiveComment(pushed, show, skewMs);
    const mayBeInTime =
      pushed.comment.writtenAt === null && isJustAfterSpan(show, comment.writtenAt ?? this.clock.now());
    const writtenAt = mayBeInTime ? await this.readTime(adapter, show, comment.commentId) : null;
    return writtenAt === null ? comment : { ...comment, writtenAt: writtenAt - skewMs, secondsOnly: true };
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
   * Reads a comment's time from the platform.
   * @returns platform time in ms; null if the platform does not report it now
   */
  private async readTime(
    adapter: PlatformAdapter,
    show: BoundShow,
    commentId: string,
  ): Promise<number | null> {
    const { webhook } = adapter;
    if (webhook?.commentTime === undefined || !this.reserveCall(show.accountId)) return null;
    try {
      const row = await this.connections.findForSource({ ...show, platform: adapter.id });
      if (
        row?.status !== 'active' ||
        (await this.throttles.throttledUntil({
          app: adapter.app ?? adapter.id,
          accountId: row.external_account_id,
        })) > this.clock.now()
      ) {
        return null;
      }
      const time = webhook.commentTime(this.connections.open(row), commentId).catch(() => null);
      return await orNullAfter('webhooks', time, MAX_WAIT_MS);
    } catch (error) {
      this.log.warn(`A comment's time could not be requested: ${messageOf(error)}`);
      return null;
    }
  }

  /** @returns false if the account has no call left in this minute */
  private reserveCall(accountId: string): boolean {
    const minute = Math.floor(this.clock.now() / MINUTE_MS);
    const before = this.calls.get(accountId);
    const used = before?.minute === minute ? before.count : 0;
    if (used >= MAX_CALLS_PER_MINUTE) return false;
    if (this.calls.size > 1_000) this.calls.clear();
    this.calls.set(accountId, { minute, count: used + 1 });
    return true;
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
