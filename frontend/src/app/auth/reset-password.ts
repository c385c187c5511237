import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthApi } from '../api/auth-api';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { PasswordField, passwordTextField } from './password-field';
import { SessionStore } from './session-store';
import { checkAll, showServerErrors } from './text-field';

/** The page that a password reset link opens. */
@Component({
  selector: 'app-reset-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, PasswordField, Problem, AuthCard],
  template: `
    @if (isLinkInvalid()) {
      <app-auth-card
        i18n-heading="@@auth.reset.over.heading"
        heading="This link no longer works"
        i18n-lead="@@auth.reset.over.lead"
        lead="It was already used, was replaced by a newer one, or has expired."
      >
        <a class="button button-filled w-full" routerLink="/forgot-password" i18n="@@auth.reset.over.another"
          >Get a new link</a
        >
        <a class="button mt-2 w-full" routerLink="/login" i18n="@@auth.back">Back to sign in</a>
      </app-auth-card>
    } @else {
      <app-auth-card
        i18n-heading="@@auth.reset.heading"
        heading="Choose a new password"
        i18n-lead="@@auth.reset.lead"
        lead="Saving it will sign you out on all your other devices."
      >
        <form class="flex flex-col gap-2" (submit)="submit($event)" novalidate>
          <app-problem class="mb-4" [text]="work.problem()" />
          <app-password-field kind="new" [field]="fields.password" [isNewPassword]="true" />
          <button type="submit" class="button button-filled mt-4" [disabled]="work.busy()">
            @if (work.busy()) {
              <ng-container i18n="@@auth.reset.busy">Saving…</ng-container>
            } @else {
              <ng-container i18n="@@auth.reset.submit">Save password and sign in</ng-container>
            }
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

  /** From the URL. */
  readonly token = input.required<string>();

  protected readonly fields = { password: passwordTextField('new', true) };
  protected readonly isLinkInvalid = signal(false);
  protected readonly work = new OneAtATime((error) => {
    if (error.code !== 'NOT_FOUND') return showServerErrors(this.fields, error);
    this.isLinkInvalid.set(true);
    return null;
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields)) return;
    await this.work.run(async () => {
      await this.api.resetPassword(this.token(), this.fields.password.text());
      // Another account may be signed in on this page, so the app reloads with the cookie from the response.
      this.session.forget();
      this.window?.location.assign('/');
    });
  }
}
