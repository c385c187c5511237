import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Show } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ShowsApi } from '../api/shows-api';
import { EndShowDialog, type OpenClaims } from './end-show-dialog';

/** Starts, pauses, resumes, and ends a show, for its page and for the console. */
@Injectable({ providedIn: 'root' })
export class ShowLifecycle {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject(MatDialog);

  activate(id: string): Promise<Show> {
    return this.api.activate(id);
  }

  pause(id: string): Promise<Show> {
    return this.api.transition(id, 'pause');
  }

  resume(id: string): Promise<Show> {
    return this.api.transition(id, 'resume');
  }

  /** Ends the show after a confirmation; null if the user keeps selling. */
  async stop(id: string, open: OpenClaims): Promise<Show | null> {
    const dialog = this.dialog.open<EndShowDialog, OpenClaims, boolean>(EndShowDialog, {
      data: open,
      width: '28rem',
      role: 'alertdialog',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true ? this.api.transition(id, 'stop') : null;
  }
}
