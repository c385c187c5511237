import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
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
  type ShowRules,
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
import { PageFailed } from '../ui/page-failed';
import { Notices } from '../ui/notices';
import { ShowCopies } from './copies/show-copies';
import { ItemTable } from './item-table';
import { ShowFigures } from './show-figures';
import { ShowLifecycle } from './show-lifecycle';
import { ShowSources } from './show-sources';
import { ShowStatusChip } from './show-status-chip';
import type { RuleProblem } from './rules-editor';
import { ShowCurrency } from './show-currency';
import { ShowRulesCard } from './show-rules-card';
import { ViewerLinks } from './viewer-links';

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
    PageFailed,
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
  protected readonly busy = signal(false);
  protected readonly show = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly maxNameLength = MAX_SHOW_NAME_LENGTH;
  /** Problems with saving the name, the currency, and a rule, shown beside their fields. */
  protected readonly nameProblem = signal<string | null>(null);
  protected readonly currencyProblem = signal<string | null>(null);
  protected readonly ruleProblem = signal<RuleProblem | null>(null);

  constructor() {
    const title = inject(Title);
    effect(() => this.show.hasValue() && title.setTitle(`${this.show.value().name} · Sellary`));
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
    problem.set(null);
    try {
      this.replaceShow(await this.api.update(this.id(), change));
    } catch (failure) {
      problem.set(notSaved(failure));
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

  protected async changeRules(change: Partial<ShowRules>): Promise<void> {
    this.ruleProblem.set(null);
    try {
      this.replaceShow(await this.api.changeRules(this.id(), change));
    } catch (failure) {
      const [rule] = Object.keys(change) as (keyof ShowRules)[];
      if (rule !== undefined) this.ruleProblem.set({ rule, text: notSaved(failure) });
    }
  }

  protected async change(action: 'activate' | 'pause' | 'resume' | 'stop'): Promise<void> {
    if (!this.show.hasValue() || this.busy()) return;
    this.busy.set(true);
    try {
      const updatedShow =
        action === 'stop'
          ? await this.lifecycle.stop(this.id(), this.show.value().stats)
          : await this.lifecycle[action](this.id());
      if (!updatedShow) return;
      this.replaceShow(updatedShow);
      if (action === 'stop') void this.recap.open(this.id());
      if (action === 'activate') await this.router.navigate(['/shows', this.id(), 'console']);
    } catch (failure) {
      this.notices.fail(failure);
    } finally {
      this.busy.set(false);
    }
  }

  protected async remove({ name, stats }: Show): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@shows.delete.heading:Delete “${name}:show:”?`,
      text: deleteWarning(stats.items),
      yes: $localize`:@@shows.delete.confirm:Delete draft`,
      no: $localize`:@@shows.delete.cancel:Keep draft`,
    });
    if (!isConfirmed) return;
    this.busy.set(true);
    try {
      await this.api.remove(this.id());
      this.notices.show($localize`:@@shows.delete.done:Draft deleted`);
      await this.router.navigateByUrl('/shows');
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@shows.delete.failed:Not deleted`);
    } finally {
      this.busy.set(false);
    }
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

  private replaceShow(updatedShow: Show): void {
    this.show.update((before) => before && { ...updatedShow, items: before.items });
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
