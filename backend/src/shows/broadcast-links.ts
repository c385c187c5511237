import { Injectable } from '@nestjs/common';
import { REHEARSAL, type SourceInput } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, poolReader } from '../kernel';
import { KnownPlatforms } from './known-platforms';
import { readShow } from './show-row';
import type { CanonicalId } from './sources';

/** Resolves broadcasts. It may call a platform, so it must not be used inside a transaction. */
export interface LinkReader {
  /**
   * Checks that each connection belongs to the workspace and to its source's platform.
   * @throws ApiError NOT_FOUND (the connection)
   */
  assertConnections(workspaceId: string, sources: SourceInput[]): Promise<void>;
  /**
   * Checks a broadcast's id and address, and adds the id to a source that has only the address.
   * @throws ApiError VALIDATION_FAILED, NOT_FOUND (the connection)
   */
  completeSource(workspaceId: string, source: SourceInput): Promise<SourceInput>;
  /**
   * The one id for a broadcast in a show. This is the id under which the show has read it, because under
   * another id all its comments would be read again. Otherwise, it is the canonical id, or `source.liveId` if
   * the platform does not respond in time.
   */
  canonicalId(workspaceId: string, showId: string, source: SourceInput & { liveId: string }): Promise<string>;
}

/**
 * The port that checks connections and turns a pasted address into a broadcast id. The platforms module binds
 * it. Without a binding, sources do not change.
 */
@Injectable()
export class BroadcastLinks {
  private reader: LinkReader | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly platforms: KnownPlatforms,
  ) {}

  bind(reader: LinkReader): void {
    this.reader = reader;
  }

  /** @throws ApiError VALIDATION_FAILED (an unknown platform), and any error from the reader */
  async completeSources(workspaceId: string, sources: SourceInput[]): Promise<SourceInput[]> {
    sources.forEach(({ platform }, index) => this.platforms.check(platform, `sources.${index}.platform`));
    await this.reader?.assertConnections(workspaceId, sources);
    return Promise.all(sources.map((source) => this.completeSource(workspaceId, source)));
  }

  /**
   * Resolves the new sources of a show. The canonical ids reveal whether the show, or two shows, have the same
   * broadcast under different ids.
   * @throws any error from `completeSources`
   */
  async resolveSources(
    workspaceId: string,
    showId: string,
    newSources: SourceInput[],
  ): Promise<SourceInput[]> {
    const sources = await this.completeSources(workspaceId, newSources);
    return Promise.all(sources.map((source) => this.resolveSource(workspaceId, showId, source)));
  }

  /**
   * Returns the canonical ids of a show's stored sources, where they differ from the stored ids. Another
   * workspace's show has none.
   */
  async canonicalIds(workspaceId: string, showId: string): Promise<CanonicalId[]> {
    const show = await readShow(poolReader(this.dataSource), workspaceId, showId);
    const ids = await Promise.all(
      (show?.sources ?? []).map(async ({ id, platform, connectionId, liveId }) => {
        if (liveId === null) return [];
        const source = { platform, liveId, ...(connectionId === null ? {} : { connectionId }) };
        const canonicalId = await this.canonicalId(workspaceId, showId, source);
        return canonicalId === liveId ? [] : [{ sourceId: id, liveId, canonicalId }];
      }),
    );
    return ids.flat();
  }

  private async completeSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    if (source.platform === REHEARSAL) return assertWebAddress(source);
    return this.reader === null ? source : this.reader.completeSource(workspaceId, source);
  }

  private async resolveSource(
    workspaceId: string,
    showId: string,
    source: SourceInput,
  ): Promise<SourceInput> {
    const { liveId } = source;
    if (liveId === undefined) return source;
    return { ...source, liveId: await this.canonicalId(workspaceId, showId, { ...source, liveId }) };
  }

  private async canonicalId(
    workspaceId: string,
    showId: string,
    source: SourceInput & { liveId: string },
  ): Promise<string> {
    if (source.platform === REHEARSAL || this.reader === null) return source.liveId;
    return this.reader.canonicalId(workspaceId, showId, source);
  }
}

/**
 * Checks a rehearsal's address, which does not point to a platform but is shown to users.
 * @throws ApiError VALIDATION_FAILED
 */
function assertWebAddress(source: SourceInput): SourceInput {
  if (source.liveUrl === undefined || /^https?:\/\//i.test(source.liveUrl)) return source;
  throw ApiError.invalid('liveUrl', 'liveUrl must start with https:// or http://.');
}
