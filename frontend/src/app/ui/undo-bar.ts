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
    '(pointerenter)': 'hasPointer = true; updateTimer()',
    '(pointerleave)': 'hasPointer = false; updateTimer()',
    '(focusin)': 'hasFocus = true; updateTimer()',
    '(focusout)': 'hasFocus = false; updateTimer()',
  },
})
export class UndoBar {
  protected readonly offer = inject<UndoOffer>(MAT_SNACK_BAR_DATA);
  protected readonly bar = inject<MatSnackBarRef<UndoBar>>(MatSnackBarRef);
  protected hasPointer = false;
  protected hasFocus = false;
  private remainingMs = UNDO_BAR_MS;
  /** Time at which the timer started, or null while it is stopped. */
  private startedAt: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.updateTimer();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Stops the timer while the pointer or focus is on the bar, and otherwise lets it run. */
  protected updateTimer(): void {
    const now = performance.now();
    clearTimeout(this.timer);
    if (this.startedAt !== null) this.remainingMs -= now - this.startedAt;
    this.startedAt = null;
    if (this.hasPointer || this.hasFocus) return;
    this.startedAt = now;
    this.timer = setTimeout(() => this.bar.dismiss(), Math.max(1_000, this.remainingMs));
  }
}
