import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { ConnectablePlatform, Connection, LoginKind } from '@sellary/contracts';
import { map } from 'rxjs';
import { ConnectionsApi } from '../api/connections-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { PLATFORM_ICONS } from '../ui/icons';
import { LoadFailed } from '../ui/load-failed';
import { Notices } from '../ui/notices';
import { Problem } from '../ui/problem';
import { counted } from '../ui/words';
import { connectFailure, missedPages } from './connect-outcome';
import { ConnectionCard } from './connection-card';
import { DisconnectDialog } from './disconnect-dialog';
import { UnfinishedSignIn } from './unfinished-sign-in';

const OFFERS: { platform: ConnectablePlatform; name: string; text: string }[] = [
  {
    platform: 'facebook',
    name: 'Facebook Page',
    text: 'Sign in with Facebook and choose your Pages. Their live videos can then be the source of a show.',
  },
  {
    platform: 'instagram',
    name: 'Instagram account',
    text: 'A professional account that is linked to one of your Pages. Its live comments come by themselves.',
  },
];

/** Pages and accounts whose broadcasts a show can listen to. */
@Component({
  selector: 'app-connections',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Chip, Icon, LoadFailed, Problem, ConnectionCard, UnfinishedSignIn],
  templateUrl: './connections.html',
})
export class Connections {
  private readonly api = inject(ConnectionsApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly offers = OFFERS;
  protected readonly icon = PLATFORM_ICONS;
  protected readonly mayChange = inject(SessionStore).mayAct('admin');
  protected readonly busy = signal(false);
  protected readonly list = resource({ loader: () => this.api.all() });

  private readonly answer = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly failure = computed(() => {
    const code = this.answer().get('error');
    return code === null ? null : connectFailure(code);
  });
  private readonly made = computed(() => this.answer().get('connected')?.split(',').filter(Boolean) ?? []);
  /** Said once it is known that nothing is missing. */
  protected readonly success = computed(() =>
    this.made().length === 0 || this.list.isLoading() ? null : `${counted(this.made().length, 'account')} connected.`,
  );
  /** Connected, and yet not as it should be. */
  protected readonly incomplete = computed(() => {
    const made = this.made();
    const known = this.list.hasValue() ? this.list.value().connections : [];
    const lacking = known.filter(({ id, problem }) => made.includes(id) && problem !== null);
    return lacking.length === 0 ? null : `${this.success() ?? ''} Not everything was allowed: what is missing stands below.`;
  });
  protected readonly missed = computed(() => missedPages(this.answer().get('missed')));
  /** Not shown beside the outcome of a sign-in that did come back. */
  protected readonly unfinished = computed(() =>
    this.list.hasValue() && this.failure() === null && this.made().length === 0 ? this.list.value().unfinished : [],
  );
  protected readonly isRehearsal = computed(() => this.list.hasValue() && Object.values(this.list.value().platforms).includes('rehearsal'));

  constructor() {
    const window = this.window;
    if (window === null) return;
    // The browser's Back from the platform's page may show this page as it was left.
    const back = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      this.busy.set(false);
      this.list.reload();
    };
    window.addEventListener('pageshow', back);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('pageshow', back));
  }

  /** Leaves the console for the platform's own page; it sends the browser back here. */
  protected async connect(platform: ConnectablePlatform, login?: LoginKind): Promise<void> {
    this.busy.set(true);
    try {
      const address = await this.api.start(platform, login);
      this.window?.location.assign(address);
    } catch (failure) {
      this.notices.fail(failure, 'Not connected');
      this.busy.set(false);
    }
  }

  protected disconnect(connection: Connection): void {
    this.dialog
      .open<DisconnectDialog, Connection, boolean>(DisconnectDialog, { data: connection, width: '28rem' })
      .afterClosed()
      .pipe(map((sure) => sure === true))
      .subscribe((sure) => sure && void this.giveBack(connection));
  }

  protected async seeToWebhooks({ id, displayName }: Connection, what: 'subscribe' | 'check'): Promise<void> {
    this.busy.set(true);
    try {
      const { webhooks } = what === 'subscribe' ? await this.api.subscribe(id) : await this.api.checkWebhooks(id);
      const isOn = webhooks.state === 'on';
      this.notices.say(isOn ? `Instant updates of ${displayName} are on.` : `Instant updates of ${displayName} are not on.`);
    } catch (failure) {
      this.notices.fail(failure, what === 'subscribe' ? 'Not subscribed' : 'Not checked');
    } finally {
      this.busy.set(false);
      this.list.reload();
    }
  }

  private async giveBack(connection: Connection): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.disconnect(connection.id);
      this.notices.say(`${connection.displayName} is disconnected.`);
    } catch (failure) {
      this.notices.fail(failure, 'Not disconnected');
    } finally {
      this.busy.set(false);
      this.list.reload();
    }
  }
}
