import { ChangeDetectionStrategy, Component, inject, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { PasswordField } from '../auth/password-field';
import { MIN_PASSWORD_LENGTH } from '../auth/password-strength';
import { SessionStore } from '../auth/session-store';
import { showServerErrors } from '../ui/form-errors';
import { Notices } from '../ui/notices';
import { Problem } from '../ui/problem';

@Component({
  selector: 'app-change-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, PasswordField, Problem],
  template: `
    <h2 id="password-heading" class="text-base!" i18n="@@settings.password.heading">Password</h2>
    <p class="mt-0.5 text-soft" i18n="@@settings.password.scope">
      A new password signs out all your other devices.
    </p>
    <form class="mt-4 flex max-w-sm flex-col" [formGroup]="form" (ngSubmit)="submit()" novalidate>
      @if (problem(); as text) {
        <app-problem class="mb-4">{{ text }}</app-problem>
      }
      <!-- Password managers store the new password for this address. -->
      <input
        type="email"
        class="sr-only"
        autocomplete="username"
        readonly
        tabindex="-1"
        i18n-aria-label="@@auth.email"
        aria-label="Email"
        [value]="email()"
      />
      <app-password-field class="grid" kind="current" [control]="form.controls.current" />
      <app-password-field class="mt-4 grid" kind="new" [control]="form.controls.next" [fresh]="true" />
      <button type="submit" class="act mt-4 self-start" [disabled]="busy()">
        @if (busy()) {
          <ng-container i18n="@@settings.password.busy">Saving…</ng-container>
        } @else {
          <ng-container i18n="@@settings.password.submit">Change password</ng-container>
        }
      </button>
    </form>
  `,
  host: { class: 'card block p-5 sm:p-6', role: 'region', 'aria-labelledby': 'password-heading' },
})
export class ChangePassword {
  private readonly api = inject(AuthApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly shown = viewChild.required(FormGroupDirective);

  readonly changed = output();

  protected readonly form = new FormGroup({
    current: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    next: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)],
    }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected email(): string {
    return this.session.user()?.email ?? '';
  }

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.changePassword(this.form.getRawValue());
      // Also resets the submitted state: the empty fields must not look wrong.
      this.shown().resetForm();
      this.notices.say(
        $localize`:@@settings.password.done:Password changed. Your other devices are signed out.`,
      );
      this.changed.emit();
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
    } finally {
      this.busy.set(false);
    }
  }
}
