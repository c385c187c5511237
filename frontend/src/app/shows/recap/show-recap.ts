import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { RecapDialog as Dialog } from './recap-dialog';

/**
 * Opens the recap of a show that has just ended. The dialog is loaded on demand, because most visits to a
 * console do not end a show.
 */
@Injectable({ providedIn: 'root' })
export class ShowRecap {
  private readonly dialog = inject(MatDialog);

  async open(showId: string): Promise<void> {
    const { RecapDialog } = await import('./recap-dialog');
    this.dialog.open<Dialog, string>(RecapDialog, { data: showId, width: '28rem' });
  }
}
