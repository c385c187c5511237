import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { AccountApi } from '../api/account-api';
import { PasswordField, passwordTextField } from '../auth/password-field';
import { SessionStore } from '../auth/session-store';
import { checkAll, showServerErrors } from '../auth/text-field';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';

@Component({
  selector: 'app-change-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PasswordField, Problem],
  template: `
    <h2 id="password-heading" class="text-base!" i18n="@@settings.password.heading">Password</h2>
    <p class="mt-0.5 text-soft" i18n="@@settings.password.scope">
      Changing your password will sign you out on all your other devices.
    </p>
    <form class="mt-4 flex max-w-sm flex-col" (submit)="submit($event)" novalidate>
      <app-problem class="mb-4" [text]="work.problem()" />
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
      <app-password-field class="grid" kind="current" [field]="fields.current" />
      <app-password-field class="mt-4 grid" kind="new" [field]="fields.next" [isNewPassword]="true" />
      <button type="submit" class="act mt-4 self-start" [disabled]="work.busy()">
        @if (work.busy()) {
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
  private readonly api = inject(AccountApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);

  readonly changed = output();

  protected readonly fields = { current: passwordTextField('current'), next: passwordTextField('new', true) };
  protected readonly work = new OneAtATime((error) => showServerErrors(this.fields, error));

  protected email(): string {
    return this.session.user()?.email ?? '';
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const { current, next } = this.fields;
    if (!checkAll(this.fields)) return;
    await this.work.run(async () => {
      await this.api.changePassword({ current: current.text(), next: next.text() });
      current.reset();
      next.reset();
      this.notices.show(
        $localize`:@@settings.password.done:Password changed. Your other devices are signed out.`,
      );
      this.changed.emit();
    });
  }
}
