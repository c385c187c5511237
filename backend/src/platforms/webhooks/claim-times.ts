import { Injectable, Logger } from '@nestjs/common';
import type { LiveComment, PlatformAdapter, PushedComment } from '@sellary/extension-kit';
import { after, Clock, messageOf } from '../../kernel';
import { ConnectionStore } from '../connections/connection-store';
import { Throttles } from '../connections/throttles';
import { LATE_DELIVERY_MS, type Listener } from './bound-broadcasts';

/**
 * Maximum distance of a plausible sending time: samples and old retries do not reveal the comment's time.
 */
const PLAUSIBLE_MS = 3_600_000;
/** Maximum number of calls per minute and account. */
const MAX_CALLS_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
const MAX_WAIT_MS = 2_000;

/**
 * Determines when pushed comments were written, by our clock. A comment without its own time was written no
 * later than it was sent. If the time of sending no longer counts, because the show was paused or
 * ended just before, the platform is asked for the comment's own time; claims that count anyway never wait
 * for this call.
 */
@Injectable()
export class ClaimTimes {
  private readonly log = new Logger('Webhooks');
  /** Calls by account: the minute, and the number of calls in it. */
  private readonly asked = new Map<string, { minute: number; questions: number }>();

  constructor(
    private readonly connections: ConnectionStore,
    private readonly throttles: Throttles,
    private readonly clock: Clock,
  ) {}

  async withClaimTimes(
    adapter: PlatformAdapter,
    pushed: PushedComment[],
    listener: Listener,
  ): Promise<LiveComment[]> {
    const skewMs = listener.skewMs ?? adapter.webhook?.skewMs?.() ?? 0;
    const comments = pushed.map((comment) => this.toLiveComment(comment, listener, skewMs));
    const doubtful = pushed.flatMap(({ comment }, index) =>
      comment.writtenAt === null && justMissed(listener, comments[index]?.writtenAt ?? this.clock.now())
        ? [index]
        : [],
    );
    const times =
      doubtful.length === 0 ? new Map<number, number>() : await this.ask(adapter, listener, pushed, doubtful);
    return comments.map((comment, index) => {
      const writtenAt = times.get(index);
      return writtenAt === undefined
        ? comment
        : { ...comment, writtenAt: writtenAt - skewMs, secondsOnly: true };
    });
  }

  private toLiveComment(
    { comment, sentAt, sentAtIsWholeSecond }: PushedComment,
    { liveId }: Listener,
    skewMs: number,
  ): LiveComment {
    if (comment.writtenAt !== null) return { ...comment, liveId, writtenAt: comment.writtenAt - skewMs };
    const ours = sentAt === null ? null : sentAt - skewMs;
    const plausible = ours !== null && Math.abs(this.clock.now() - ours) <= PLAUSIBLE_MS;
    // A correction is only as precise as the `Date` headers that it is based on: about a second.
    return plausible
      ? { ...comment, liveId, writtenAt: ours, secondsOnly: sentAtIsWholeSecond || skewMs !== 0 }
      : { ...comment, liveId };
  }

  /**
   * @returns the comments' own times by index, platform time, ms; without those that the platform does not
   * report now.
   */
  private async ask(
    adapter: PlatformAdapter,
    listener: Listener,
    pushed: PushedComment[],
    indexes: number[],
  ): Promise<Map<number, number>> {
    const times = new Map<number, number>();
    const { webhook } = adapter;
    if (webhook?.commentTime === undefined) return times;
    try {
      const row = await this.connections.findForSource({ ...listener, platform: adapter.id });
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
      const answers = indexes
        .slice(0, this.grantQuestions(listener.accountId, indexes.length))
        .map(async (index) => {
          const time = await webhook
            .commentTime?.(connection, pushed[index]?.comment.commentId ?? '')
            .catch(() => null);
          if (time !== undefined && time !== null) times.set(index, time);
        });
      await Promise.race([Promise.all(answers), waitLimit()]);
    } catch (error) {
      this.log.warn(`Comment times could not be requested: ${messageOf(error)}`);
    }
    return new Map(times);
  }

  /** Number of calls allowed now. */
  private grantQuestions(accountId: string, wanted: number): number {
    const minute = Math.floor(this.clock.now() / MINUTE_MS);
    const before = this.asked.get(accountId);
    const used = before?.minute === minute ? before.questions : 0;
    const granted = Math.min(wanted, MAX_CALLS_PER_MINUTE - used);
    if (this.asked.size > 1_000) this.asked.clear();
    this.asked.set(accountId, { minute, questions: used + granted });
    return granted;
  }
}

/** True if the show stopped counting so shortly before that the comment may have been made in time. */
function justMissed({ spans }: Listener, at: number): boolean {
  const end = spans.at(-1)?.[1] ?? null;
  return end !== null && at >= end && at - end <= LATE_DELIVERY_MS;
}

const waitLimit = (): Promise<void> =>
  new Promise((resolve) => {
    after('comment times', MAX_WAIT_MS, resolve).unref();
  });
