import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import type { Item, Show, UpdateShowRequest } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { ShowRecap } from '../summary/show-recap';
import { isSure } from '../ui/confirm-dialog';
import { FieldKeys } from '../ui/field-keys';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { Notices } from '../ui/notices';
import { counted } from '../ui/words';
import { ItemTable } from './item-table';
import { showFigures } from './show-figures';
import { ShowSources } from './show-sources';
import { ShowStatusChip } from './show-status-chip';
import { ShowTurns } from './show-turns';
import { type SaveProblem, ShowWords } from './show-words';

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
    LoadFailed,
    ShowStatusChip,
    ItemTable,
    ShowSources,
    ShowWords,
    FieldKeys,
  ],
  templateUrl: './show-page.html',
})
export class ShowPage {
  private readonly api = inject(ShowsApi);
  private readonly turns = inject(ShowTurns);
  private readonly recap = inject(ShowRecap);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  readonly id = input.required<string>();

  protected readonly mayAct = inject(SessionStore).mayAct('operator');
  protected readonly busy = signal(false);
  protected readonly show = resource({ params: () => this.id(), loader: ({ params }) => this.api.get(params) });
  protected readonly missing = computed(() => this.show.error() !== undefined && ApiError.from(this.show.error()).code === 'NOT_FOUND');
  /** What could not be saved, said where it was written. */
  protected readonly problem = signal<SaveProblem | null>(null);
  protected readonly figures = showFigures;

  constructor() {
    const title = inject(Title);
    effect(() => this.show.hasValue() && title.setTitle(`${this.show.value().name} · Sellary`));
  }

  /** What was written stays in the field until it is saved: leaving the field again tries again. */
  protected rename(box: HTMLInputElement): void {
    const name = box.value.trim();
    if (!this.show.hasValue() || name === this.show.value().name) this.problem.set(null);
    else if (name === '') box.value = this.show.value().name;
    else void this.save({ name });
  }

  protected async save(change: UpdateShowRequest): Promise<void> {
    this.problem.set(null);
    try {
      this.take(await this.api.update(this.id(), change));
    } catch (failure) {
      const { details, message } = ApiError.from(failure);
      const [about] = Object.keys(change) as SaveProblem['about'][];
      if (about === undefined || about === 'sources') this.notices.fail(failure, 'Not saved');
      else this.problem.set({ about, text: `Not saved: ${details[0]?.message ?? message}` });
    }
  }

  protected async turn(act: 'activate' | 'pause' | 'resume' | 'stop'): Promise<void> {
    if (!this.show.hasValue() || this.busy()) return;
    this.busy.set(true);
    try {
      const after = act === 'stop' ? await this.turns.stop(this.id(), this.show.value().stats) : await this.turns[act](this.id());
      if (!after) return;
      this.take(after);
      if (act === 'stop') void this.recap.open(this.id());
      if (act === 'activate') await this.router.navigate(['/shows', this.id(), 'console']);
    } catch (failure) {
      this.notices.fail(failure);
    } finally {
      this.busy.set(false);
    }
  }

  protected async remove({ name, stats }: Show): Promise<void> {
    const sure = await isSure(this.dialog, {
      heading: `Delete “${name}”?`,
      text: `${stats.items === 0 ? 'It has no items yet' : `Its ${counted(stats.items, 'item')} will go with it`}. This cannot be taken back.`,
      yes: 'Delete the draft',
      no: 'Keep it',
    });
    if (!sure) return;
    this.busy.set(true);
    try {
      await this.api.remove(this.id());
      this.notices.say('Draft deleted');
      await this.router.navigateByUrl('/shows');
    } catch (failure) {
      this.notices.fail(failure, 'Not deleted');
    } finally {
      this.busy.set(false);
    }
  }

  protected itemsChanged(items: readonly Item[]): void {
    this.show.update(
      (show) =>
        show && {
          ...show,
          items: [...items],
          stats: { ...show.stats, items: items.length, unitsTotal: items.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0) },
        },
    );
  }

  private take(after: Show): void {
    this.show.update((before) => before && { ...before, ...after, items: before.items });
  }
}
