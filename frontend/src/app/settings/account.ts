import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { SessionStore } from '../auth/session-store';
import { AccountLanguage } from './account-language';
import { ChangePassword } from './change-password';
import { SignedInDevices } from './signed-in-devices';

/** The settings of the user's own account. They apply in all workspaces. */
@Component({
  selector: 'app-account',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AccountLanguage, ChangePassword, SignedInDevices],
  template: `
    <div class="flex max-w-2xl flex-col gap-6">
      <section class="card p-5 sm:p-6" aria-labelledby="you-heading">
        <h2 id="you-heading" class="text-base!" i18n="@@settings.you.heading">You</h2>
        <dl class="mt-3 grid grid-cols-[6rem_1fr] gap-y-1.5">
          <dt class="text-soft" i18n="@@settings.you.name">Name</dt>
          <dd class="wrap-anywhere">{{ user()?.name }}</dd>
          <dt class="text-soft" i18n="@@settings.you.email">Email</dt>
          <dd class="wrap-anywhere">{{ user()?.email }}</dd>
        </dl>
      </section>
      <app-account-language />
      <app-change-password (changed)="devices.reload()" />
      <app-signed-in-devices #devices />
    </div>
  `,
})
export class Account {
  protected readonly user = inject(SessionStore).user;
}
