import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  type WritableSignal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import {
  type Item,
  MAX_SHOW_NAME_LENGTH,
  type Show,
  type Source,
  type SourceInput,
  type UpdateShowRequest,
} from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { ShowRecap } from './recap/show-recap';
import { formatNumber } from '../i18n/format-locale';
import { ActionButtons } from '../extensions/action-buttons';
import { askToConfirm } from '../ui/confirm-dialog';
import { FieldKeys } from '../ui/field-keys';
import { Icon } from '../ui/icon';
import { PageNotLoaded } from '../ui/page-not-loaded';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { ShowCopies } from './copies/show-copies';
import { ItemTable } from './item-table';
import { ShowFigures } from './show-figures';
import { LIFECYCLE_FAILURES, ShowLifecycle, type LifecycleAction } from './show-lifecycle';
import { ShowSources } from './show-sources';
import { ShowStatusChip } from './show-status-chip';
import type { RuleChange, RuleProblem } from './rules-editor';
import { ShowCurrency } from './show-currency';
import { ShowRulesCard } from './show-rules-card';
import { ViewerLinks } from './viewer-links';

/** Length up to which the show's name fits beside the buttons. */
const MAX_NAME_BESIDE_BUTTONS = 24;

/** Page of one show: its items, sources, rules, and status. */
@Component({
  selector: 'app-show-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    Icon,
    PageNotLoaded,
    ShowFigures,
    ShowStatusChip,
    ItemTable,
    ShowSources,
    ShowCurrency,
    ShowRulesCard,
    ActionButtons,
    ViewerLinks,
    FieldKeys,
  ],
  templateUrl: './show-page.html',
  // The columns depend on the page's width in rem, because users can enlarge the text.
  host: { class: '@container block' },
})
export class ShowPage {
  private readonly api = inject(ShowsApi);
  private readonly lifecycle = inject(ShowLifecycle);
  protected readonly copies = inject(ShowCopies);
  private readonly recap = inject(ShowRecap);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  readonly id = input.required<string>();
  /** Other live shows, listed on a draft's page because the user may have forgotten to end one. */
  private readonly liveShows = resource({
    params: () => (this.show.hasValue() && this.show.value().status === 'draft' ? this.id() : undefined),
    loader: async () => (await this.api.list({ status: 'active', limit: 3 })).shows,
  });
  protected readonly liveShowNames = computed(() =>
    this.liveShows.hasValue()
      ? this.liveShows
          .value()
          .map(({ name }) => `“${name}”`)
          .join(', ')
      : '',
  );

  protected readonly mayAct = inject(SessionStore).mayAct('operator');
  private readonly work = new OneAtATime();
  protected readonly busy = this.work.busy;
  protected readonly show = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly maxNameLength = MAX_SHOW_NAME_LENGTH;
  protected readonly maxNameBesideButtons = MAX_NAME_BESIDE_BUTTONS;
  /** Problems with saving the name, the currency, and a rule, shown beside their fields. */
  protected readonly nameProblem = this.problemOfShow<string>();
  protected readonly currencyProblem = this.problemOfShow<string>();
  protected readonly ruleProblem = this.problemOfShow<RuleProblem>();
  private lastRuleSave = Promise.resolve();

  constructor() {
    const title = inject(Title);
    effect(() => this.show.hasValue() && title.setTitle(`${this.show.value().name} · Sellary`));
  }

  /** A problem that is cleared when the page shows another show. Angular reuses the page for it. */
  private problemOfShow<Problem>(): WritableSignal<Problem | null> {
    return linkedSignal<string, Problem | null>({ source: this.id, computation: () => null });
  }

  /** Saves the typed name. If that fails, the name stays in the field, and leaving the field tries again. */
  protected rename(box: HTMLInputElement): void {
    const name = box.value.trim();
    if (!this.show.hasValue() || name === this.show.value().name) this.nameProblem.set(null);
    else if (name === '') box.value = this.show.value().name;
    else void this.saveField({ name }, this.nameProblem);
  }

  protected changeCurrency(currency: string | null): Promise<void> {
    return this.saveField({ currency }, this.currencyProblem);
  }

