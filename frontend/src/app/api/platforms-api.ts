import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { PlatformInfo, PlatformList } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class PlatformsApi {
  private readonly http = inject(HttpClient);

  /** Platforms that the server can read comments from. */
  async all(): Promise<PlatformInfo[]> {
    return (await firstValueFrom(this.http.get<PlatformList>('/api/platforms'))).platforms;
  }
}
