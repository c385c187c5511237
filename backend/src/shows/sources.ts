import { REHEARSAL, type SourceInput } from '@sellary/contracts';
import { ApiError, type Tx, uuidV7, violatedConstraint } from '../kernel';
import type { LockedShow } from './locked-show';

const withRehearsalId = (source: SourceInput): SourceInput =>
  source.platform === REHEARSAL && source.liveId === undefined
    ? { ...source, liveId: `rehearsal-${uuidV7()}` }
    : source;

/**
 * Replaces a show's broadcasts with sources completed by `BroadcastLinks`. Called under the show's lock, or
 * in the transaction that creates the show.
 * @throws ApiError VALIDATION_FAILED
 */
export async function replaceSources(
  tx: Tx,
  workspaceId: string,
  showId: string,
  sources: SourceInput[],
): Promise<void> {
  const sourcesWithIds = sources.map(withRehearsalId);
  assertSeparate(sourcesWithIds);
  await tx.query('DELETE FROM show_sources WHERE show_id = $1', [showId]);
  await tx.query(
    `INSERT INTO show_sources (id, show_id, workspace_id, position, platform, connection_id, live_id, live_url)
     SELECT s.id, $1, $2, s.position, s.platform, s.connection_id, s.live_id, s.live_url
     FROM unnest($3::uuid[], $4::int[], $5::text[], $6::uuid[], $7::text[], $8::text[]) AS s(id, position, platform, connection_id, live_id, live_url)`,
    [
      showId,
      workspaceId,
      sourcesWithIds.map(() => uuidV7()),
      sourcesWithIds.map((_, index) => index),
      sourcesWithIds.map((source) => source.platform),
      sourcesWithIds.map((source) => source.connectionId ?? null),
      sourcesWithIds.map((source) => source.liveId ?? null),
      sourcesWithIds.map((source) => source.liveUrl ?? null),
    ],
  );
}

/** Two ids of one broadcast. */
export interface BroadcastIds {
  /** The stored id, which is replaced. */
  liveId: string;
  /** The id that remains: the platform's canonical id, or the id under which the show has read the broadcast. */
  canonicalId: string;
}

/** The canonical id of a stored source's broadcast. */
export interface CanonicalId extends BroadcastIds {
  sourceId: string;
}

/**
 * Stores the canonical ids of sources that have not changed since the platform was asked, and unbinds these
 * sources. Of sources that turn out to be the same broadcast, one remains: preferably one with a connection,
 * then one whose id has not changed. Called under the show's lock, before `bindSources`.
 * @returns true if a source was changed
 */
export async function storeCanonicalIds(tx: Tx, showId: string, ids: CanonicalId[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const changed = await tx.query<{ id: string }>(
    `UPDATE show_sources s SET live_id = c.canonical_id, bound = false
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS c(id, live_id, canonical_id)
     WHERE s.show_id = $1 AND s.id = c.id AND s.live_id = c.live_id RETURNING s.id`,
    [
      showId,
      ids.map(({ sourceId }) => sourceId),
      ids.map(({ liveId }) => liveId),
      ids.map(({ canonicalId }) => canonicalId),
    ],
  );
  await tx.query(
    `DELETE FROM show_sources s USING (
       SELECT id, row_number() OVER (PARTITION BY platform, live_id ORDER BY connection_id IS NULL, id = ANY($2), position) AS place
       FROM show_sources WHERE show_id = $1 AND live_id IS NOT NULL) p
     WHERE p.id = s.id AND p.place > 1`,
    [showId, changed.map(({ id }) => id)],
  );
  return changed.length > 0;
}

/** @throws ApiError VALIDATION_FAILED if two sources are the same broadcast */
function assertSeparate(sources: SourceInput[]): void {
  const broadcasts = sources.flatMap(({ platform, liveId }) =>
    liveId === undefined ? [] : [`${platform} ${liveId}`],
  );
  if (new Set(broadcasts).size < broadcasts.length) {
    throw ApiError.invalid('sources', 'The same live video is listed twice.');
  }
}

/**
 * Appends a source completed by `BroadcastLinks`. Binds it if the show is active or paused.
 * @throws ApiError LIVE_ALREADY_BOUND if another active or paused show uses the broadcast
 */
export async function addSource({ tx, id, row }: LockedShow, input: SourceInput): Promise<void> {
  const source = withRehearsalId(input);
  const bound = row.status !== 'draft' && source.liveId !== undefined;
  await bindOrThrow(
    tx.query(
      `INSERT INTO show_sources (id, show_id, workspace_id, position, platform, connection_id, live_id, live_url, bound)
       SELECT $1, $2, $3, coalesce(max(position) + 1, 0), $4, $5, $6, $7, $8 FROM show_sources WHERE show_id = $2`,
      [
        uuidV7(),
        id,
        row.workspace_id,
        source.platform,
        source.connectionId ?? null,
        source.liveId ?? null,
        source.liveUrl ?? null,
        bound,
      ],
    ),
  );
}

export const removeSource = ({ tx, id }: LockedShow, sourceId: string): Promise<unknown> =>
  tx.query('DELETE FROM show_sources WHERE show_id = $1 AND id = $2', [id, sourceId]);

/**
 * Binds the show's broadcasts. Called under the show's lock.
 * @throws ApiError NO_SOURCE if no source has a live id (unless `allowNone`, for a paused show),
 * LIVE_ALREADY_BOUND if another active or paused show uses one of them
 */
export async function bindSources(tx: Tx, showId: string, { allowNone = false } = {}): Promise<void> {
  const bound = await bindOrThrow(
    tx.query('UPDATE show_sources SET bound = true WHERE show_id = $1 AND live_id IS NOT NULL RETURNING id', [
      showId,
    ]),
  );
  if (bound.length === 0 && !allowNone) {
    throw new ApiError('NO_SOURCE', 'The show has no live video or rehearsal. Add one first.');
  }
}

/** @throws ApiError LIVE_ALREADY_BOUND if another show uses the broadcast */
async function bindOrThrow<T>(binding: Promise<T>): Promise<T> {
  try {
    return await binding;
  } catch (error) {
    if (violatedConstraint(error) !== 'UQ_show_sources_bound_live') throw error;
    throw new ApiError(
      'LIVE_ALREADY_BOUND',
      'Another live or paused show already uses this live video. End that show, or choose another live video.',
    );
  }
}

export const unbindSources = (tx: Tx, showId: string): Promise<unknown> =>
  tx.query('UPDATE show_sources SET bound = false WHERE show_id = $1', [showId]);
