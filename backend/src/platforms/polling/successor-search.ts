import { Logger } from '@nestjs/common';
import {
  type ListedBroadcast,
  NO_USAGE,
  type OpenConnection,
  type PlatformAdapter,
  PlatformError,
} from '@sellary/extension-kit';
import { type Clock, messageOf } from '../../kernel';
import { AFTER_END_EVERY_MS } from './broadcast-watch';
import type { SourceReadings } from './source-readings';
import type { SourceTarget } from './source-target';
import { asBroadcast } from '../adapter/broadcasts';
import { isDue } from '../adapter/is-due';
import { nextIntervalMs } from '../adapter/quota';

/**
 * Time between two searches. The search also runs while the broadcast is running, because a seller whose
 * encoder failed may start a new broadcast while the platform still shows the old one.
 */
const EVERY_MS = 30_000;
/** Time after the end in which searches are more frequent, because a new broadcast is likely to follow soon. */
const SOON_AFTER_END_MS = 5 * 60_000;
/** At or above this usage in percent, a source searches for another broadcast only if its own is gone. */
const LIMITED_AT_PERCENT = 50;

interface SuccessorServices {
  channel: { adapter(target: SourceTarget): Pick<PlatformAdapter, 'discover'> };
  readings: Pick<SourceReadings, 'findUsedIds' | 'isReplaced' | 'recordSuccessor'>;
  clock: Pick<Clock, 'now'>;
}

/** Looks for a newer broadcast from the account that a source reads. */
export class SuccessorSearch {
  private readonly log = new Logger('Polling');
  private searchedAt = Number.NEGATIVE_INFINITY;
  private goneSince: number | null = null;
  private usage = NO_USAGE;
  /** Id of the recorded successor; undefined before the first search. */
  private recordedId: string | null | undefined;

  constructor(private readonly services: SuccessorServices) {}

  /**
   * Searches if a search is due.
   * @param isGone true if the broadcast is over or not found
   * @param usage the last reported usage by default
   * @throws PlatformError only if the platform throttles calls
   */
  async search(
    target: SourceTarget,
    connection: OpenConnection,
    isGone: boolean,
    usage = this.usage,
  ): Promise<void> {
    const { channel, readings, clock } = this.services;
    const { discover } = channel.adapter(target);
    const now = clock.now();
    this.usage = usage;
    this.goneSince = isGone ? (this.goneSince ?? now) : null;
    const isSoonAfterEnd = this.goneSince !== null && !isDue(now, this.goneSince, SOON_AFTER_END_MS);
    const intervalMs = nextIntervalMs(usage, isSoonAfterEnd ? AFTER_END_EVERY_MS : EVERY_MS);
    const maySearch = isGone || usage.percent < LIMITED_AT_PERCENT;
    if (discover === undefined || target.status !== 'active' || !maySearch) return;
    if (!isDue(now, this.searchedAt, intervalMs)) return;
    this.searchedAt = now;
    try {
      // The source that replaced this one searches instead.
      if (await readings.isReplaced(target, connection.externalAccountId)) return;
      const broadcasts = await discover.listBroadcasts(connection);
      const usedIds = await readings.findUsedIds(target);
      const successor = newest(
        broadcasts.filter(
          (broadcast) => !isOneOf(usedIds, broadcast) && (isGone || beganAfter(target.startedAt, broadcast)),
        ),
      );
      const id = successor?.liveId ?? null;
      if (id === this.recordedId) return;
      await readings.recordSuccessor(target, successor === null ? null : asBroadcast(successor));
      this.recordedId = id;
    } catch (error) {
      if (error instanceof PlatformError && error.kind === 'throttled') throw error;
      this.log.debug(`Broadcasts could not be listed: ${messageOf(error)}`);
    }
  }
}

const isOneOf = (ids: ReadonlySet<string>, { liveId, videoId }: ListedBroadcast): boolean =>
  ids.has(liveId) || (videoId !== undefined && ids.has(videoId));

const beganAfter = (ms: number, { startedAt }: ListedBroadcast): boolean =>
  startedAt !== null && Date.parse(startedAt) > ms;

function newest(broadcasts: ListedBroadcast[]): ListedBroadcast | null {
  const startOf = ({ startedAt }: ListedBroadcast): number =>
    startedAt === null ? 0 : Date.parse(startedAt);
  return broadcasts.sort((a, b) => startOf(b) - startOf(a))[0] ?? null;
}
