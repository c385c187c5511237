import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { Show, ShowStatus } from '@sellary/contracts';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { Choices } from '../ui/choices';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { SearchField } from '../ui/search-field';
import { DayPipe } from '../ui/times';
import { CreateShowDialog } from './create-show-dialog';
import { showFigures } from './show-figures';
import { ShowStatusChip } from './show-status-chip';

const PAGE = 50;

@Component({
  selector: 'app-show-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Choices, Icon, EmptyState, LoadFailed, LoadMore, SearchField, ShowStatusChip, DayPipe],
  templateUrl: './show-list.html',
})
export class ShowList {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
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
  protected readonly figures = showFigures;
  protected readonly list = paged(
    () => this.status(),
    async (status, cursor) => {
      const { shows, nextCursor } = await this.api.list({
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
        ...(status !== 'all' && { status }),
      });
      return { rows: shows, nextCursor };
    },
  );
  protected readonly shows = computed(() => {
    const words = this.query().trim().toLowerCase();
    return words ? this.list.rows().filter(({ name }) => name.toLowerCase().includes(words)) : this.list.rows();
  });
  /** Nothing at all, as opposed to nothing that matches. */
  protected readonly none = computed(() => this.list.loaded() && this.list.rows().length === 0 && this.status() === 'all');

  protected create(): void {
    this.dialog
      .open<CreateShowDialog, void, Show>(CreateShowDialog, { width: '28rem' })
      .afterClosed()
      .subscribe((show) => show && void this.router.navigate(['/shows', show.id]));
  }
}
