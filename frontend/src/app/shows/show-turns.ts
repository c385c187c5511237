import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Show } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ShowsApi } from '../api/shows-api';
import { StopDialog, type StopQuestion } from './stop-dialog';

/** Turning a show live, pausing, resuming, ending it: the same from its page and from the console. */
@Injectable({ providedIn: 'root' })
export class ShowTurns {
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

  /** Asks first; null when the answer is to go on. */
  async stop(id: string, question: StopQuestion): Promise<Show | null> {
    const dialog = this.dialog.open<StopDialog, StopQuestion, boolean>(StopDialog, { data: question, width: '28rem', role: 'alertdialog' });
    return (await firstValueFrom(dialog.afterClosed())) === true ? this.api.transition(id, 'stop') : null;
  }
}
