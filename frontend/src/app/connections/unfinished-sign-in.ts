import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { UnfinishedSignIn as SignIn } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { dayAndTime } from '../ui/times';
import { platformName } from '../ui/platform-names';

/**
 * Advice after an unfinished sign-in. After some errors, a platform does not redirect back to this server.
 */
@Component({
  selector: 'app-unfinished-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <app-icon name="help" class="mt-0.5 flex-none text-soft" />
    <div class="min-w-0">
      <p i18n="@@connections.unfinished.question">
        You started to connect {{ platform() }} on {{ time(signIn().startedAt) }}, but the sign-in did not
        finish. Did {{ loginPlatform() }} show an error?
      </p>
      <ul class="mt-2 list-disc space-y-1.5 pl-5 text-soft">
        <li i18n="@@connections.unfinished.invalid-scopes">
          <strong>“Invalid Scopes: …”</strong>: the Meta app does not have the permissions in the message. Add
          each permission to the app’s use case in its dashboard, then connect again. Only an app of type
          Business can have them, not one of type Consumer.
        </li>
        @if (signIn().login === 'facebook') {
          <li i18n="@@connections.unfinished.not-available">
            <strong>“This app isn’t available”</strong> or an empty page: the app uses Facebook Login for
            Business. Create a configuration in its dashboard, set META_LOGIN_CONFIG_ID to the configuration’s
            ID, and restart the server. In development mode, you also need a role in the app.
          </li>
        }
        <li i18n="@@connections.unfinished.redirect">
          <strong>“URL blocked”</strong> or <strong>“Invalid redirect_uri”</strong>: add this server’s
          redirect address to the app’s list, exactly as docs/platforms.md shows it.
        </li>
      </ul>
    </div>
  `,
  host: { class: 'card flex items-start gap-2 p-4', role: 'note' },
})
export class UnfinishedSignIn {
  readonly signIn = input.required<SignIn>();
  protected readonly time = dayAndTime;
  protected readonly platform = computed(() => platformName(this.signIn().platform));
  protected readonly loginPlatform = computed(() => platformName(this.signIn().login));
}
