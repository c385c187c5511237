import { ChangeDetectionStrategy, Component, inject, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { PasswordField } from '../auth/password-field';
import { PASSWORD_MIN } from '../auth/password-strength';
import { SessionStore } from '../auth/session-store';
import { showServerErrors } from '../ui/form-errors';
import { Notices } from '../ui/notices';
import { Problem } from '../ui/problem';

@Component({
  selector: 'app-change-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, PasswordField, Problem],
  template: `
    <h2 id="password-heading" class="text-base!">Password</h2>
    <p class="mt-0.5 text-soft">A new password signs out all your other devices.</p>
    <form class="mt-4 flex max-w-sm flex-col" [formGroup]="form" (ngSubmit)="submit()" novalidate>
      @if (problem(); as text) {
        <app-problem class="mb-4">{{ text }}</app-problem>
      }
      <!-- Password managers file the new password under this name. -->
      <input type="email" class="sr-only" autocomplete="username" readonly tabindex="-1" aria-label="E-mail" [value]="email()" />
      <app-password-field class="grid" label="Current password" [control]="form.controls.current" />
      <app-password-field class="mt-4 grid" label="New password" [control]="form.controls.next" [fresh]="true" />
      <button type="submit" class="act mt-4 self-start" [disabled]="busy()">{{ busy() ? 'Saving…' : 'Change password' }}</button>
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
    next: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(PASSWORD_MIN)] }),
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
      // Also forgets that the form was sent: empty fields are no mistakes now.
      this.shown().resetForm();
      this.notices.say('Password changed. Your other devices are signed out.');
      this.changed.emit();
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
    } finally {
      this.busy.set(false);
    }
  }
}
