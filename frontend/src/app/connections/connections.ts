import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { PlatformId, Connection } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { PlatformsApi } from '../api/platforms-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { platformIcon } from '../ui/platform-names';
import { NotLoaded } from '../ui/not-loaded';
import { Notices } from '../ui/notices';
import { Problem } from '../ui/problem';
import { connectFailure, missedPagesText } from './connect-outcome';
import { ConnectionCard } from './connection-card';
import { DisconnectDialog } from './disconnect-dialog';
import { offersOf } from './offers';
import { UnfinishedSignIn } from './unfinished-sign-in';

/** True for the platforms that need the Meta app. */
const isMetaPlatform = (id: PlatformId): boolean => id === 'facebook' || id === 'instagram';

/** Page that lists connected Pages and accounts, and connects more. */
@Component({
  selector: 'app-connections',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Chip, Icon, NotLoaded, Problem, ConnectionCard, UnfinishedSignIn],
  templateUrl: './connections.html',
})
export class Connections {
  private readonly api = inject(ConnectionsApi);
  private readonly platformsApi = inject(PlatformsApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly icon = platformIcon;
  protected readonly mayChange = inject(SessionStore).mayAct('admin');
  protected readonly busy = signal(false);
  protected readonly list = resource({
    loader: async () => {
      const [connections, platforms] = await Promise.all([this.api.all(), this.platformsApi.all()]);
      return { ...connections, platforms };
    },
  });
  protected readonly offers = computed(() =>
    this.list.hasValue() ? offersOf(this.list.value().platforms) : [],
  );

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly failure = computed(() => {
    const code = this.queryParams().get('error');
    return code === null ? null : connectFailure(code);
  });
  private readonly connectedIds = computed(
    () => this.queryParams().get('connected')?.split(',').filter(Boolean) ?? [],
  );
  /**
   * Number of accounts connected by the last sign-in. 0 during the list's first load, because only the list
   * shows whether permissions are missing.
   */
  protected readonly connectedCount = computed(() =>
    this.list.isLoading() && !this.list.hasValue() ? 0 : this.connectedIds().length,
  );
  protected readonly isIncomplete = computed(() => {
    const connections = this.list.hasValue() ? this.list.value().connections : [];
    return connections.some(({ id, problem }) => this.connectedIds().includes(id) && problem !== null);
  });
  protected readonly missedPages = computed(() => missedPagesText(this.queryParams().get('missed')));
  /** Unfinished sign-ins, or none while a finished sign-in's outcome is shown. */
  protected readonly unfinished = computed(() =>
    this.list.hasValue() && this.failure() === null && this.connectedIds().length === 0
      ? this.list.value().unfinished
      : [],
  );
  protected readonly isSimulated = computed(() =>
    this.offers().some(({ platform }) => isMetaPlatform(platform.id) && platform.readiness === 'rehearsal'),
  );
  protected readonly isMetaPlatform = isMetaPlatform;

  constructor() {
    const window = this.window;
    if (window === null) return;
    // If the user goes back from the platform's page, the browser may restore this page from its cache, still
    // busy.
    const restore = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      this.busy.set(false);
      this.list.reload();
    };
    window.addEventListener('pageshow', restore);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('pageshow', restore));
  }

  /** Opens the platform's sign-in page, which redirects back here. */
  protected async connect(platform: PlatformId, login?: string): Promise<void> {
    this.busy.set(true);
    try {
      const address = await this.api.startConnecting(platform, login);
      this.window?.location.assign(address);
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@connections.notice.not-connected:Not connected`);
      this.busy.set(false);
    }
  }

  protected disconnect(connection: Connection): void {
    this.dialog
      .open<DisconnectDialog, Connection, boolean>(DisconnectDialog, { data: connection, width: '28rem' })
      .afterClosed()
      .subscribe((isConfirmed) => isConfirmed && void this.revokeAccess(connection));
  }

  protected async updateWebhooks(
    { id, displayName }: Connection,
    action: 'subscribe' | 'check',
  ): Promise<void> {
    this.busy.set(true);
    try {
      const { webhooks } =
        action === 'subscribe' ? await this.api.subscribeToWebhooks(id) : await this.api.checkWebhooks(id);
      this.notices.show(
        webhooks.state === 'on'
          ? $localize`:@@connections.notice.updates-on:Instant updates are on for ${displayName}:account:.`
          : $localize`:@@connections.notice.updates-not-on:Instant updates are not on for ${displayName}:account:.`,
      );
    } catch (failure) {
      this.notices.fail(
        failure,
        action === 'subscribe'
          ? $localize`:@@connections.notice.not-subscribed:Not subscribed`
          : $localize`:@@connections.notice.not-checked:Not checked`,
      );
    } finally {
      this.busy.set(false);
      this.list.reload();
    }
  }

  private async revokeAccess(connection: Connection): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.disconnect(connection.id);
      this.notices.show(
        $localize`:@@connections.notice.disconnected:${connection.displayName}:account: is disconnected.`,
      );
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@connections.notice.not-disconnected:Not disconnected`);
    } finally {
      this.busy.set(false);
      this.list.reload();
    }
  }
}
