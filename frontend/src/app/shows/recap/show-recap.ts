import { Injectable, inject } from '@angular/core';
import { LazyDialogs } from '../../ui/lazy-dialogs';

/**
 * Opens the recap of a show that has just ended. The dialog is loaded on demand, because most visits to a
 * console do not end a show.
 */
@Injectable({ providedIn: 'root' })
export class ShowRecap {
  private readonly dialogs = inject(LazyDialogs);

  async open(showId: string): Promise<void> {
    await this.dialogs.open(async () => (await import('./recap-dialog')).RecapDialog, {
      data: showId,
      width: '28rem',
    });
  }
}
