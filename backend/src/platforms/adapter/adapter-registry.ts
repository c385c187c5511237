import { Inject, Injectable } from '@nestjs/common';
import { ApiError } from '../../kernel';
import { PLATFORM_ADAPTERS, type PlatformAdapter } from './platform-adapter';

/** Knows which platforms are spoken. */
@Injectable()
export class AdapterRegistry {
  private readonly byPlatform: ReadonlyMap<string, PlatformAdapter>;

  constructor(@Inject(PLATFORM_ADAPTERS) readonly all: PlatformAdapter[]) {
    this.byPlatform = new Map(all.map((adapter) => [adapter.platform, adapter]));
  }

  find(platform: string): PlatformAdapter | undefined {
    return this.byPlatform.get(platform);
  }

  /** @throws ApiError NOT_FOUND */
  get(platform: string): PlatformAdapter {
    const adapter = this.find(platform);
    if (adapter === undefined) throw ApiError.notFound('platform');
    return adapter;
  }
}
