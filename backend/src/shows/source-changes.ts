import { Injectable } from '@nestjs/common';
import { MAX_SOURCES, REHEARSAL, type Show, type Source, type SourceInput } from '@sellary/contracts';
import { actorOf, type Principal } from '../auth';
import { ApiError, isUuid, recordAudit } from '../kernel';
import { BroadcastLinks } from './broadcast-links';
import type { LockedShow } from './locked-show';
import { ShowTransactions } from './show-transactions';
import { readSources, toShow } from './show-row';
import { addSource, removeSource } from './sources';

/**
 * Adds and removes a show's sources one at a time, even while the show is live. If two operators press the
 * same button, the show changes once.
 */
@Injectable()
export class SourceChanges {
  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly links: BroadcastLinks,
  ) {}

  /**
   * Adds a source. Earlier comments in its broadcast are also read, with the times at which they were
   * written.
   * @returns the show, unchanged if it already has the source
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED, INVALID_TRANSITION, LIMIT_REACHED, LIVE_ALREADY_BOUND
   */
  async add(principal: Principal, showId: string, input: SourceInput): Promise<Show> {
    const [source = input] = isUuid(showId)
      ? await this.links.resolveSources(principal.workspaceId, [input])
      : [];
    return this.change(principal, showId, async (show, { sources }) => {
      if (sources.some((existing) => isSameBroadcast(existing, source))) return false;
      if (show.row.status !== 'draft' && source.liveId === undefined && source.platform !== REHEARSAL) {
        throw ApiError.invalid('liveId', "Enter the broadcast's ID or link.");
      }
      if (sources.length >= MAX_SOURCES) {
        throw new ApiError(
          'LIMIT_REACHED',
          `The show has ${MAX_SOURCES} sources, which is the maximum. Remove one that has ended.`,
        );
      }
      await addSource(show, source);
      return true;
    });
  }

  /**
   * Removes a source. Comments that have already arrived keep their claims. Later comments are not read.
   * @throws ApiError NOT_FOUND, INVALID_TRANSITION, NO_SOURCE
   */
  remove(principal: Principal, showId: string, sourceId: string): Promise<Show> {
    return this.change(principal, showId, async (show, { sources }) => {
      if (!sources.some(({ id }) => id === sourceId)) throw ApiError.notFound('source');
      const hasOtherBroadcast = sources.some(({ id, liveId }) => id !== sourceId && liveId !== null);
      if (show.row.status === 'active' && !hasOtherBroadcast) {
        throw new ApiError(
          'NO_SOURCE',
          'A live show needs a source. Add another one first, or pause or end the show.',
        );
      }
      await removeSource(show, sourceId);
      return true;
    });
  }

  private change(
    principal: Principal,
    showId: string,
    apply: (show: LockedShow, before: Show) => Promise<boolean>,
  ): Promise<Show> {
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const currentShow = async (): Promise<Show> =>
        toShow(show.currentRow(), (await readSources(show.tx, [showId])).get(showId) ?? []);
      const before = await currentShow();
      if (before.status === 'ended') {
        throw new ApiError('INVALID_TRANSITION', 'The show has ended, so its sources cannot be changed.');
      }
      if (!(await apply(show, before))) return before;
      const actor = actorOf(principal);
      const after = { ...(await currentShow()), updatedAt: show.at, lastSeq: show.lastSeq + 1 };
      show.record('show.updated', { show: after }, actor);
      await recordAudit(show.tx, {
        workspaceId: principal.workspaceId,
        actor,
        action: 'show.sources',
        entityType: 'show',
        entityId: showId,
        showId,
        at: show.at,
        before: { sources: before.sources },
        after: { sources: after.sources },
      });
      return after;
    });
  }
}

/** True if both are the same broadcast. A rehearsal without an id matches any of the show's rehearsals. */
function isSameBroadcast({ platform, liveId }: Source, input: SourceInput): boolean {
  if (platform !== input.platform) return false;
  return input.liveId === undefined ? platform === REHEARSAL : liveId === input.liveId;
}
