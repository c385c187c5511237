import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Connection, PlatformId, WebhookState } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import type { IconName } from '../ui/icons';
import { platformName } from '../ui/platform-names';
import { dayAndTime } from '../ui/times';
import type { Severity } from '../ui/severity';

const STATES = {
  on: { label: $localize`:Instant updates|@@connections.updates.on:On`, tone: 'good', icon: 'check_circle' },
  partial: {
    label: $localize`:Instant updates|@@connections.updates.partial:Partly on`,
    tone: 'warn',
    icon: 'priority_high',
  },
  off: {
    label: $localize`:Instant updates|@@connections.updates.off:Off`,
    tone: 'warn',
    icon: 'priority_high',
  },
  unknown: {
    label: $localize`:Instant updates|@@connections.updates.unknown:Unknown`,
    tone: 'mute',
    icon: 'schedule',
  },
} satisfies Record<WebhookState, { label: string; tone: Severity; icon: IconName }>;

const TEXTS_WHEN_ON: Readonly<Record<PlatformId, string>> = {
  facebook: $localize`:@@connections.updates.facebook:Facebook reports edits and deletions of comments as they happen.`,
  instagram: $localize`:@@connections.updates.instagram:Instagram sends comments as viewers write them.`,
};

/** State of an account's webhooks on the platform, with buttons to check or restore them. */
@Component({
  selector: 'app-connection-webhooks',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Chip],
  template: `
    @let it = connection().webhooks;
    <p class="flex flex-wrap items-center gap-2">
      <span class="font-medium" i18n="@@connections.updates.heading">Instant updates</span>
      <app-chip [tone]="state().tone" [icon]="state().icon">{{ state().label }}</app-chip>
    </p>
    <p class="mt-1 break-words text-soft">{{ text() }}</p>
    @if (it.checkedAt; as at) {
      <p class="mt-1 text-meta text-soft" i18n="@@connections.updates.checked-at">Checked {{ time(at) }}</p>
    }
    @if (mayChange() && connection().status === 'active') {
      <div class="mt-1 -ml-3 flex flex-wrap">
        @if (it.state !== 'on') {
          <button
            matButton
            type="button"
            [disabled]="busy()"
            (click)="subscribe.emit()"
            i18n="@@connections.updates.subscribe"
          >
            Subscribe again
          </button>
        }
        <button
          matButton
          type="button"
          [disabled]="busy()"
          (click)="check.emit()"
          i18n="@@connections.updates.check"
        >
          Check now
        </button>
      </div>
    }
  `,
  host: { class: 'mt-3 block border-t border-line pt-3' },
})
export class ConnectionWebhooks {
  readonly connection = input.required<Connection>();
  readonly mayChange = input.required<boolean>();
  readonly busy = input(false);
  readonly subscribe = output();
  readonly check = output();
  protected readonly time = dayAndTime;
  protected readonly state = computed(() => STATES[this.connection().webhooks.state]);
  protected readonly text = computed(() => {
    const { platform, webhooks } = this.connection();
    if (webhooks.problem !== null) return webhooks.problem;
    return webhooks.state === 'on'
      ? (TEXTS_WHEN_ON[platform] ??
          $localize`:@@connections.updates.other:${platformName(platform)}:platform: sends comments as viewers write them.`)
      : $localize`:@@connections.updates.not-checked:Not checked yet. This server checks every few hours.`;
  });
}
