import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal } from '@angular/core';
import { formatNumber } from '../../i18n/format-locale';
import { Icon } from '../../ui/icon';
import { Timer } from './timer';

/** Time after which the button draws attention. */
const OVERDUE_MS = 10_000;

/**
 * The bar above a list that grows at its top, with the number of new rows out of view, or of rows that a
 * search found. It is always there, because a button that came and went would move the rows or cover one of
 * them.
 */
@Component({
  selector: 'app-unseen-rows',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (count() > 0) {
      <button
        type="button"
        class="flex min-w-0 flex-1 items-center justify-center gap-1 font-semibold tabular-nums -outline-offset-2"
        [class]="isOverdue() ? 'bg-warn-ground text-warn' : 'bg-sunken'"
        aria-keyshortcuts="Home"
        i18n-title="@@console.list.to-newest"
        title="Go to the newest row (Home)"
        (click)="pressed.emit()"
      >
        <span i18n="Number of new rows above@@console.list.new-rows">{{ formatNumber(count()) }} new</span
        ><app-icon name="arrow_upward" class="size-4!" />
      </button>
    } @else {
      <span class="min-w-0 flex-1 self-center truncate px-3 text-soft tabular-nums">{{
        found() || order()
      }}</span>
    }
    @if (found()) {
      <button
        type="button"
        class="flex-none px-3 font-semibold -outline-offset-2 hover:bg-sunken"
        aria-keyshortcuts="Escape"
        i18n="@@console.list.clear-search"
        (click)="searchCleared.emit()"
      >
        Clear search
      </button>
    }
  `,
  host: { class: 'flex h-6 flex-none border-b border-line/60 text-meta coarse:h-[max(1.5rem,32px)]' },
})
export class UnseenRows {
  protected readonly formatNumber = formatNumber;
  readonly count = input.required<number>();
  /** Order of the rows, in words. */
  readonly order = input.required<string>();
  /** The number of rows that a search found, in words. Empty if there is no search. */
  readonly found = input('');
  readonly pressed = output();
  readonly searchCleared = output();
  protected readonly isOverdue = signal(false);
  private readonly isBehind = computed(() => this.count() > 0);

  constructor() {
    const timer = new Timer();
    effect(() => {
      this.isOverdue.set(false);
      if (this.isBehind()) timer.start(OVERDUE_MS, () => this.isOverdue.set(true));
      else timer.stop();
    });
  }
}
