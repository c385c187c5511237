import { Injectable, effect, inject } from '@angular/core';
import { PlatformsApi } from '../api/platforms-api';
import { SessionStore } from '../auth/session-store';
import { rememberPlatforms } from '../ui/platform-names';

/** Loads the platforms of the server when a user signs in, for their names and icons on every page. */
@Injectable({ providedIn: 'root' })
export class KnownPlatforms {
  private readonly session = inject(SessionStore);
  private readonly api = inject(PlatformsApi);

  watch(): void {
    effect(() => {
      if (this.session.phase() === 'signed-in') void this.load();
    });
  }

  private async load(): Promise<void> {
    try {
      rememberPlatforms(await this.api.all());
    } catch {
      // Names and icons of the console's own remain, and other platforms are shown by their ids.
    }
  }
}
