import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { UnfinishedSignIn as SignIn } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { dayAndTime } from '../ui/times';
import { PLATFORM_NAMES } from '../ui/words';

/** Advice after a sign-in that did not come back: some errors are shown by the platform only, and never lead back here. */
@Component({
  selector: 'app-unfinished-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <app-icon name="help" class="mt-0.5 flex-none text-soft" />
    <div class="min-w-0">
      <p>
        The sign-in to {{ platform() }} that you started {{ time(signIn().startedAt) }} is not finished. Did {{ dialog() }} show an error
        instead of leading back?
      </p>
      <ul class="mt-2 list-disc space-y-1.5 pl-5 text-soft">
        <li>
          <strong>“Invalid Scopes: …”</strong>: the Meta app does not have the permissions in the message. Add each of them to the app's use
          case in its dashboard, then connect again. An app of type Consumer cannot have them; create one of type Business.
        </li>
        @if (signIn().login === 'facebook') {
          <li>
            <strong>“This app isn't available”</strong> or an empty page: the app uses Facebook Login for Business. Create a configuration
            in its dashboard, set META_LOGIN_CONFIG_ID to the configuration's ID, and restart the server. In development mode, you also need
            a role on the app.
          </li>
        }
        <li>
          <strong>“URL blocked”</strong> or <strong>“Invalid redirect_uri”</strong>: add the redirect address of this server to the app's
          list, exactly as docs/platforms.md shows it.
        </li>
      </ul>
    </div>
  `,
  host: { class: 'card flex items-start gap-2 p-4', role: 'note' },
})
export class UnfinishedSignIn {
  readonly signIn = input.required<SignIn>();
  protected readonly time = dayAndTime;
  protected readonly platform = computed(() => PLATFORM_NAMES[this.signIn().platform]);
  protected readonly dialog = computed(() => PLATFORM_NAMES[this.signIn().login]);
}
