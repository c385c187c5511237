import { Injectable } from '@nestjs/common';
import { REHEARSAL, type SourceInput } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, poolReader } from '../kernel';
import { KnownPlatforms } from './known-platforms';
import { readSources } from './show-row';
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
   * A broadcast's canonical id, or `source.liveId` if the platform does not respond in time. Never throws.
   */
  canonicalId(workspaceId: string, source: SourceInput & { liveId: string }): Promise<string>;
  /** True if the show has already read the broadcast under this id. */
  wasRead(showId: string, source: { platform: string; liveId: string }): Promise<boolean>;
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
   * Resolves the new sources of a show that is, or goes, live. The canonical ids reveal whether two shows have
   * the same broadcast under different ids.
   * @throws any error from `completeSources`
   */
  async resolveSources(workspaceId: string, newSources: SourceInput[]): Promise<SourceInput[]> {
    const sources = await this.completeSources(workspaceId, newSources);
    return Promise.all(sources.map((source) => this.resolveSource(workspaceId, source)));
  }

  /**
   * Returns the canonical ids of a show's stored sources, where they differ from the stored ids. A source that
   * has been read keeps its id, because under another id all its comments would be read and decided again.
   */
  async canonicalIds(workspaceId: string, showId: string): Promise<CanonicalId[]> {
    const sources = (await readSources(poolReader(this.dataSource), [showId])).get(showId) ?? [];
    const ids = await Promise.all(
      sources.map(async ({ id, platform, connectionId, liveId }) => {
        if (liveId === null || (await this.reader?.wasRead(showId, { platform, liveId })) === true) return [];
        const source = { platform, liveId, ...(connectionId === null ? {} : { connectionId }) };
        const canonicalId = await this.canonicalId(workspaceId, source);
        return canonicalId === liveId ? [] : [{ sourceId: id, liveId, canonicalId }];
      }),
    );
    return ids.flat();
  }

  private async completeSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    if (source.platform === REHEARSAL) return assertWebAddress(source);
    return this.reader === null ? source : this.reader.completeSource(workspaceId, source);
  }

  private async resolveSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    const { liveId } = source;
    if (liveId === undefined) return source;
    return { ...source, liveId: await this.canonicalId(workspaceId, { ...source, liveId }) };
  }

  private async canonicalId(workspaceId: string, source: SourceInput & { liveId: string }): Promise<string> {
    if (source.platform === REHEARSAL || this.reader === null) return source.liveId;
    return this.reader.canonicalId(workspaceId, source);
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
