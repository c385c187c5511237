import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { EmailField } from './email-field';

/**
 * Sends a link for a new password, or names the command that prints one when the server cannot send email.
 */
@Component({
  selector: 'app-forgot-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, MatButton, EmailField, Problem, AuthCard],
  templateUrl: './forgot-password.html',
})
export class ForgotPassword {
  private readonly api = inject(AuthApi);

  protected readonly options = resource({ loader: () => this.api.options() });
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** The address that a link was requested for. */
  protected readonly asked = signal<string | null>(null);
  protected readonly command = 'npm run user:reset-password --';
  protected readonly example = 'you@example.com';

  protected sentTo(email: string): string {
    return $localize`:@@auth.forgot.sent.lead:If ${email}:email: has an account, a link is on its way.`;
  }

  protected failure(): string {
    return ApiError.from(this.options.error()).message;
  }

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { email } = this.form.getRawValue();
    try {
      await this.api.requestPasswordReset(email.trim());
      this.asked.set(email.trim());
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
    } finally {
      this.busy.set(false);
    }
  }
}
