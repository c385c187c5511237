import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { Show } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { healthOf } from '../connections/connection-health';
import { CreateShowDialog } from '../shows/create-show-dialog';
import { showFigures } from '../shows/show-figures';
import { ShowStatusChip } from '../shows/show-status-chip';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { DayPipe } from '../ui/times';
import { FirstSteps } from './first-steps';

@Component({
  selector: 'app-dashboard',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Chip, Icon, LoadFailed, ShowStatusChip, DayPipe, FirstSteps],
  templateUrl: './dashboard.html',
})
export class Dashboard {
  private readonly api = inject(ShowsApi);
  private readonly connections = inject(ConnectionsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly mayCreate = this.session.mayAct('operator');
  protected readonly name = computed(() => this.session.user()?.name.split(' ')[0] ?? '');
  protected readonly figures = showFigures;

  /** Asked by state, so that a show that is live is never below the end of a list. */
  protected readonly shows = resource({
    loader: async () => {
      const [active, paused, drafts, ended] = await Promise.all(
        (['active', 'paused', 'draft', 'ended'] as const).map((status) => this.api.list({ status, limit: 5 })),
      );
      const of = (list: typeof active): Show[] => list?.shows ?? [];
      return { live: [...of(active), ...of(paused)], drafts: of(drafts), ended: of(ended) };
    },
  });
  protected readonly all = computed(() => {
    if (!this.shows.hasValue()) return [];
    const { live, drafts, ended } = this.shows.value();
    return [...live, ...drafts, ...ended];
  });
  /** The checklist goes away for good once a show has really run. */
  protected readonly isNew = computed(() => this.shows.hasValue() && this.shows.value().ended.length === 0);

  private readonly connected = resource({ loader: () => this.connections.all() });
  /** Accounts that a person should look at before the next show. Where they cannot be read, their own page says so. */
  protected readonly needCare = computed(() =>
    this.connected.hasValue()
      ? this.connected.value().connections.flatMap((connection) => {
          const health = healthOf(connection);
          return health.tone === 'good' ? [] : [{ connection, health }];
        })
      : [],
  );

  protected create(): void {
    this.dialog
      .open<CreateShowDialog, void, Show>(CreateShowDialog, { width: '28rem' })
      .afterClosed()
      .subscribe((show) => show && void this.router.navigate(['/shows', show.id]));
  }
}
