import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { BasketRow, BasketState, BasketTotals } from '@sellary/contracts';
import { type BasketStateFilter, BasketsApi } from '../api/baskets-api';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { LazyDialogs } from '../ui/lazy-dialogs';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { Problem } from '../ui/problem';
import { RowSelection } from '../ui/row-selection';
import { SearchField } from '../ui/search-field';
import { SegmentedControl } from '../ui/segmented-control';
import { BasketBar } from './basket-bar';
import { BasketSteps, basketsPhrase } from './basket-steps';
import { BasketTable } from './basket-table';
import { BasketTotalsRow } from './basket-totals';
import { STATE_WORDS } from './basket-words';
import { StepDialogs } from './step-dialogs';
import { type OperatorStep, basketsFor } from './step-rules';
import { searchText } from '../ui/search-text';

const PAGE_SIZE = 100;
const MAX_SHOW_CHOICES = 100;

type Tab = 'unpaid' | Exclude<BasketState, 'expired' | 'cancelled'> | 'closed' | 'all';
/** The tabs in order, each with the states that it lists. An empty list means all states. */
const TABS: Record<Tab, readonly BasketState[]> = {
  unpaid: ['open', 'requested'],
  open: ['open'],
  requested: ['requested'],
  paid: ['paid'],
  packed: ['packed'],
  shipped: ['shipped'],
  closed: ['expired', 'cancelled'],
  all: [],
};
const TAB_NAMES: Record<Tab, string> = {
  unpaid: $localize`:Basket filter|@@baskets.tab.unpaid:Unpaid`,
  open: STATE_WORDS.open.word,
  requested: STATE_WORDS.requested.word,
  paid: STATE_WORDS.paid.word,
  packed: STATE_WORDS.packed.word,
  shipped: STATE_WORDS.shipped.word,
  closed: $localize`:Filter for expired and canceled baskets|@@baskets.tab.closed:Closed`,
  all: $localize`:Basket filter|@@baskets.tab.all:All`,
};
const TAB_IDS = Object.keys(TABS) as Tab[];

