import { Injectable } from '@nestjs/common';
import {
  type Actor,
  MAX_SOURCES,
  type PlatformId,
  REHEARSAL,
  type Show,
  type Source,
  type SourceInput,
} from '@sellary/contracts';
import { actorOf, type Principal } from '../auth';
import { ApiError, isUuid, recordAudit } from '../kernel';
import { BroadcastLinks } from './broadcast-links';
import type { LockedShow } from './locked-show';
import { ShowTransactions } from './show-transactions';
import { sourcesOf, toShow } from './show-row';
import { addSource, bindSources, type BroadcastIds, removeSource, storeCanonicalIds } from './sources';

const SAME_BROADCAST: Actor = { kind: 'engine', reason: 'same broadcast' };

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
    const { workspaceId } = principal;
    const [[source = input], canonicalIds] = isUuid(showId)
      ? await Promise.all([
          this.links.resolveSources(workspaceId, showId, [input]),
          this.links.canonicalIds(workspaceId, showId),
        ])
      : [[], []];
    return this.change(principal, showId, async (show, { sources }) => {
      const idsOf = ({ id, liveId }: Source): (string | null)[] => [
        liveId,
        ...canonicalIds.flatMap(({ sourceId, canonicalId }) => (sourceId === id ? [canonicalId] : [])),
      ];
      const isKnown = sources.some((existing) =>
        idsOf(existing).some((liveId) => isSameBroadcast({ ...existing, liveId }, source)),
      );
      if (isKnown) return false;
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
    return this.showTransactions.run(principal.workspaceId, showId, (show) =>
      changeSources(show, actorOf(principal), apply),
    );
  }
}

/**
 * Merges those of a live show's sources that read this broadcast, so that one source with `ids.canonicalId`
 * remains.
 * @throws ApiError INVALID_TRANSITION, LIVE_ALREADY_BOUND
 */
export function mergeSources(show: LockedShow, platform: PlatformId, ids: BroadcastIds): Promise<Show> {
  return changeSources(show, SAME_BROADCAST, async ({ tx, id: showId }, { sources }) => {
    const repeated = sources.filter((source) => isSameBroadcast(source, { platform, liveId: ids.liveId }));
    const hasChanged = await storeCanonicalIds(
      tx,
      showId,
      repeated.map(({ id }) => ({ sourceId: id, ...ids })),
    );
    if (hasChanged) await bindSources(tx, showId);
    return hasChanged;
  });
}

/** Applies a change to the show's sources, and records it if `apply` returns true. */
async function changeSources(
  show: LockedShow,
  actor: Actor,
  apply: (show: LockedShow, before: Show) => Promise<boolean>,
): Promise<Show> {
  const before = toShow(show.currentRow(), await sourcesOf(show.tx, show.id));
  if (before.status === 'ended') {
    throw new ApiError('INVALID_TRANSITION', 'The show has ended, so its sources cannot be changed.');
  }
  if (!(await apply(show, before))) return before;
  const after = show.changedShow(await sourcesOf(show.tx, show.id));
  show.record('show.updated', { show: after }, actor);
  await recordAudit(show.tx, {
    workspaceId: show.row.workspace_id,
    actor,
    action: 'show.sources',
    entityType: 'show',
    entityId: show.id,
    showId: show.id,
    at: show.at,
    before: { sources: before.sources },
    after: { sources: after.sources },
  });
  return after;
}

/** True if both are the same broadcast. A rehearsal without an id matches any of the show's rehearsals. */
function isSameBroadcast({ platform, liveId }: Source, input: SourceInput): boolean {
  if (platform !== input.platform) return false;
  return input.liveId === undefined ? platform === REHEARSAL : liveId === input.liveId;
}
