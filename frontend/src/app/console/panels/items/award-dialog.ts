import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Item } from '@sellary/contracts';
import { Problem } from '../../../ui/problem';
import { unitCount } from '../../state/counts';

export interface AwardQuestion {
  item: Item;
  left: number;
  /** Resolves to a problem, or to null once the unit is awarded. */
  award: (handle: string) => Promise<string | null>;
}

/** Asks for the handle of the buyer. Stays open until the unit is awarded. */
@Component({
  selector: 'app-award-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ReactiveFormsModule,
    MatDialogTitle,
    MatDialogContent,
    MatDialogActions,
    MatDialogClose,
    MatFormField,
    MatLabel,
    MatHint,
    MatInput,
    MatButton,
    Problem,
  ],
  template: `
    <form (submit)="$event.preventDefault(); award()">
      <h2 mat-dialog-title i18n="@@console.award.title">
        Award {{ question.item.itemNumber }} {{ question.item.title }}
      </h2>
      <mat-dialog-content>
        <mat-form-field appearance="outline" class="mt-2">
          <mat-label i18n="@@console.award.handle">Buyer's name or handle</mat-label>
          <input
            matInput
            [formControl]="handle"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="80"
            cdkFocusInitial
          />
          <mat-hint
            ><span i18n="Units of the item, such as 2 units left@@console.award.left">{{ left }} left.</span>
            @if (question.item.waitlistCount > 0) {
              &ngsp;<span i18n="@@console.award.skips-line">This skips the buyers in line.</span>
            }
          </mat-hint>
        </mat-form-field>
        @if (problem(); as text) {
          <app-problem class="mt-3">{{ text }}</app-problem>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close i18n="@@console.award.cancel">Cancel</button>
        <button matButton="filled" type="submit" [disabled]="busy()" i18n="@@console.award.submit">
          Award 1 unit
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class AwardDialog {
  protected readonly question = inject<AwardQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AwardDialog>>(MatDialogRef);
  protected readonly left = unitCount(this.question.left);
  protected readonly handle = new FormControl('', { nonNullable: true, validators: [Validators.required] });

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async award(): Promise<void> {
    const handle = this.handle.value.trim();
    if (!handle || this.busy()) return;
    this.busy.set(true);
    this.problem.set(await this.question.award(handle));
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }
}
