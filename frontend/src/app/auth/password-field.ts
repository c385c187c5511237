import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { startWith, switchMap } from 'rxjs';
import { fieldError } from '../ui/form-errors';
import { Icon } from '../ui/icon';
import { passwordStrength } from './password-strength';

const LABELS = {
  only: { field: $localize`:@@auth.password:Password`, show: $localize`:@@auth.password.show:Show password` },
  current: {
    field: $localize`:@@auth.password.current:Current password`,
    show: $localize`:@@auth.password.current.show:Show current password`,
  },
  new: {
    field: $localize`:@@auth.password.new:New password`,
    show: $localize`:@@auth.password.new.show:Show new password`,
  },
} as const;

@Component({
  selector: 'app-password-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ReactiveFormsModule,
    MatFormField,
    MatLabel,
    MatInput,
    MatSuffix,
    MatIconButton,
    MatHint,
    MatError,
    Icon,
  ],
  template: `
    <mat-form-field appearance="outline" [subscriptSizing]="fresh() ? 'dynamic' : 'fixed'">
      <mat-label>{{ labels().field }}</mat-label>
      <input
        matInput
        [type]="shown() ? 'text' : 'password'"
        [formControl]="control()"
        [autocomplete]="fresh() ? 'new-password' : 'current-password'"
        autocapitalize="off"
        spellcheck="false"
        required
      />
      <button
        matIconButton
        matSuffix
        type="button"
        class="mr-1"
        (click)="shown.set(!shown())"
        [attr.aria-pressed]="shown()"
        [attr.aria-label]="labels().show"
      >
        <app-icon [name]="shown() ? 'visibility_off' : 'visibility'" />
      </button>
      @if (fresh()) {
        <!-- Across the whole field: Material reserves room for a second hint, which would squeeze a sentence into a column of single words. -->
        <mat-hint class="grid w-full flex-none gap-1.5 pt-1 before:hidden!">
          <span class="grid grid-cols-4 gap-1" aria-hidden="true">
            @for (step of [1, 2, 3, 4]; track step) {
              <span
                class="h-1 rounded-full"
                [class]="step <= strength().level ? barTone() : 'bg-line'"
              ></span>
            }
          </span>
          <span class="min-h-8" aria-live="polite">{{ strength().hint }}</span>
        </mat-hint>
      }
      <mat-error>{{ error() }}</mat-error>
    </mat-form-field>
  `,
})
export class PasswordField {
  readonly control = input.required<FormControl<string>>();
  readonly kind = input<keyof typeof LABELS>('only');
  /** A password that is being chosen, as opposed to a known one. */
  readonly fresh = input(false);
  protected readonly labels = computed(() => LABELS[this.kind()]);
  protected readonly shown = signal(false);
  private readonly value = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
    ),
    {
      initialValue: '',
    },
  );
  protected readonly strength = computed(() => passwordStrength(this.value()));
  protected readonly barTone = computed(
    () => ['bg-line', 'bg-bad', 'bg-warn', 'bg-good', 'bg-good'][this.strength().level] ?? 'bg-line',
  );

  protected error(): string {
    return fieldError(this.control(), this.labels().field);
  }
}
