import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RESET_LINK_LIFETIME_MS } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { longDuration } from '../ui/times';
import { AuthCard } from './auth-card';
import { EmailField, emailTextField } from './email-field';
import { checkAll, showServerErrors } from './text-field';

/** Sends a link for a new password, or shows the command that prints it if the server sends no email. */
@Component({
  selector: 'app-forgot-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmailField, Problem, AuthCard],
  templateUrl: './forgot-password.html',
})
export class ForgotPassword {
  private readonly api = inject(AuthApi);

  protected readonly options = resource({ loader: () => this.api.options() });
  protected readonly fields = { email: emailTextField() };
  protected readonly work = new OneAtATime((error) => showServerErrors(this.fields, error));
  /** The address that a link was requested for. */
  protected readonly recipient = signal<string | null>(null);
  protected readonly lifetime = longDuration(RESET_LINK_LIFETIME_MS);
  protected readonly command = 'npm run user:reset-password --';
  protected readonly example = 'you@example.com';

  protected lead(email: string): string {
    return $localize`:@@auth.forgot.sent.lead:If ${email}:email: has an account, a link is on its way.`;
  }

  protected failure(): string {
    return ApiError.from(this.options.error()).message;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields)) return;
    const email = this.fields.email.text().trim();
    await this.work.run(async () => {
      await this.api.requestPasswordReset(email);
      this.recipient.set(email);
    });
  }
}
