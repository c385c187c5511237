import type { Broadcast } from '../world/shapes';
import type { Crowd, CrowdOptions } from './crowd';

type RunningCrowd = Pick<Crowd, 'broadcast' | 'isOver' | 'stop'>;

const DEFAULT_UNREAD_LIMIT_MS = 60_000;

/**
 * Starts a crowd in every broadcast that a client reads, and stops it after a minute without a read, so that
 * a new user who activates a show sees comments, and an unused simulator is silent.
 */
export class CrowdsOnDemand {
  private readonly readAt = new Map<string, number>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly startIfNone: (broadcast: Broadcast, options: CrowdOptions) => RunningCrowd | null,
    private readonly options: CrowdOptions,
    private readonly unreadLimitMs = DEFAULT_UNREAD_LIMIT_MS,
  ) {}

  recordRead(broadcast: Broadcast): void {
    this.readAt.set(broadcast.id, Date.now());
    if (broadcast.status !== 'LIVE') return;
    const crowd = this.startIfNone(broadcast, this.options);
    if (crowd !== null) this.stopWhenUnread(crowd);
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private stopWhenUnread(crowd: RunningCrowd): void {
    const timer = setInterval(() => {
      const unreadMs = Date.now() - (this.readAt.get(crowd.broadcast.id) ?? 0);
      if (!crowd.isOver && unreadMs < this.unreadLimitMs) return;
      clearInterval(timer);
      this.timers.delete(timer);
      void crowd.stop();
    }, this.unreadLimitMs / 4).unref();
    this.timers.add(timer);
  }
}
