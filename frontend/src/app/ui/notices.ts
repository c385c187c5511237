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

  /**
   * Announces a failure. It stays longer than other notices: a user who looks away must not miss that nothing
   * changed.
   */
  fail(failure: unknown, what?: string): void {
    const { message } = ApiError.from(failure);
    this.warn(what ? $localize`:@@ui.notice.failure:${what}:what:: ${message}:reason:` : message);
  }

  warn(message: string): void {
    this.snackBar.open(message, $localize`:@@ui.notice.close:Close`, {
      duration: 12_000,
      politeness: 'assertive',
    });
  }

  /** Offers to undo an act; `undo` runs at most once. `consequence` names who loses by it. */
  offerUndo(message: string, consequence: string, undo: () => void): void {
    this.snackBar
      .openFromComponent<UndoBar, UndoOffer>(UndoBar, {
        data: { message, consequence },
        announcementMessage: $localize`:@@ui.notice.undo-offered:${message}:message:. Undo is available.`,
      })
      .onAction()
      .subscribe(undo);
  }
}
