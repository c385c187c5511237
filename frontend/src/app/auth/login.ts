import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { EmailField } from './email-field';
import { PasswordField } from './password-field';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';

@Component({
  selector: 'app-login',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, MatButton, EmailField, PasswordField, Problem, AuthCard],
  templateUrl: './login.html',
})
export class Login {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  /** Path to open after sign-in; bound from the query. */
  readonly return = input<string>();

  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.session.login(this.form.getRawValue());
      await this.router.navigateByUrl(safeReturnUrl(this.return()));
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
    } finally {
      this.busy.set(false);
    }
  }
}
