import { Injectable, inject } from '@angular/core';
import type { PlatformInfo, PlatformList } from '@sellary/contracts';
import { ApiClient } from './api-client';

@Injectable({ providedIn: 'root' })
export class PlatformsApi {
  private readonly client = inject(ApiClient);

  /** Platforms that the server can read comments from. */
  async all(): Promise<PlatformInfo[]> {
    return (await this.client.get<PlatformList>('/api/platforms')).platforms;
  }
}
