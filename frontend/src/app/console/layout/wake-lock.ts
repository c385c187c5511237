import { DestroyRef, Injectable, effect, inject, untracked } from '@angular/core';
import { ConsoleStore } from '../state/console-store';

/** Keeps the screen on while the show is live, so that the operator does not miss claims on a dark tablet. */
@Injectable()
export class WakeLock {
  private readonly store = inject(ConsoleStore);
  private lock: WakeLockSentinel | null = null;
  private isWanted = false;

  constructor() {
    effect(() => {
      const isLive = this.store.state()?.show.status === 'active';
      untracked(() => void this.setWanted(isLive));
    });
    // The browser releases the lock when the page is hidden.
    const renew = (): void => void (document.visibilityState === 'visible' && this.setWanted(this.isWanted));
    document.addEventListener('visibilitychange', renew);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', renew);
      void this.setWanted(false);
    });
  }

  private async setWanted(isWanted: boolean): Promise<void> {
    this.isWanted = isWanted;
    try {
      if (!isWanted) await this.lock?.release();
      else if ('wakeLock' in navigator && (this.lock === null || this.lock.released)) {
        this.lock = await navigator.wakeLock.request('screen');
        // The show may have ended or the page may have closed in the meantime.
        if (!this.isWanted) await this.lock.release();
      }
    } catch {
      // Refused on low battery or not supported: the device's own setting applies.
    }
  }
}
