import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ApiError } from '../api/api-error';
import { UndoBar, type UndoOffer } from './undo-bar';

/** One sentence at the bottom of the page, announced politely. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly snackBar = inject(MatSnackBar);

  say(message: string): void {
    this.snackBar.open(message, undefined, { duration: 4_000 });
  }

  /** Failures stay until read: whoever looks away for five seconds must not miss that nothing happened. */
  fail(failure: unknown, what?: string): void {
    const { message } = ApiError.from(failure);
    this.warn(what ? `${what}: ${message}` : message);
  }

  warn(message: string): void {
    this.snackBar.open(message, 'Close', { duration: 12_000, politeness: 'assertive' });
  }

  /** Offers to take an act back; `undo` runs at most once. `consequence` says who loses by it. */
  offerUndo(message: string, consequence: string, undo: () => void): void {
    this.snackBar
      .openFromComponent<UndoBar, UndoOffer>(UndoBar, {
        data: { message, consequence },
        announcementMessage: `${message}. Undo is offered.`,
      })
      .onAction()
      .subscribe(undo);
  }
}
