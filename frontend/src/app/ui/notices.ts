import { DOCUMENT, Injectable, inject } from '@angular/core';
import { MatSnackBar, type MatSnackBarVerticalPosition } from '@angular/material/snack-bar';
import { ApiError } from '../api/api-error';
import { UndoBar, type UndoOffer } from './undo-bar';

/** Height of a message at the bottom of the page, including its margin. */
const MESSAGE_HEIGHT_PX = 160;

/** Short messages at the edge of the page, which screen readers announce. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly snackBar = inject(MatSnackBar);
  private readonly document = inject(DOCUMENT);

  show(message: string): void {
    this.snackBar.open(message, undefined, {
      duration: 4_000,
      verticalPosition: this.unobstructedPosition(),
    });
  }

  /**
   * Announces a failure for longer than other notices, because a user who looked away must not miss that
   * nothing changed.
   */
  fail(failure: unknown, subject?: string): void {
    const { message } = ApiError.from(failure);
    this.warn(subject ? $localize`:@@ui.notice.failure:${subject}:what:: ${message}:reason:` : message);
  }

  warn(message: string): void {
    this.snackBar.open(message, $localize`:@@ui.notice.close:Close`, {
      duration: 12_000,
      politeness: 'assertive',
      verticalPosition: this.unobstructedPosition(),
    });
  }

  /**
   * Offers to undo an act, at most once. `consequence` describes what undoing changes, such as who loses a
   * unit.
   */
  offerUndo(message: string, consequence: string, undo: () => void): void {
    this.snackBar
      .openFromComponent<UndoBar, UndoOffer>(UndoBar, {
        data: { message, consequence },
        verticalPosition: this.unobstructedPosition(),
        announcementMessage: $localize`:@@ui.notice.undo-offered:${message}:message:. Undo is available.`,
      })
      .onAction()
      .subscribe(undo);
  }

  /** Chooses a position that does not cover the act's row, which shows the same result. */
  private unobstructedPosition(): MatSnackBarVerticalPosition {
    const row = this.document.activeElement?.closest('[data-key]')?.getBoundingClientRect();
    const height = this.document.defaultView?.innerHeight ?? 0;
    return row !== undefined && row.bottom > height - MESSAGE_HEIGHT_PX ? 'top' : 'bottom';
  }
}
