import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { fieldError } from '../ui/form-errors';

/** The email address that a user signs in with. */
@Component({
  selector: 'app-email-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, MatFormField, MatLabel, MatInput, MatError],
  template: `
    <mat-form-field appearance="outline" class="w-full">
      <mat-label>{{ label }}</mat-label>
      <input
        matInput
        type="email"
        [formControl]="control()"
        autocomplete="username"
        inputmode="email"
        autocapitalize="off"
        spellcheck="false"
        required
      />
      <mat-error>{{ error() }}</mat-error>
    </mat-form-field>
  `,
})
export class EmailField {
  readonly control = input.required<FormControl<string>>();
  protected readonly label = $localize`:@@auth.email:Email`;

  protected error(): string {
    return fieldError(this.control(), this.label);
  }
}
