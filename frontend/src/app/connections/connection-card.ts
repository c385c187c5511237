import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Connection } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { DayPipe } from '../ui/times';
import { platformIcon, platformName } from '../ui/platform-names';
import { EXPIRES_SOON_DAYS, connectionHealth } from '../ui/connection-status-words';
import { ConnectionWebhooks } from './connection-webhooks';

/** Lifetime of a long-lived access token, in days. */
const TOKEN_LIFETIME_DAYS = 60;

/** A connected Page or account, with its health and buttons. */
@Component({
  selector: 'app-connection-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Chip, Icon, DayPipe, ConnectionWebhooks],
  template: `
    @let it = connection();
    <div class="flex items-start gap-2.5">
      <app-icon [name]="icon(it.platform)" class="mt-0.5 flex-none text-soft" />
      <div class="min-w-0 flex-1">
        <h2 class="text-base! break-words">{{ it.displayName }}</h2>
        <p class="mt-1 flex items-center gap-2 text-meta text-soft">
          {{ name(it.platform)
          }}<app-chip [tone]="health().tone" [icon]="health().icon">{{ health().label }}</app-chip>
        </p>
      </div>
    </div>
    @if (it.problem; as problem) {
      <p class="mt-3 rounded-lg bg-warn-ground px-3 py-2 text-warn">{{ problem }}</p>
    }
    <div class="mt-3 flex-1">
      @if (it.status !== 'active') {
        <p class="text-soft" i18n="@@connections.card.inactive">
          Shows won’t receive comments from this account until you connect it again.
        </p>
      } @else if (it.daysLeft !== null) {
        @if (it.daysLeft === 0) {
          <p class="text-soft" i18n="@@connections.card.last-day">Expires in less than a day.</p>
        } @else {
          <p class="text-soft">
            <ng-container i18n="@@connections.card.days-left">{it.daysLeft, plural,
              =1 {Expires in 1 day. Renews automatically before then.}
              other {Expires in {{ it.daysLeft }} days. Renews automatically before then.}
            }</ng-container>
          </p>
        }
        <div class="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
          <div class="h-full rounded-full bg-current" [class]="barTone()" [style.width.%]="percent()"></div>
        </div>
      } @else {
        <p class="text-soft" i18n="@@connections.card.no-expiry">Does not expire.</p>
      }
      <p class="mt-2 text-meta text-soft" i18n="@@connections.card.connected-on">
        Connected {{ it.createdAt | day }}
      </p>
      <app-connection-webhooks
        [connection]="it"
        [mayChange]="mayChange()"
        [busy]="busy()"
        (subscribe)="subscribe.emit()"
        (check)="check.emit()"
      />
    </div>
    @if (mayChange()) {
      <div class="mt-4 flex flex-wrap gap-2">
        <button
          [matButton]="it.problem ? 'filled' : 'outlined'"
          type="button"
          [disabled]="busy()"
          (click)="reconnect.emit()"
          i18n="@@connections.card.connect-again"
        >
          Connect again
        </button>
        <button
          matButton
          type="button"
          [disabled]="busy()"
          (click)="disconnect.emit()"
          i18n="@@connections.card.disconnect"
        >
          Disconnect…
        </button>
      </div>
    }
  `,
  host: { class: 'card flex flex-col p-5' },
})
export class ConnectionCard {
  readonly connection = input.required<Connection>();
  readonly mayChange = input.required<boolean>();
  readonly busy = input(false);
  readonly reconnect = output();
  readonly disconnect = output();
  readonly subscribe = output();
  readonly check = output();
  protected readonly name = platformName;
  protected readonly icon = platformIcon;

  protected readonly health = computed(() => connectionHealth(this.connection()));
  /** Remaining token lifetime in percent, at least 2 so that the bar is visible. */
  protected readonly percent = computed(() =>
    Math.min(100, Math.max(2, ((this.connection().daysLeft ?? 0) / TOKEN_LIFETIME_DAYS) * 100)),
  );
  protected readonly barTone = computed(() =>
    (this.connection().daysLeft ?? 0) <= EXPIRES_SOON_DAYS ? 'text-warn' : 'text-good',
  );
}
