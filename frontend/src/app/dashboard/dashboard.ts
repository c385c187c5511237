import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { Show } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { connectionHealth } from '../ui/connection-status-words';
import { CreateShowDialog } from '../shows/create-show-dialog';
import { ShowFigures } from '../shows/show-figures';
import { ShowStatusChip } from '../shows/show-status-chip';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { DayPipe } from '../ui/times';
import { FirstSteps } from './first-steps';

@Component({
  selector: 'app-dashboard',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Chip, Icon, NotLoaded, ShowFigures, ShowStatusChip, DayPipe, FirstSteps],
  templateUrl: './dashboard.html',
})
export class Dashboard {
  private readonly api = inject(ShowsApi);
  private readonly connectionsApi = inject(ConnectionsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly mayCreate = this.session.mayAct('operator');
  protected readonly name = computed(() => this.session.user()?.name.split(' ')[0] ?? '');

  /** One request per status, so that a live show is never pushed off the end of a list. */
  protected readonly shows = resource({
    loader: async () => {
      const [active, paused, drafts, ended] = await Promise.all(
        (['active', 'paused', 'draft', 'ended'] as const).map((status) =>
          this.api.list({ status, limit: 5 }),
        ),
      );
      const rows = (list: typeof active): Show[] => list?.shows ?? [];
      return { live: [...rows(active), ...rows(paused)], drafts: rows(drafts), ended: rows(ended) };
    },
  });
  protected readonly loadedShows = computed(() => {
    if (!this.shows.hasValue()) return [];
    const { live, drafts, ended } = this.shows.value();
    return [...live, ...drafts, ...ended];
  });
  /** True while no show has ended and no live show has a claim. */
  protected readonly needsFirstSteps = computed(() => {
    if (!this.shows.hasValue()) return false;
    const { live, ended } = this.shows.value();
    return ended.length === 0 && live.every(({ stats }) => stats.claims === 0);
  });

  private readonly connections = resource({ loader: () => this.connectionsApi.all() });
  /**
   * Connections to check before the next show. Empty if loading fails, because the Connections page reports
   * the failure.
   */
  protected readonly connectionsToCheck = computed(() =>
    this.connections.hasValue()
      ? this.connections.value().connections.flatMap((connection) => {
          const health = connectionHealth(connection);
          return health.tone === 'good' ? [] : [{ connection, health }];
        })
      : [],
  );

  protected readonly isConnected = computed(
    () => this.connections.hasValue() && this.connections.value().connections.length > 0,
  );

  protected create(): void {
    this.dialog
      .open<CreateShowDialog, void, Show>(CreateShowDialog, { width: '28rem' })
      .afterClosed()
      .subscribe((show) => show && void this.router.navigate(['/shows', show.id]));
  }
}
