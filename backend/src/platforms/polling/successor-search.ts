import { Logger } from '@nestjs/common';
import {
  type ListedBroadcast,
  NO_USAGE,
  type OpenConnection,
  type PlatformAdapter,
} from '@sellary/extension-kit';
import { type Clock, messageOf } from '../../kernel';
import { AFTER_END_EVERY_MS } from './broadcast-watch';
import type { SourceReadings } from './source-readings';
import type { SourceTarget } from './source-target';
import { asBroadcast } from '../adapter/broadcasts';

/**
 * Search interval while the broadcast is running, because a seller whose encoder failed may start a new
 * broadcast while the platform still shows the old one.
 */
const WHILE_RUNNING_EVERY_MS = 30_000;
/** From this usage in percent on, a source searches for another broadcast only if its own is gone. */
const LIMIT_CALLS_FROM_PERCENT = 50;

interface SuccessorServices {
  channel: { adapter(target: SourceTarget): Pick<PlatformAdapter, 'discover'> };
  readings: Pick<SourceReadings, 'findUsedIds' | 'isReplaced' | 'recordSuccessor'>;
  clock: Pick<Clock, 'now'>;
}

/** Looks for a newer broadcast from the account that a source reads. */
export class SuccessorSearch {
  private readonly log = new Logger('Polling');
  private searchedAt = Number.NEGATIVE_INFINITY;
  /** Id of the recorded successor; undefined before the first search. */
  private recordedId: string | null | undefined;

  constructor(private readonly services: SuccessorServices) {}

  /** Searches if a search is due. Never throws. @param isGone true if the broadcast is over or not found */
  async search(
    target: SourceTarget,
    connection: OpenConnection,
    isGone: boolean,
    usage = NO_USAGE,
  ): Promise<void> {
    const { channel, readings, clock } = this.services;
    const { discover } = channel.adapter(target);
    const everyMs = isGone ? AFTER_END_EVERY_MS : WHILE_RUNNING_EVERY_MS;
    const isDue =
      clock.now() - this.searchedAt >= everyMs && (isGone || usage.percent < LIMIT_CALLS_FROM_PERCENT);
    if (discover === undefined || target.status !== 'active' || !isDue) return;
    this.searchedAt = clock.now();
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
