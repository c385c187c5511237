import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { fieldError, showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';

/** How somebody who forgot their password gets a new one: by mail if the server can send any, else from whoever runs it. */
@Component({
  selector: 'app-forgot-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, MatFormField, MatLabel, MatInput, MatError, MatButton, Problem, AuthCard],
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
  /** The e-mail that a link was asked for. */
  protected readonly asked = signal<string | null>(null);
  protected readonly fieldError = fieldError;

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
