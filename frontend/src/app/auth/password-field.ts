import { MIN_PASSWORD_LENGTH } from '@sellary/contracts';
import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { passwordStrength } from './password-strength';
import { TextBox } from './text-box';
import { TextField, textRules } from './text-field';

const LABELS = {
  plain: { name: $localize`:@@auth.password:Password`, show: $localize`:@@auth.password.show:Show password` },
  current: {
    name: $localize`:@@auth.password.current:Current password`,
    show: $localize`:@@auth.password.current.show:Show current password`,
  },
  new: {
    name: $localize`:@@auth.password.new:New password`,
    show: $localize`:@@auth.password.new.show:Show new password`,
  },
} as const;

/** The text of a password field. `kind` selects its label; only a new password has a minimum length. */
export function passwordTextField(kind: keyof typeof LABELS, isNewPassword = false): TextField {
  return new TextField([
    textRules.required(LABELS[kind].name),
    ...(isNewPassword ? [textRules.minLength(MIN_PASSWORD_LENGTH)] : []),
  ]);
}

@Component({
  selector: 'app-password-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TextBox],
  template: `
    <app-text-box
      [field]="field()"
      [label]="labels().name"
      [type]="shown() ? 'text' : 'password'"
      [autocomplete]="isNewPassword() ? 'new-password' : 'current-password'"
      [hasButton]="true"
    >
      <button
        type="button"
        class="act act-quiet absolute! inset-y-1 right-1 min-h-9!"
        (click)="shown.set(!shown())"
        [attr.aria-pressed]="shown()"
        [attr.aria-label]="labels().show"
      >
        @if (shown()) {
          <ng-container i18n="Button that hides a password@@auth.password.hide">Hide</ng-container>
        } @else {
          <ng-container i18n="Button that shows a password@@auth.password.reveal">Show</ng-container>
        }
      </button>
      @if (isNewPassword()) {
        <span class="grid gap-1.5 pt-1">
          <span class="grid grid-cols-4 gap-1" aria-hidden="true">
            @for (step of [1, 2, 3, 4]; track step) {
              <span
                class="h-1 rounded-full"
                [class]="step <= strength().level ? barTone() : 'bg-line'"
              ></span>
            }
          </span>
          <span class="min-h-8" aria-live="polite">{{ strength().hint }}</span>
        </span>
      }
    </app-text-box>
  `,
})
export class PasswordField {
  readonly field = input.required<TextField>();
  readonly kind = input<keyof typeof LABELS>('plain');
  /** True if the user chooses a password here, false if the user enters the current one. */
  readonly isNewPassword = input(false);
  protected readonly labels = computed(() => LABELS[this.kind()]);
  protected readonly shown = signal(false);
  protected readonly strength = computed(() => passwordStrength(this.field().text()));
  protected readonly barTone = computed(
    () => ['bg-line', 'bg-bad', 'bg-warn', 'bg-good', 'bg-good'][this.strength().level] ?? 'bg-line',
  );
}
