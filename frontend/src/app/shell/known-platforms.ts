import { Injectable, inject } from '@angular/core';
import { PlatformsApi } from '../api/platforms-api';
import { rememberPlatforms } from '../ui/platform-names';

/** Loads the server's platforms, so that every page can show their names and icons. */
@Injectable({ providedIn: 'root' })
export class KnownPlatforms {
  private readonly api = inject(PlatformsApi);

  async load(): Promise<void> {
    try {
      rememberPlatforms(await this.api.all());
    } catch {
      // The built-in names and icons remain. Other platforms are shown with their ids.
    }
  }
}
