import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { PSEUDO_LOCALE, pageLanguage } from '../i18n/language';
import { fieldError, showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { EmailField } from './email-field';
import { NAME_LABEL } from './labels';
import { PasswordField } from './password-field';
import { MIN_PASSWORD_LENGTH } from './password-strength';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';

@Component({
  selector: 'app-register',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ReactiveFormsModule,
    RouterLink,
    MatFormField,
    MatLabel,
    MatInput,
    MatHint,
    MatError,
    MatButton,
    EmailField,
    PasswordField,
    Problem,
    AuthCard,
  ],
  templateUrl: './register.html',
})
export class Register {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  readonly return = input<string>();

  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    password: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)],
    }),
    workspaceName: new FormControl('', { nonNullable: true }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fieldError = fieldError;
  protected readonly nameLabel = NAME_LABEL;
  protected readonly workspaceLabel = $localize`:@@auth.register.workspace:Shop or workspace name`;

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { workspaceName, ...person } = this.form.getRawValue();
    const language = pageLanguage();
    try {
      await this.session.register({
        ...person,
        ...(workspaceName.trim() && { workspaceName: workspaceName.trim() }),
        ...(language !== PSEUDO_LOCALE && { language }),
      });
      await this.router.navigateByUrl(safeReturnUrl(this.return()));
    } catch (failure) {
      const error = ApiError.from(failure);
      if (error.code === 'EMAIL_TAKEN') this.form.controls.email.setErrors({ server: error.message });
      else this.problem.set(showServerErrors(this.form, error));
    } finally {
      this.busy.set(false);
    }
  }
}