  private async saveField(change: UpdateShowRequest, problem: WritableSignal<string | null>): Promise<void> {
    const id = this.id();
    problem.set(null);
    try {
      this.replaceShow(await this.api.update(id, change));
    } catch (failure) {
      if (id === this.id()) problem.set(notSaved(failure));
    }
  }

  protected addSource(source: SourceInput): Promise<void> {
    return this.saveChange(() => this.api.addSource(this.id(), source));
  }

  protected removeSource({ id }: Source): Promise<void> {
    return this.saveChange(() => this.api.removeSource(this.id(), id));
  }

  private async saveChange(change: () => Promise<Show>): Promise<void> {
    try {
      this.replaceShow(await change());
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@shows.page.notice.not-saved:Not saved`);
    }
  }

  /** Saves changes one after another, each applied to the rules as they are stored then. */
  protected changeRules(change: RuleChange): void {
    const id = this.id();
    this.ruleProblem.set(null);
    this.lastRuleSave = this.lastRuleSave.then(() => this.saveRule(id, change));
  }

  private async saveRule(id: string, { rule, applyTo }: RuleChange): Promise<void> {
    try {
      const { rules } = await this.api.get(id);
      this.replaceShow(await this.api.changeRules(id, applyTo(rules)));
    } catch (failure) {
      if (id === this.id()) this.ruleProblem.set({ rule, text: notSaved(failure) });
    }
  }

  protected async change(action: LifecycleAction): Promise<void> {
    if (!this.show.hasValue()) return;
    const id = this.id();
    await this.work.run(
      async () => {
        // This page does not update by itself, so the open counts are read before the user confirms the end.
        const updatedShow =
          action === 'stop'
            ? await this.lifecycle.stop(id, (await this.api.get(id)).stats)
            : await this.lifecycle[action](id);
        if (!updatedShow || id !== this.id()) return;
        this.replaceShow(updatedShow);
        if (action === 'stop') void this.recap.open(id);
        if (action === 'activate') await this.router.navigate(['/shows', id, 'console']);
      },
      (error) => this.notices.fail(error, LIFECYCLE_FAILURES[action]),
    );
  }

  protected async remove({ id, name, stats }: Show): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@shows.delete.heading:Delete “${name}:show:”?`,
      text: deleteWarning(stats.items),
      yes: $localize`:@@shows.delete.confirm:Delete draft`,
      no: $localize`:@@shows.delete.cancel:Keep draft`,
    });
    if (!isConfirmed) return;
    await this.work.run(
      async () => {
        await this.api.remove(id);
        this.notices.show($localize`:@@shows.delete.done:Draft deleted`);
        if (id === this.id()) await this.router.navigateByUrl('/shows');
      },
      (error) => this.notices.fail(error, $localize`:@@shows.delete.failed:Not deleted`),
    );
  }

  protected updateItems(items: readonly Item[]): void {
    this.show.update(
      (show) =>
        show && {
          ...show,
          items: [...items],
          stats: {
            ...show.stats,
            items: items.length,
            unitsTotal: items.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
          },
        },
    );
  }

  /** Ignores a late response about a show that was open before. */
  private replaceShow(updatedShow: Show): void {
    if (!this.show.hasValue() || this.show.value().id !== updatedShow.id) return;
    this.show.set({ ...updatedShow, items: this.show.value().items });
  }
}

function notSaved(failure: unknown): string {
  const { details, message } = ApiError.from(failure);
  return $localize`:@@shows.page.not-saved:Not saved: ${details[0]?.message ?? message}:reason:`;
}

function deleteWarning(itemCount: number): string {
  if (itemCount === 0) {
    return $localize`:@@shows.delete.text.no-items:You can't undo this. The draft has no items.`;
  }
  return itemCount === 1
    ? $localize`:@@shows.delete.text.one-item:You can't undo this. The draft's only item will be deleted too.`
    : $localize`:@@shows.delete.text.many-items:You can't undo this. The draft's ${formatNumber(itemCount)}:count: items will be deleted too.`;
}
