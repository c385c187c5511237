import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { Show, ShowStatus } from '@sellary/contracts';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { Notices } from '../ui/notices';
import { DayPipe } from '../ui/times';
import { CreateShowDialog } from './create-show-dialog';
import { showFigures } from './show-figures';
import { ShowStatusChip } from './show-status-chip';

const PAGE = 50;

@Component({
  selector: 'app-show-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Icon, EmptyState, LoadFailed, ShowStatusChip, DayPipe],
  templateUrl: './show-list.html',
})
export class ShowList {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly mayCreate = inject(SessionStore).mayAct('operator');

  protected readonly tabs: readonly { value: ShowStatus | 'all'; name: string }[] = [
    { value: 'all', name: 'All' },
    { value: 'active', name: 'Live' },
    { value: 'paused', name: 'Paused' },
    { value: 'draft', name: 'Drafts' },
    { value: 'ended', name: 'Ended' },
  ];
  protected readonly status = signal<ShowStatus | 'all'>('all');
  protected readonly query = signal('');
  protected readonly more = signal<{ shows: Show[]; nextCursor: string | null } | null>(null);
  protected readonly loadingMore = signal(false);
  protected readonly figures = showFigures;

  protected readonly first = resource({
    params: () => this.status(),
    loader: ({ params }) => this.api.list({ limit: PAGE, ...(params !== 'all' && { status: params }) }),
  });
  protected readonly nextCursor = computed(() =>
    this.more() ? this.more()?.nextCursor : this.first.hasValue() ? this.first.value().nextCursor : null,
  );
  private readonly loaded = computed<readonly Show[]>(() =>
    this.first.hasValue() ? [...this.first.value().shows, ...(this.more()?.shows ?? [])] : [],
  );
  protected readonly shows = computed(() => {
    const words = this.query().trim().toLowerCase();
    return words ? this.loaded().filter(({ name }) => name.toLowerCase().includes(words)) : this.loaded();
  });
  /** Nothing at all, as opposed to nothing that matches. */
  protected readonly none = computed(() => this.first.hasValue() && this.loaded().length === 0 && this.status() === 'all');

  protected choose(status: ShowStatus | 'all'): void {
    this.more.set(null);
    this.status.set(status);
  }

  protected async loadMore(): Promise<void> {
    const cursor = this.nextCursor();
    const status = this.status();
    if (!cursor || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const page = await this.api.list({ limit: PAGE, cursor, ...(status !== 'all' && { status }) });
      if (status === this.status()) {
        this.more.update((before) => ({ shows: [...(before?.shows ?? []), ...page.shows], nextCursor: page.nextCursor }));
      }
    } catch (failure) {
      this.notices.fail(failure, 'No more shows loaded');
    } finally {
      this.loadingMore.set(false);
    }
  }

  protected create(): void {
    this.dialog
      .open<CreateShowDialog, void, Show>(CreateShowDialog, { width: '28rem' })
      .afterClosed()
      .subscribe((show) => show && void this.router.navigate(['/shows', show.id]));
  }
}
