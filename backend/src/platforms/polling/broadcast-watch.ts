import { type OpenConnection, PlatformError } from '@sellary/extension-kit';
import type { Clock } from '../../kernel';
import { isDue } from '../adapter/is-due';
import type { ReaderChannel, ProgressStore } from './source-reader';
import type { SourceTarget } from './source-target';

/** Interval between checks, short enough to show the end of a broadcast within about ten seconds. */
const STATUS_EVERY_MS = 8_000;
export const AFTER_END_EVERY_MS = 8_000;

/** Periodically checks a source's broadcast on the platform. */
export class BroadcastWatch {
  private checkedAt = Number.NEGATIVE_INFINITY;
  /** Name of another show that reads the same broadcast; null if there is none. */
  rival: string | null = null;
  /** True if the show reads the broadcast under its other id, so this source must not be read. */
  private isDuplicate = false;
  /** Time between cycles, as set in the workspace, ms; 0 before the first check. */
  intervalMs = 0;

  constructor(
    private readonly target: () => SourceTarget,
    private readonly channel: ReaderChannel,
    private readonly readings: ProgressStore,
    private readonly clock: Clock,
    /** True if no more comments will be written. */
    public isOver: boolean,
  ) {}

  /** Makes the next check due immediately. */
  refresh(): void {
    this.checkedAt = Number.NEGATIVE_INFINITY;
  }

  /** Time between cycles, ms. After the broadcast ends, it is at least `AFTER_END_EVERY_MS`. */
  get paceMs(): number {
    return this.isOver ? Math.max(this.intervalMs, AFTER_END_EVERY_MS) : this.intervalMs;
  }

  /**
   * Checks the broadcast if a check is due.
   * @returns false if the source must not be read, because the show reads the broadcast under its other id
   * @throws PlatformError only if the platform throttles calls or the sign-in has ended, because comments
   * cannot be read in those cases either
   */
  async check(connection: OpenConnection): Promise<boolean> {
    const now = this.clock.now();
    if (!isDue(now, this.checkedAt, this.isOver ? AFTER_END_EVERY_MS : STATUS_EVERY_MS)) return true;
    this.checkedAt = now;
    const target = this.target();
    this.intervalMs = await this.channel.intervalMs(target);
    const { discover } = this.channel.adapter(target);
    if (discover === undefined) {
      return this.identify(connection, null);
    }
    try {
      const broadcast = await discover.broadcast(connection, target.liveId);
      const mayRead = await this.identify(connection, broadcast.videoId);
      this.isOver = broadcast.isOver;
      return mayRead;
    } catch (error) {
      if (error instanceof PlatformError && (error.needsReconnect || error.kind === 'throttled')) throw error;
      await this.readings.identify(target, connection.externalAccountId, null);
      return !this.isDuplicate;
    }
  }

  private async identify({ externalAccountId }: OpenConnection, videoId: string | null): Promise<boolean> {
    const target = this.target();
    await this.readings.identify(target, externalAccountId, videoId);
    const rival = await this.readings.findRival(target, videoId);
    const isOwnShow = rival?.id === target.showId;
    this.rival = isOwnShow ? null : (rival?.name ?? null);
    // A source may be added under the broadcast's other id while the platform cannot be asked about it.
    this.isDuplicate = false;
    if (!isOwnShow || videoId === null || videoId === target.liveId) return true;
    const ids = rival.wasRead
      ? { liveId: target.liveId, canonicalId: videoId }
      : { liveId: videoId, canonicalId: target.liveId };
    this.isDuplicate = rival.wasRead;
    await this.channel.mergeSources(target, ids);
    // Until the poller is stopped or the merge succeeds, each cycle checks again instead of reading.
    if (rival.wasRead) this.refresh();
    return !this.isDuplicate;
  }
}
