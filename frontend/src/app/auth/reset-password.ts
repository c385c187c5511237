import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { PasswordField } from './password-field';
import { PASSWORD_MIN } from './password-strength';
import { SessionStore } from './session-store';

/** The page that the link of a password reset leads to. */
@Component({
  selector: 'app-reset-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, MatButton, PasswordField, Problem, AuthCard],
  template: `
    @if (isOver()) {
      <app-auth-card heading="This link is over" lead="It was used, replaced by a newer one, or is older than an hour.">
        <a matButton="filled" class="w-full" routerLink="/forgot-password">Get another link</a>
        <a matButton class="mt-2 w-full" routerLink="/login">Back to sign in</a>
      </app-auth-card>
    } @else {
      <app-auth-card heading="Choose a new password" lead="All devices that are signed in to your account are signed out.">
        <form class="flex flex-col gap-2" [formGroup]="form" (ngSubmit)="submit()" novalidate>
          @if (problem(); as text) {
            <app-problem class="mb-4">{{ text }}</app-problem>
          }
          <app-password-field label="New password" [control]="form.controls.password" [fresh]="true" />
          <button matButton="filled" type="submit" class="mt-4" [disabled]="busy()">
            {{ busy() ? 'Saving…' : 'Save password and sign in' }}
          </button>
        </form>
      </app-auth-card>
    }
  `,
})
export class ResetPassword {
  private readonly api = inject(AuthApi);
  private readonly session = inject(SessionStore);
  private readonly window = inject(DOCUMENT).defaultView;

  /** From the address. */
  readonly token = input.required<string>();

  protected readonly form = new FormGroup({
    password: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(PASSWORD_MIN)] }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly isOver = signal(false);

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.resetPassword(this.token(), this.form.getRawValue().password);
      // The page may hold another person's things: it starts over, by the cookie that came with the answer.
      this.session.forget();
      this.window?.location.assign('/');
    } catch (failure) {
      const error = ApiError.from(failure);
      if (error.code === 'NOT_FOUND') this.isOver.set(true);
      else this.problem.set(showServerErrors(this.form, error));
    } finally {
      this.busy.set(false);
    }
  }
}
