import { Inject, Injectable } from '@nestjs/common';
import { MANUAL, REHEARSAL } from '@sellary/contracts';
import type { PlatformAdapter } from '@sellary/extension-kit';
import { ApiError } from '../../kernel';

/** Injection token of the list of adapters. */
export const PLATFORM_ADAPTERS = Symbol('PLATFORM_ADAPTERS');

const PLATFORM_ID = /^[a-z][a-z0-9-]{1,31}$/;
const RESERVED_IDS = new Set<string>([REHEARSAL, MANUAL]);

export const isPlatformId = (id: unknown): boolean => typeof id === 'string' && PLATFORM_ID.test(id);

/** Knows the platforms that this server has adapters for. */
@Injectable()
export class AdapterRegistry {
  private readonly byId = new Map<string, PlatformAdapter>();

  /** @throws Error if two adapters have the same id, or an id is invalid */
  constructor(@Inject(PLATFORM_ADAPTERS) readonly all: readonly PlatformAdapter[]) {
    for (const adapter of all) {
      const { id } = adapter;
      if (!isPlatformId(id) || RESERVED_IDS.has(id)) {
        throw new Error(
          `The platform id "${id}" cannot be used. Use 2 to 32 lowercase letters, digits, and hyphens.`,
        );
      }
      if (this.byId.has(id)) {
        throw new Error(`Two adapters have the platform id "${id}". Remove one of them.`);
      }
      this.byId.set(id, adapter);
    }
  }

  find(platform: string): PlatformAdapter | undefined {
    return this.byId.get(platform);
  }

  /** @throws ApiError NOT_FOUND */
  get(platform: string): PlatformAdapter {
    const adapter = this.find(platform);
    if (adapter === undefined) throw ApiError.notFound('platform');
    return adapter;
  }

  /** The app that a platform's calls count against. */
  appOf(platform: string): string {
    return this.find(platform)?.app ?? platform;
  }
}
