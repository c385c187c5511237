import { Injectable, inject } from '@angular/core';
import type { Show } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ShowsApi } from '../api/shows-api';
import { LazyDialogs } from '../ui/lazy-dialogs';
import type { OpenCounts } from './end-show-dialog';

export type LifecycleAction = 'activate' | 'pause' | 'resume' | 'stop';

/** Names of the failures: the change of status that did not happen. */
export const LIFECYCLE_FAILURES: Readonly<Record<LifecycleAction, string>> = {
  activate: $localize`:@@console.failure.go-live:Not live`,
  pause: $localize`:@@console.failure.pause:Not paused`,
  resume: $localize`:@@console.failure.resume:Not resumed`,
  stop: $localize`:@@console.failure.end:Not ended`,
};

/** Starts, pauses, resumes, and ends a show, for the show page and the console. */
@Injectable({ providedIn: 'root' })
export class ShowLifecycle {
  private readonly api = inject(ShowsApi);
  private readonly dialogs = inject(LazyDialogs);

  activate(id: string): Promise<Show> {
    return this.api.activate(id);
  }

  pause(id: string): Promise<Show> {
    return this.api.transition(id, 'pause');
  }

  resume(id: string): Promise<Show> {
    return this.api.transition(id, 'resume');
  }

  /** Ends the show after confirmation. Returns null if the user keeps selling. */
  async stop(id: string, openCounts: OpenCounts): Promise<Show | null> {
    const dialog = await this.dialogs.open<unknown, OpenCounts, boolean>(
      async () => (await import('./end-show-dialog')).EndShowDialog,
      { data: openCounts, width: '28rem', role: 'alertdialog' },
    );
    const isConfirmed = dialog !== null && (await firstValueFrom(dialog.afterClosed())) === true;
    return isConfirmed ? this.api.transition(id, 'stop') : null;
  }
}
