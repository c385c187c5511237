import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Connection, WebhookState } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import type { IconName } from '../ui/icons';
import { dayAndTime } from '../ui/times';
import type { Tone } from '../ui/tone';

const SHOWN: Record<WebhookState, { word: string; tone: Tone; icon: IconName }> = {
  on: { word: 'On', tone: 'good', icon: 'check_circle' },
  partial: { word: 'Partly on', tone: 'warn', icon: 'priority_high' },
  off: { word: 'Off', tone: 'warn', icon: 'priority_high' },
  unknown: { word: 'Not known', tone: 'mute', icon: 'schedule' },
};

const WHEN_ON: Record<Connection['platform'], string> = {
  facebook: 'Facebook reports edits and deletions as they happen.',
  instagram: 'Instagram sends comments as they are written.',
};

/** Whether the platform pushes news of an account to this server, and how to mend it. */
@Component({
  selector: 'app-connection-webhooks',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Chip],
  template: `
    @let it = connection().webhooks;
    <p class="flex flex-wrap items-center gap-2">
      <span class="font-medium">Instant updates</span>
      <app-chip [tone]="shown().tone" [icon]="shown().icon">{{ shown().word }}</app-chip>
    </p>
    <p class="mt-1 break-words text-soft">{{ text() }}</p>
    @if (it.checkedAt; as at) {
      <p class="mt-1 text-meta text-soft">Checked {{ time(at) }}</p>
    }
    @if (mayChange() && connection().status === 'active') {
      <div class="mt-1 -ml-3 flex flex-wrap">
        @if (it.state !== 'on') {
          <button matButton type="button" [disabled]="busy()" (click)="subscribe.emit()">Subscribe again</button>
        }
        <button matButton type="button" [disabled]="busy()" (click)="check.emit()">Check now</button>
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
  protected readonly shown = computed(() => SHOWN[this.connection().webhooks.state]);
  protected readonly text = computed(() => {
    const { platform, webhooks } = this.connection();
    if (webhooks.problem !== null) return webhooks.problem;
    return webhooks.state === 'on' ? WHEN_ON[platform] : 'Not checked yet. This server checks every few hours.';
  });
}
