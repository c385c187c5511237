import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';

export interface UndoOffer {
  message: string;
  /** Effect of undoing, such as who loses a unit; may be empty. */
  consequence: string;
}

export const UNDO_BAR_MS = 8_000;

/** Offers to undo an act. Closes after 8 s; the timer stops while the pointer or focus is on the bar. */
@Component({
  selector: 'app-undo-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatSnackBarLabel, MatSnackBarActions, MatSnackBarAction],
  template: `
    <span matSnackBarLabel>
      {{ offer.message }}
      @if (offer.consequence) {
        <span class="block text-meta opacity-80" i18n="@@ui.undo.consequence"
          >Undo:
          {{
            offer.consequence // i18n(ph="consequence")
          }}</span
        >
      }
    </span>
    <span matSnackBarActions>
      <button
        matButton
        matSnackBarAction
        type="button"
        (click)="bar.dismissWithAction()"
        i18n="@@ui.undo.button"
      >
        Undo
      </button>
    </span>
  `,
  host: {
    class: 'flex items-center',
    '(pointerenter)': 'stopTimer()',
    '(pointerleave)': 'startTimer()',
    '(focusin)': 'stopTimer()',
    '(focusout)': 'startTimer()',
  },
})
export class UndoBar {
  protected readonly offer = inject<UndoOffer>(MAT_SNACK_BAR_DATA);
  protected readonly bar = inject<MatSnackBarRef<UndoBar>>(MatSnackBarRef);
  private remainingMs = UNDO_BAR_MS;
  private startedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.startTimer();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected stopTimer(): void {
    clearTimeout(this.timer);
    this.remainingMs -= performance.now() - this.startedAt;
    this.startedAt = performance.now();
  }

  protected startTimer(): void {
    clearTimeout(this.timer);
    this.startedAt = performance.now();
    this.timer = setTimeout(() => this.bar.dismiss(), Math.max(1_000, this.remainingMs));
  }
}
