import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Item } from '@sellary/contracts';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ConsoleStore } from '../console-store';
import { ItemChoice } from '../item-choice';
import { RowHeights } from '../row-heights';
import { itemWord } from '../status-words';
import { ItemDetail } from './item-detail';

@Component({
  selector: 'app-item-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkVirtualScrollViewport, CdkFixedSizeVirtualScroll, CdkVirtualForOf, RouterLink, Chip, EmptyState, Icon, ItemDetail],
  templateUrl: './item-panel.html',
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class ItemPanel {
  protected readonly store = inject(ConsoleStore);
  protected readonly choice = inject(ItemChoice);
  protected readonly heights = inject(RowHeights);
  protected readonly query = signal('');
  protected readonly wordOf = itemWord;
  protected readonly trackId = (_index: number, item: Item): string => item.id;
  protected readonly showingId = computed(() => this.store.state()?.show.nowShowingItemId ?? null);
  protected readonly items = computed<Item[]>(() => {
    const state = this.store.state();
    if (!state) return [];
    const all = state.itemOrder.flatMap((id) => state.items.get(id) ?? []);
    const words = this.query().trim().toLowerCase();
    if (!words) return all;
    return all.filter(({ itemNumber, title }) => itemNumber.toLowerCase().startsWith(words) || title?.toLowerCase().includes(words));
  });
  protected readonly chosen = computed(() => {
    const id = this.choice.id();
    return (id !== null && this.store.state()?.items.get(id)) || null;
  });

  protected chooseFirst(): void {
    const first = this.items()[0];
    if (first) this.choice.choose(first.id);
  }
}
