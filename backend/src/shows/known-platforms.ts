import { Injectable } from '@nestjs/common';
import { type PlatformId, REHEARSAL } from '@sellary/contracts';
import { ApiError } from '../kernel';

/** The platforms that requests may specify. The platforms module adds the platforms it has adapters for. */
@Injectable()
export class KnownPlatforms {
  private ids: readonly PlatformId[] = [REHEARSAL];

  bind(ids: readonly PlatformId[]): void {
    this.ids = [...ids, REHEARSAL];
  }

  /**
   * @param others additional platforms that this request may specify
   * @throws ApiError VALIDATION_FAILED if the request may not specify the platform
   */
  check(platform: PlatformId, field = 'platform', others: readonly PlatformId[] = []): void {
    const allowed = [...this.ids, ...others];
    if (!allowed.includes(platform)) {
      throw ApiError.invalid(field, `platform must be one of ${allowed.join(', ')}`);
    }
  }
}