/** The page that lists a show's baskets, or all baskets. The URL contains the filters. */
@Component({
  selector: 'app-basket-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    BasketBar,
    BasketTable,
    BasketTotalsRow,
    EmptyState,
    Icon,
    NotLoaded,
    LoadMore,
    Problem,
    SearchField,
    SegmentedControl,
  ],
  templateUrl: './basket-list.html',
})
export class BasketList {
  private readonly api = inject(BasketsApi);
  private readonly shows = inject(ShowsApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dialogs = inject(StepDialogs);
  private readonly lazyDialogs = inject(LazyDialogs);
  protected readonly steps = inject(BasketSteps);
  private readonly initialParams = this.route.snapshot.queryParamMap;
  protected readonly mayAct = inject(SessionStore).mayAct('operator');
  protected readonly mayConfigure = inject(SessionStore).mayAct('admin');

  protected readonly query = signal(this.initialParams.get('q') ?? '');
  private readonly search = searchText(this.query);
  protected readonly show = signal(this.initialParams.get('show') ?? '');
  protected readonly tab = signal<Tab>(tabOf(this.initialParams.get('state')));
  protected readonly onlyOverdue = signal(this.initialParams.get('overdue') === 'true');
  protected readonly now = signal(Date.now());
  protected readonly isFiltered = computed(
    () => this.search() !== '' || this.onlyOverdue() || this.tab() !== 'all',
  );

  protected readonly list = paged(
    () => ({ show: this.show(), tab: this.tab(), q: this.search(), onlyOverdue: this.onlyOverdue() }),
    ({ show, tab, q, onlyOverdue }, cursor) =>
      this.api.list({
        limit: PAGE_SIZE,
        state: TABS[tab] satisfies readonly BasketStateFilter[],
        ...(show !== '' && { show }),
        ...(q !== '' && { q }),
        ...(onlyOverdue && { overdue: 'true' }),
        cursor,
      }),
    ({ baskets }) => baskets,
  );
  protected readonly rows = computed(() =>
    this.list.rows().map((row) => this.steps.changedBaskets().get(row.id) ?? row),
  );
  protected readonly selection = new RowSelection(computed(() => this.rows().map(({ id }) => id)));
  protected readonly selected = computed(() => this.rows().filter(({ id }) => this.selection.has(id)));
  /** Reloaded after each step, so that the totals match the table. */
  private readonly loadedTotals = resource({
    params: () => ({ show: this.show(), changed: this.steps.changedBaskets() }),
    loader: ({ params: { show } }) =>
      this.api.totals({ paidSince: startOfToday(), ...(show !== '' && { show }) }),
  });
  protected readonly totalsFailed = computed(() => this.loadedTotals.error() !== undefined);
  /** The previous totals stay until the new ones arrive. */
  protected readonly totals = linkedSignal<BasketTotals | null, BasketTotals | null>({
    source: () => (this.loadedTotals.hasValue() ? this.loadedTotals.value() : null),
    computation: (loaded, before) => loaded ?? before?.value ?? null,
  });
  /** True if the chosen show, or the workspace if none is chosen, has no baskets at all. */
  protected readonly hasNoBaskets = computed(() => {
    const states = this.totals()?.states;
    return states !== undefined && Object.values(states).every((count) => count === 0);
  });
  protected readonly tabs = computed(() => {
    const states = this.totals()?.states ?? null;
    return TAB_IDS.map((value) => {
      const tabStates = TABS[value].length > 0 ? TABS[value] : (Object.keys(STATE_WORDS) as BasketState[]);
      const count = states && tabStates.reduce((sum, state) => sum + states[state], 0);
      return {
        value,
        name: count === null ? TAB_NAMES[value] : `${TAB_NAMES[value]} ${formatNumber(count)}`,
      };
    });
  });
  /** Shows to filter by. If they cannot be loaded, the list works without them. */
  private readonly recentShows = resource({
    loader: async () => (await this.shows.list({ limit: MAX_SHOW_CHOICES })).shows,
  });
  /** The show in the initial URL, which may be older than the recent shows. */
  private readonly initialShow = resource({
    params: () => this.initialParams.get('show') ?? undefined,
    loader: async ({ params }) => await this.shows.get(params),
  });
  protected readonly showChoices = computed(() => {
    const recent = this.recentShows.hasValue() ? this.recentShows.value() : [];
    const startedShows = recent.filter(({ status }) => status !== 'draft');
    const initial = this.initialShow.hasValue() ? this.initialShow.value() : null;
    return initial === null || startedShows.some(({ id }) => id === initial.id)
      ? startedShows
      : [initial, ...startedShows];
  });
  protected readonly refusedText = computed(() => {
    const refusedRows = this.rows().filter(({ id }) => this.steps.refusals().has(id));
    return refusedRows.length === 0 ? null : refusedText(refusedRows);
  });
  private readonly table = viewChild(BasketTable);

  constructor() {
    this.steps.reset();
    effect(() => {
      const queryParams = {
        show: this.show() || null,
        state: this.tab() === 'unpaid' ? null : this.tab(),
        q: this.search() || null,
        overdue: this.onlyOverdue() ? 'true' : null,
      };
      void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
    });
    effect(() => {
      if (this.list.loading()) return;
      // The new rows contain everything that the steps changed.
      untracked(() => {
        this.steps.reset();
        this.now.set(Date.now());
      });
    });
  }

  protected async applyStep(step: OperatorStep): Promise<void> {
    const rows = basketsFor(step, this.selected());
    if (rows.length === 0 || this.steps.busy()) return;
    const command = await this.dialogs.askForCommand(step, rows);
    if (command === null) return;
    const changedRows = await this.steps.apply(command, rows);
    // Only the refused baskets stay selected, so that the next step does not apply to the others.
    this.selection.replace([...this.steps.refusals().keys()]);
    if (step === 'request' && changedRows.length > 0) {
      await this.lazyDialogs.open(async () => (await import('./texts-dialog')).TextsDialog, {
        data: changedRows,
        width: '40rem',
      });
    }
  }

  protected enterTable(): void {
    this.table()?.focus();
  }

  /** Shows the basket with this code, from any show and in any state. */
  protected find(code: string): void {
    this.clear();
    this.show.set('');
    this.query.set(code);
  }

  protected clear(): void {
    this.query.set('');
    this.search.set('');
    this.tab.set('all');
    this.onlyOverdue.set(false);
  }
}

function refusedText(rows: readonly BasketRow[]): string {
  const baskets = basketsPhrase(rows);
  return rows.length === 1
    ? $localize`:@@baskets.refused.one:There was a problem with ${baskets}:baskets:. The reason is below it.`
    : $localize`:@@baskets.refused.summary:There was a problem with ${baskets}:baskets:. The reason is below each of them.`;
}

function tabOf(state: string | null): Tab {
  return TAB_IDS.find((tab) => tab === state) ?? 'unpaid';
}

function startOfToday(): string {
  return new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
}
