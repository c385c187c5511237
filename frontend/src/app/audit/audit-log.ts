import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { ShowsApi } from '../api/shows-api';
import { type AuditOptions, WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { AuditEntry } from './audit-entry';
import { SUBJECTS } from './act-texts';

const PAGE_SIZE = 50;
const MAX_SHOW_CHOICES = 200;

interface Filter {
  entityType: string;
  userId: string;
  showId: string;
  /** Local days, such as "2026-11-30". `to` is included. */
  from: string;
  to: string;
}
const NO_FILTER: Filter = { entityType: '', userId: '', showId: '', from: '', to: '' };

/** The audit log: who did what, with the values before and after. Read-only. */
@Component({
  selector: 'app-audit-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, NotLoaded, LoadMore, AuditEntry],
  templateUrl: './audit-log.html',
})
export class AuditLog {
  private readonly workspaces = inject(WorkspacesApi);
  private readonly showsApi = inject(ShowsApi);
  private readonly session = inject(SessionStore);

  protected readonly subjects = SUBJECTS;
  protected readonly mayRead = computed(() => this.session.mayAct('admin'));
  protected readonly filter = signal(NO_FILTER);
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some((value) => value !== ''));
  private readonly workspaceId = computed(() => (this.mayRead() ? this.session.workspace()?.id : undefined));

  protected readonly list = paged(
    () => this.request(),
    ({ id, options }, cursor) => this.workspaces.audit(id, { ...options, cursor }),
    ({ entries }) => entries,
  );
  /** The people to filter by. If these or the `shows` cannot be loaded, the log works without them. */
  protected readonly members = resource({
    params: () => this.workspaceId(),
    loader: ({ params }) => this.workspaces.members(params),
  });
  protected readonly shows = resource({
    params: () => this.workspaceId(),
    loader: async () => (await this.showsApi.list({ limit: MAX_SHOW_CHOICES })).shows,
  });

  private readonly showNames = computed(
    () => new Map((this.shows.hasValue() ? this.shows.value() : []).map(({ id, name }) => [id, name])),
  );

  protected showName(showId: string | null): string | undefined {
    return this.showNames().get(showId ?? '');
  }

  protected changeFilter(change: Partial<Filter>): void {
    this.filter.update((filter) => ({ ...filter, ...change }));
  }

  protected clearFilters(): void {
    this.filter.set(NO_FILTER);
  }

  private request(): { id: string; options: AuditOptions } | undefined {
    const id = this.workspaceId();
    if (id === undefined) return undefined;
    const { entityType, userId, showId, from, to } = this.filter();
    return {
      id,
      options: {
        limit: PAGE_SIZE,
        ...(entityType && { entityType }),
        ...(userId && { userId }),
        ...(showId && { showId }),
        ...(from && { from: startOfDay(from, 0) }),
        ...(to && { to: startOfDay(to, 1) }),
      },
    };
  }
}

/** Midnight in the user's time zone, `daysLater` days after `day`. */
function startOfDay(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
