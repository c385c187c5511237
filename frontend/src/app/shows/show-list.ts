import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Show, ShowStatus } from '@sellary/contracts';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { SegmentedControl } from '../ui/segmented-control';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { SearchField } from '../ui/search-field';
import { DayPipe } from '../ui/times';
import { ShowCopies } from './copies/show-copies';
import { CreateShowDialog } from './create-show-dialog';
import { ShowFigures } from './show-figures';
import { ShowStatusChip } from './show-status-chip';

const PAGE_SIZE = 50;

/** Tab names, in order. */
const STATUS_NAMES = {
  active: $localize`:Show status|@@shows.list.filter.active:Live`,
  paused: $localize`:Show status|@@shows.list.filter.paused:Paused`,
  draft: $localize`:Show status|@@shows.list.filter.draft:Drafts`,
  ended: $localize`:Show status|@@shows.list.filter.ended:Ended`,
} satisfies Record<ShowStatus, string>;
const STATUSES = Object.keys(STATUS_NAMES) as ShowStatus[];

/** Page that lists all shows, filtered by status and name. */
@Component({
  selector: 'app-show-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatButton,
    SegmentedControl,
    Icon,
    EmptyState,
    NotLoaded,
    LoadMore,
    SearchField,
    ShowFigures,
    ShowStatusChip,
    DayPipe,
  ],
  templateUrl: './show-list.html',
})
export class ShowList {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly copies = inject(ShowCopies);
  protected readonly copyText = $localize`:@@shows.list.copy:Copy show…`;
  protected readonly mayCreate = inject(SessionStore).mayAct('operator');

  protected readonly tabs: readonly { value: ShowStatus | 'all'; name: string }[] = [
    { value: 'all', name: $localize`:All shows|@@shows.list.filter.all:All` },
    ...STATUSES.map((value) => ({ value, name: STATUS_NAMES[value] })),
  ];
  protected readonly status = signal<ShowStatus | 'all'>('all');
  protected readonly query = signal('');
  protected readonly list = paged(
    () => this.status(),
    (status, cursor) => this.api.list({ limit: PAGE_SIZE, cursor, ...(status !== 'all' && { status }) }),
    ({ shows }) => shows,
  );
  protected readonly shows = computed(() => {
    const query = this.query().trim().toLowerCase();
    return query
      ? this.list.rows().filter(({ name }) => name.toLowerCase().includes(query))
      : this.list.rows();
  });
  protected readonly noneTexts = {
    status: $localize`:@@shows.list.none.status:No shows have this status.`,
    newest: $localize`:@@shows.list.none.newest:None of the newest shows has this name. Load older shows below or type fewer letters.`,
    name: $localize`:@@shows.list.none.name:No shows have this name. Type fewer letters.`,
  };
  protected readonly hasNoShows = computed(
    () => this.list.loaded() && this.list.rows().length === 0 && this.status() === 'all',
  );

  constructor() {
    const route = inject(ActivatedRoute);
    if (route.snapshot.queryParamMap.has('create') && this.mayCreate) {
      // Without the query, the Back button and a reload show only the list.
      const withoutQuery = { relativeTo: route, queryParams: {}, replaceUrl: true };
      void this.router.navigate([], withoutQuery).then(() => this.create());
    }
  }

  protected summaryLabel({ name }: Show): string {
    return $localize`:@@shows.list.summary-label:Open summary of ${name}:show:`;
  }

  protected copyLabel({ name }: Show): string {
    return $localize`:@@shows.list.copy-label:Copy ${name}:show:…`;
  }

  protected create(): void {
    this.dialog
      .open<CreateShowDialog, void, Show>(CreateShowDialog, { width: '28rem' })
      .afterClosed()
      .subscribe((show) => show && void this.router.navigate(['/shows', show.id]));
  }
}
