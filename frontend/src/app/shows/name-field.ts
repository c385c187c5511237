import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MAX_SHOW_NAME_LENGTH } from '@sellary/contracts';
import { fieldError } from '../ui/form-errors';

/** Dialog field for the name of a show or template. */
@Component({
  selector: 'app-name-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, MatFormField, MatHint, MatLabel, MatInput, MatError],
  template: `
    <mat-form-field appearance="outline" class="w-full">
      <mat-label>{{ label() }}</mat-label>
      <input
        #box
        matInput
        autocomplete="off"
        required
        [formControl]="control()"
        [maxlength]="maxLength"
        [attr.cdkFocusInitial]="hasInitialFocus() ? '' : null"
        (focus)="selectsAll() && box.select()"
      />
      @if (hint(); as text) {
        <mat-hint>{{ text }}</mat-hint>
      }
      <mat-error>{{ error(control(), label()) }}</mat-error>
    </mat-form-field>
  `,
  host: { class: 'block' },
})
export class NameField {
  readonly control = input.required<FormControl<string>>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** True if the field gets the focus when the dialog opens. */
  readonly hasInitialFocus = input(true);
  /** True if focusing the field selects the whole name. */
  readonly selectsAll = input(false);
  protected readonly maxLength = MAX_SHOW_NAME_LENGTH;
  protected readonly error = fieldError;
}
