import { Injectable } from '@nestjs/common';
import { REHEARSAL, type SourceInput } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, poolReader } from '../kernel';
import { KnownPlatforms } from './known-platforms';
import { readSources } from './show-row';

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
   * Resolves a show's sources before it goes live or gets a new source: `newSources`, or else the stored
   * sources. The canonical ids reveal whether two shows have the same broadcast under different ids.
   * @returns undefined if the stored sources do not change
   * @throws any error from `completeSources`
   */
  async resolveSources(
    workspaceId: string,
    showId: string,
    newSources: SourceInput[] | undefined,
  ): Promise<SourceInput[] | undefined> {
    const sources =
      newSources === undefined
        ? await this.storedSources(showId)
        : await this.completeSources(workspaceId, newSources);
    const resolved = await Promise.all(sources.map((source) => this.resolveSource(workspaceId, source)));
    const hasChanged = resolved.some((source, index) => source.liveId !== sources[index]?.liveId);
    return newSources === undefined && !hasChanged ? undefined : resolved;
  }

  private async storedSources(showId: string): Promise<SourceInput[]> {
    const sources = (await readSources(poolReader(this.dataSource), [showId])).get(showId) ?? [];
    return sources.map(({ platform, connectionId, liveId, liveUrl }) => ({
      platform,
      ...(connectionId === null ? {} : { connectionId }),
      ...(liveId === null ? {} : { liveId }),
      ...(liveUrl === null ? {} : { liveUrl }),
    }));
  }

  private async completeSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    if (source.platform === REHEARSAL) return assertWebAddress(source);
    return this.reader === null ? source : this.reader.completeSource(workspaceId, source);
  }

  private async resolveSource(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    const { liveId } = source;
    if (source.platform === REHEARSAL || liveId === undefined || this.reader === null) return source;
    return { ...source, liveId: await this.reader.canonicalId(workspaceId, { ...source, liveId }) };
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
