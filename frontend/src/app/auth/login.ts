import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { EmailField, emailTextField } from './email-field';
import { PasswordField, passwordTextField } from './password-field';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';
import { checkAll, showServerErrors } from './text-field';

@Component({
  selector: 'app-login',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmailField, PasswordField, Problem, AuthCard],
  templateUrl: './login.html',
})
export class Login {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  /** Path to open after sign-in, from the query of the URL. */
  readonly return = input<string>();

  protected readonly fields = { email: emailTextField(), password: passwordTextField('plain') };
  protected readonly work = new OneAtATime((error) => showServerErrors(this.fields, error));

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields)) return;
    await this.work.run(async () => {
      await this.session.login({
        email: this.fields.email.text(),
        password: this.fields.password.text(),
      });
      await this.router.navigateByUrl(safeReturnUrl(this.return()));
    });
  }
}
