import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type BasketRow, MAX_BASKET_NOTE } from '@sellary/contracts';
import type { StepCommand } from '../api/baskets-api';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { basketsPhrase } from './basket-steps';

/** Asks for confirmation and a reason to cancel baskets, because other buyers may get the units. */
@Component({
  selector: 'app-cancel-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <form (submit)="$event.preventDefault(); submit()">
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        @if (isOne) {
          <p class="mb-3" i18n="@@baskets.cancel.text">
            All units of the basket will be released. Each will go to the next buyer in line, or back on sale.
            The buyer will also lose any place on the waitlists for these items.
          </p>
        } @else {
          <p class="mb-3" i18n="@@baskets.cancel.text-many">
            All units of these baskets will be released. Each will go to the next buyer in line, or back on
            sale. The buyers will also lose any places on the waitlists for these items.
          </p>
        }
        <label class="block">
          <span class="mb-1.5 block" i18n="@@baskets.cancel.reason">Reason, for your team</span>
          <input
            #box
            class="field w-full text-ink"
            autocomplete="off"
            i18n-placeholder="Example reason@@baskets.cancel.example"
            placeholder="Buyer changed their mind"
            [attr.maxlength]="maxLength"
            [value]="reason()"
            (input)="reason.set(box.value)"
          />
        </label>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="submit" i18n="@@baskets.cancel.submit">Cancel and release units</button>
        <button
          matButton="filled"
          type="button"
          cdkFocusInitial
          [mat-dialog-close]="undefined"
          i18n="@@baskets.cancel.no"
        >
          Keep reserved
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class CancelDialog {
  private readonly rows = inject<readonly BasketRow[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CancelDialog, StepCommand>>(MatDialogRef);
  protected readonly title = $localize`:@@baskets.cancel.heading:Cancel ${basketsPhrase(this.rows)}:baskets:?`;
  protected readonly isOne = this.rows.length === 1;
  protected readonly maxLength = MAX_BASKET_NOTE;
  protected readonly reason = signal('');

  protected submit(): void {
    const reason = this.reason().trim();
    this.dialog.close({ step: 'cancel', ...(reason && { reason }) });
  }
}
