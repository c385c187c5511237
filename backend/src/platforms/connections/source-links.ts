import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import type { SourceInput } from '@sellary/contracts';
import {
  type DiscoverCapability,
  type OpenConnection,
  type PlatformAdapter,
  PlatformError,
} from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { ApiError, idOr404 } from '../../kernel';
import { BroadcastLinks, KnownPlatforms } from '../../shows';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { ConnectionStore } from './connection-store';
import { Connections } from './connections';

/** Maximum time for a lookup. A show must be able to start even if a platform is not responding. */
const MAX_LOOKUP_MS = 3_000;

/**
 * Reads a broadcast's id from a pasted address. If the account is connected, asks the platform which
 * broadcast a video belongs to.
 */
@Injectable()
export class SourceLinks implements OnModuleInit {
  constructor(
    private readonly links: BroadcastLinks,
    private readonly adapters: AdapterRegistry,
    private readonly connections: Connections,
    private readonly store: ConnectionStore,
    private readonly platforms: KnownPlatforms,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.platforms.bind(this.adapters.all.map(({ id }) => id));
    this.links.bind({
      assertConnections: (workspaceId, sources) => this.assertConnections(workspaceId, sources),
      completeSource: (workspaceId, source) => this.completeSource(workspaceId, source),
      canonicalId: (workspaceId, showId, source) => this.canonicalId(workspaceId, showId, source),
    });
  }

  private async assertConnections(workspaceId: string, sources: SourceInput[]): Promise<void> {
    const linkedSources = sources.flatMap(({ connectionId, platform }) =>
      connectionId === undefined ? [] : [{ id: idOr404(connectionId, 'connection'), platform }],
    );
    if (linkedSources.length === 0) return;
    const actualPlatforms = await this.store.platformsOf(
      workspaceId,
      linkedSources.map(({ id }) => id),
    );
    for (const { id, platform } of linkedSources) {
      if (actualPlatforms.get(id) !== platform) throw ApiError.notFound(`${platform} connection`);
    }
  }

  private async completeSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    const { liveId, liveUrl } = source;
    const { label, discover } = this.adapters.get(source.platform);
    if (discover === undefined) {
      if (liveUrl !== undefined) {
        throw ApiError.invalid('liveUrl', `Links to ${label} cannot be read. Enter the live video's ID.`);
      }
      return source;
    }
    const address = liveUrl === undefined ? null : addressOn(discover.hosts, liveUrl);
    if (liveId !== undefined) {
      if (!discover.isId(liveId)) {
        throw ApiError.invalid('liveId', `This is not the link or ID of a live video on ${label}.`);
      }
      if (liveUrl !== undefined && address === null) {
        throw ApiError.invalid(
          'liveUrl',
          `This is not a link to ${label}. Paste the link to the live video.`,
        );
      }
      return source;
    }
    if (liveUrl === undefined) return source;
    const pastedId = parsedId(discover, liveUrl);
    // The pasted text may be an id or an embed code; only an address is stored as `liveUrl`.
    const { liveUrl: _, ...rest } = source;
    const completed = await this.withCanonicalId(workspaceId, rest, pastedId);
    return address === null ? completed : { ...completed, liveUrl: address };
  }

  private async withCanonicalId(
    workspaceId: string,
    source: SourceInput,
    pastedId: string,
  ): Promise<SourceInput> {
    if (source.connectionId === undefined) return { ...source, liveId: pastedId };
    const connectionId = idOr404(source.connectionId, 'connection');
    // Both the video's id and the broadcast's id give access to the comments. A single canonical id makes it
    // possible to detect that two shows read the same broadcast.
    const liveId = await this.connections
      .withConnection(workspaceId, connectionId, (connection, adapter) =>
        resolveId(adapter, connection, pastedId),
      )
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.code !== 'NOT_FOUND') return pastedId;
        throw error;
      });
    return { ...source, liveId };
  }

  private async canonicalId(
    workspaceId: string,
    showId: string,
    source: SourceInput & { liveId: string },
  ): Promise<string> {
    const { platform, liveId, connectionId = null } = source;
    const readings = await this.dataSource.query<Reading[]>(
      `SELECT r.live_id AS "liveId", r.video_id AS "videoId" FROM source_readings r WHERE r.show_id = $1 AND r.platform = $2
       ORDER BY r.live_id NOT IN (SELECT s.live_id FROM show_sources s WHERE s.show_id = $1 AND s.live_id IS NOT NULL), r.last_read_at IS NULL, r.live_id`,
      [showId, platform],
    );
    /** The given id, then the canonical id and the video's id, if the platform reports them in time. */
    const ids = [liveId];
    const canonicalId = (): string => idIn(readings, ids) ?? ids[1] ?? liveId;
    if (idIn(readings, ids) !== undefined) return canonicalId();
    const timer = new AbortController();
    const timeout = wait(MAX_LOOKUP_MS, undefined, { signal: timer.signal, ref: false });
    const lookup = this.store
      .findForSource({ workspaceId, platform, connectionId, accountId: null })
      .then((row) =>
        row === null
          ? undefined
          : this.connections.withConnection(workspaceId, row.id, async (connection, adapter) => {
              const id = await resolveId(adapter, connection, liveId);
              ids.push(id);
              if (readings.length === 0 || idIn(readings, ids) !== undefined) return;
              const { videoId = null } = (await adapter.discover?.broadcast(connection, id)) ?? {};
              if (videoId !== null) ids.push(videoId);
            }),
      );
    await Promise.race([lookup, timeout])
      .catch(() => undefined)
      .finally(() => timer.abort());
    return canonicalId();
  }
}

/** A broadcast that a show has read: the id under which it was read, and its video's id, if known. */
interface Reading {
  liveId: string;
  videoId: string | null;
}

/** The id under which the broadcast with one of these ids was read; the first, if it was read under both. */
function idIn(readings: Reading[], ids: string[]): string | undefined {
  const allIds = readings
    .map(({ liveId, videoId }) => [liveId, videoId])
    .filter((pair) => pair.some((id) => id !== null && ids.includes(id)))
    .flat();
  return readings.find(({ liveId }) => allIds.includes(liveId))?.liveId;
}

const resolveId = ({ discover }: PlatformAdapter, connection: OpenConnection, id: string): Promise<string> =>
  discover?.resolveId(connection, id) ?? Promise.resolve(id);

/** @throws ApiError VALIDATION_FAILED, whose message says what to paste instead */
function parsedId(discover: DiscoverCapability, liveUrl: string): string {
  try {
    return discover.parseLink(liveUrl);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw ApiError.invalid('liveUrl', error.forPeople);
  }
}

/** Reads pasted text as an http(s) address on one of the hosts, or returns null if it is not one. */
function addressOn(hosts: readonly string[], text: string): string | null {
  const address = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  const isOnHost = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return isOnHost && username === '' ? address : null;
}
