import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Currency, SummaryItem } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { Icon } from '../ui/icon';
import { moneyText } from '../ui/money';
import { ClockPipe, DurationPipe } from '../ui/times';
import { type ItemColumn, type Sorting, sortItems } from './item-order';
import { Printing } from './printing';

const PAGE_SIZE = 50;

/** Sortable table of all items with their figures, shown page by page on screen and in full on paper. */
@Component({
  selector: 'app-summary-items',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Icon, ClockPipe, DurationPipe],
  templateUrl: './summary-items.html',
  host: { class: 'block' },
})
export class SummaryItems {
  readonly items = input.required<readonly SummaryItem[]>();
  /** Absent if the show sells without prices. */
  readonly currency = input<Currency>();
  private readonly printing = inject(Printing);
  protected readonly money = moneyText;
  protected readonly columns = computed(() =>
    this.allColumns.filter(({ by }) => this.currency() !== undefined || by !== 'sales'),
  );
  private readonly allColumns: readonly { by: ItemColumn; name: string }[] = [
    { by: 'number', name: $localize`:@@summary.items.column.number:Item` },
    { by: 'title', name: $localize`:@@summary.items.column.title:Title` },
    { by: 'sold', name: $localize`:Column with the units sold|@@summary.items.column.sold:Sold` },
    { by: 'sales', name: $localize`:Column with sales amounts@@summary.items.column.sales:Sales` },
    { by: 'waiting', name: $localize`:Column of waitlist lengths|@@summary.items.column.waiting:Waiting` },
    { by: 'claims', name: $localize`:@@summary.items.column.claims:Claims` },
    {
      by: 'passedOrReleased',
      name: $localize`:@@summary.items.column.passed-or-released:Passed or released`,
    },
    {
      by: 'sellOutTime',
      name: $localize`:Column of durations|@@summary.items.column.sell-out-time:Sold out in`,
    },
  ];
  protected readonly sorting = signal<Sorting>({ by: 'order', descending: false });
  private readonly sortedItems = computed(() => sortItems(this.items(), this.sorting()));
  /** Number of items on screen. A change of sort order resets it to one page. */
  private readonly limit = linkedSignal({ source: this.sorting, computation: () => PAGE_SIZE });
  protected readonly visibleItems = computed(() =>
    this.printing.isActive() ? this.sortedItems() : this.sortedItems().slice(0, this.limit()),
  );
  protected readonly nextCount = computed(() => Math.min(PAGE_SIZE, this.items().length - this.limit()));
  protected readonly soldOutCount = computed(
    () => this.items().filter(({ status }) => status === 'sold_out').length,
  );
  protected readonly number = formatNumber;
  protected readonly noTitle = $localize`:@@summary.items.no-title:No title`;

  /**
   * Sorts item numbers and titles in ascending order, figures from the largest, and sell-out times from the
   * shortest. A second press reverses the order, and a third restores the show order.
   */
  protected sortBy(by: ItemColumn): void {
    const descending = !(by === 'number' || by === 'title' || by === 'sellOutTime');
    this.sorting.update((current) => {
      if (current.by !== by) return { by, descending };
      const isReversed = current.descending !== descending;
      return isReversed ? { by: 'order', descending: false } : { by, descending: !descending };
    });
  }

  protected ariaSort(by: ItemColumn): 'ascending' | 'descending' | null {
    const current = this.sorting();
    if (current.by !== by) return null;
    return current.descending ? 'descending' : 'ascending';
  }

  protected showMore(): void {
    this.limit.update((count) => count + PAGE_SIZE);
  }
}
