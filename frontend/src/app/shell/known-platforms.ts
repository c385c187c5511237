import { Injectable, inject } from '@angular/core';
import { PlatformsApi } from '../api/platforms-api';
import { rememberPlatforms } from '../ui/platform-names';

/** Loads the server's platforms, for their names and icons on every page. */
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
