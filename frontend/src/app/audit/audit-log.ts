import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { ShowsApi } from '../api/shows-api';
import { type AuditOptions, WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { EmptyState } from '../ui/empty-state';
import { LoadFailed } from '../ui/load-failed';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { AuditEntry } from './audit-entry';
import { SUBJECTS } from './act-words';

const PAGE = 50;
const MOST_SHOWS = 200;

interface Filter {
  entityType: string;
  userId: string;
  showId: string;
  /** Local days, as date fields hold them. */
  from: string;
  to: string;
}
const EVERYTHING: Filter = { entityType: '', userId: '', showId: '', from: '', to: '' };

/** Who did what to what, and how it stood before and after. Nothing here can be changed. */
@Component({
  selector: 'app-audit-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, LoadFailed, LoadMore, AuditEntry],
  templateUrl: './audit-log.html',
})
export class AuditLog {
  private readonly workspaces = inject(WorkspacesApi);
  private readonly showsApi = inject(ShowsApi);
  private readonly session = inject(SessionStore);

  protected readonly subjects = SUBJECTS;
  protected readonly mayRead = computed(() => this.session.mayAct('admin'));
  protected readonly filter = signal(EVERYTHING);
  protected readonly isNarrowed = computed(() => Object.values(this.filter()).some((value) => value !== ''));
  private readonly workspaceId = computed(() => (this.mayRead() ? this.session.workspace()?.id : undefined));

  protected readonly list = paged(
    () => this.question(),
    async ({ id, options }, cursor) => {
      const { entries, nextCursor } = await this.workspaces.audit(id, { ...options, ...(cursor !== undefined && { cursor }) });
      return { rows: entries, nextCursor };
    },
  );
  /** For the filters. Without them the log can still be read. */
  protected readonly members = resource({
    params: () => this.workspaceId(),
    loader: ({ params }) => this.workspaces.members(params),
  });
  protected readonly shows = resource({
    params: () => this.workspaceId(),
    loader: async () => (await this.showsApi.list({ limit: MOST_SHOWS })).shows,
  });

  private readonly names = computed(() => new Map((this.shows.hasValue() ? this.shows.value() : []).map(({ id, name }) => [id, name])));

  protected nameOf(showId: string | null): string | undefined {
    return this.names().get(showId ?? '');
  }

  protected narrow(change: Partial<Filter>): void {
    this.filter.update((filter) => ({ ...filter, ...change }));
  }

  protected widen(): void {
    this.narrow(EVERYTHING);
  }

  private question(): { id: string; options: AuditOptions } | undefined {
    const id = this.workspaceId();
    if (id === undefined) return undefined;
    const { entityType, userId, showId, from, to } = this.filter();
    return {
      id,
      options: {
        limit: PAGE,
        ...(entityType && { entityType }),
        ...(userId && { userId }),
        ...(showId && { showId }),
        ...(from && { from: startOfDay(from, 0) }),
        ...(to && { to: startOfDay(to, 1) }),
      },
    };
  }
}

/** Midnight of the reader's own day, `later` days on. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
