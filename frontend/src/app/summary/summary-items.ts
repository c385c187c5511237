import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SummaryItem } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { ClockPipe, DurationPipe } from '../ui/times';
import { counted } from '../ui/words';
import { type ItemColumn, type Sorting, sorted } from './item-order';
import { Printing } from './printing';

const PAGE = 50;

/** Every item with what it came to; sortable, some at a time on the screen and all on paper. */
@Component({
  selector: 'app-summary-items',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Icon, ClockPipe, DurationPipe],
  templateUrl: './summary-items.html',
  host: { class: 'block' },
})
export class SummaryItems {
  readonly items = input.required<readonly SummaryItem[]>();
  private readonly printing = inject(Printing);
  protected readonly columns: readonly { by: ItemColumn; name: string; look: string }[] = [
    { by: 'number', name: 'Item', look: 'text-left' },
    { by: 'title', name: 'Title', look: 'text-left hidden sm:table-cell' },
    { by: 'sold', name: 'Sold', look: 'text-right' },
    { by: 'waiting', name: 'Waiting', look: 'text-right' },
    { by: 'claims', name: 'Claims', look: 'text-right' },
    { by: 'gaveBack', name: 'Given back', look: 'text-right' },
    { by: 'took', name: 'Sold out in', look: 'text-right' },
  ];
  protected readonly sorting = signal<Sorting>({ by: 'order', descending: false });
  private readonly ordered = computed(() => sorted(this.items(), this.sorting()));
  /** Another order starts from its top. */
  private readonly room = linkedSignal({ source: this.sorting, computation: () => PAGE });
  protected readonly shown = computed(() => (this.printing.now() ? this.ordered() : this.ordered().slice(0, this.room())));
  protected readonly next = computed(() => Math.min(PAGE, this.items().length - this.room()));
  protected readonly told = computed(() => {
    const soldOut = this.items().filter(({ status }) => status === 'sold_out').length;
    return `${counted(this.items().length, 'item')}, ${soldOut.toLocaleString('en')} sold out`;
  });

  /** Names begin at A, figures at the largest; the same again turns round, and a third time brings back the show's own order. */
  protected sortBy(by: ItemColumn): void {
    const first = !(by === 'number' || by === 'title' || by === 'took');
    this.sorting.update((now) => {
      if (now.by !== by) return { by, descending: first };
      return now.descending === first ? { by, descending: !first } : { by: 'order', descending: false };
    });
  }

  protected sortOf(by: ItemColumn): 'ascending' | 'descending' | null {
    const now = this.sorting();
    if (now.by !== by) return null;
    return now.descending ? 'descending' : 'ascending';
  }

  protected more(): void {
    this.room.update((room) => room + PAGE);
  }
}
