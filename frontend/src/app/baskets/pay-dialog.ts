import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type BasketRow, MAX_BASKET_NOTE, MAX_PAYMENT_METHOD } from '@sellary/contracts';
import type { StepCommand } from '../api/baskets-api';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { readSetting, storeSetting } from '../ui/local-setting';
import { totalsText } from './basket-sums';
import { basketsPhrase } from './basket-steps';

const STORAGE_KEY = 'sellary.baskets.method';
const METHODS = [
  $localize`:Payment method|@@baskets.pay.method.transfer:Bank transfer`,
  $localize`:Payment method|@@baskets.pay.method.cash:Cash`,
  $localize`:Payment method|@@baskets.pay.method.card:Card`,
  'PayPal',
  'PromptPay',
];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Asks how baskets were paid. The last method used is filled in. */
@Component({
  selector: 'app-pay-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <form (submit)="$event.preventDefault(); submit()">
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        @if (sum) {
          <p class="mb-3 text-[1.5rem]/8 font-semibold text-ink tabular-nums">{{ sum }}</p>
        }
        <label class="block">
          <span class="mb-1.5 block" i18n="@@baskets.pay.method">Method</span>
          <input
            #methodBox
            cdkFocusInitial
            class="field w-full text-ink"
            list="basket-methods"
            autocomplete="off"
            [attr.maxlength]="maxMethodLength"
            [value]="method()"
            (input)="method.set(methodBox.value)"
            (focus)="methodBox.select()"
          />
        </label>
        <datalist id="basket-methods">
          @for (name of methods; track name) {
            <option [value]="name"></option>
          }
        </datalist>
        <label class="mt-3 block">
          <span class="mb-1.5 block" i18n="@@baskets.pay.reference">Reference, if you have one</span>
          <input
            #referenceBox
            class="field w-full text-ink"
            autocomplete="off"
            i18n-placeholder="Example payment references@@baskets.pay.reference-example"
            placeholder="Transfer or receipt number"
            [attr.maxlength]="maxReferenceLength"
            [value]="reference()"
            (input)="reference.set(referenceBox.value)"
          />
        </label>
        <p class="mt-3 text-meta text-soft" i18n="@@baskets.pay.text">
          Once paid, the units will stay with the buyer: operators can’t release them, the buyer can’t pass,
          and the units won’t expire.
        </p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@baskets.pay.cancel">
          Cancel
        </button>
        <button matButton="filled" type="submit" i18n="@@baskets.pay.submit">Mark paid</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class PayDialog {
  private readonly rows = inject<readonly BasketRow[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PayDialog, StepCommand>>(MatDialogRef);
  protected readonly title = $localize`:@@baskets.pay.heading:Mark ${basketsPhrase(this.rows)}:baskets: as paid`;
  protected readonly sum = totalsText(this.rows);
  protected readonly maxMethodLength = MAX_PAYMENT_METHOD;
  protected readonly maxReferenceLength = MAX_BASKET_NOTE;
  protected readonly methods = METHODS;
  protected readonly method = signal(readSetting(STORAGE_KEY, isText, ''));
  protected readonly reference = signal('');

  protected submit(): void {
    const method = this.method().trim();
    const reference = this.reference().trim();
    storeSetting(STORAGE_KEY, method);
    this.dialog.close({ step: 'pay', ...(method && { method }), ...(reference && { reference }) });
  }
}
