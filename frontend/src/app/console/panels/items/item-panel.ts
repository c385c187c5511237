import { CdkVirtualForOf, CdkVirtualScrollViewport, VIRTUAL_SCROLL_STRATEGY } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Item } from '@sellary/contracts';
import { Chip } from '../../../ui/chip';
import { EmptyState } from '../../../ui/empty-state';
import { FieldKeys } from '../../../ui/field-keys';
import { Icon } from '../../../ui/icon';
import { SearchField } from '../../../ui/search-field';
import { ConsoleDialogs } from '../../acts/console-dialogs';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { FixedRows } from '../../list/fixed-rows';
import { RowFocus } from '../../list/row-focus';
import { RowHeights } from '../../list/row-heights';
import { NO_TITLE } from './no-title';
import { itemWord } from '../../../shows/claim-status-words';

@Component({
  selector: 'app-item-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CdkVirtualScrollViewport,
    CdkVirtualForOf,
    RouterLink,
    Chip,
    EmptyState,
    Icon,
    SearchField,
    FieldKeys,
  ],
  templateUrl: './item-panel.html',
  viewProviders: [FixedRows, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: FixedRows }],
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class ItemPanel {
  protected readonly store = inject(ConsoleStore);
  protected readonly drawer = inject(Drawer);
  protected readonly dialogs = inject(ConsoleDialogs);
  protected readonly heights = inject(RowHeights);
  private readonly rowFocus = new RowFocus(
    inject(Injector),
    (index) =>
      this.viewport()?.elementRef.nativeElement.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null,
  );
  private readonly strategy = inject(FixedRows);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly box = viewChild(SearchField);
  protected readonly query = signal('');
  protected readonly noTitle = NO_TITLE;
  protected readonly wordOf = itemWord;
  protected readonly trackId = (_index: number, item: Item): string => item.id;
  protected readonly showingId = computed(() => this.store.state()?.show.nowShowingItemId ?? null);
  protected readonly mayAdd = computed(
    () => this.store.isOperator() && this.store.state()?.show.status !== 'ended',
  );
  protected readonly items = computed<Item[]>(() => {
    const state = this.store.state();
    if (!state) return [];
    const all = state.itemOrder.flatMap((id) => state.items.get(id) ?? []);
    const words = this.query().trim().toLowerCase();
    if (!words) return all;
    return all.filter(
      ({ itemNumber, title }) =>
        itemNumber.toLowerCase().startsWith(words) || title?.toLowerCase().includes(words),
    );
  });

  constructor() {
    effect(() => this.strategy.setRowHeight(this.heights.item()));
  }

  protected chooseFirst(): void {
    const [first] = this.items();
    if (first && this.query().trim()) this.drawer.open({ kind: 'item', id: first.id });
  }

  focus(): void {
    if (this.items().length > 0) this.move(0);
    else this.box()?.focus();
  }

  hasFocus(): boolean {
    return this.activeIndex() >= 0;
  }

  /** The item whose row has the focus. */
  active(): Item | null {
    return this.items()[this.activeIndex()] ?? null;
  }

  move(by: number): void {
    const viewport = this.viewport();
    if (!viewport) return;
    const from = this.rowFocus.currentIndex(this.activeIndex());
    const list = viewport.elementRef.nativeElement;
    const top = Math.ceil(list.scrollTop / this.heights.item());
    const to = Math.min(Math.max(from < 0 ? top : from + by, 0), this.items().length - 1);
    const visible = Math.max(1, Math.floor(list.clientHeight / this.heights.item()));
    if (to < top) list.scrollTop = to * this.heights.item();
    else if (to >= top + visible) list.scrollTop = (to - visible + 1) * this.heights.item();
    this.strategy.onContentScrolled();
    this.rowFocus.focusRow(to);
  }

  private activeIndex(): number {
    const row = document.activeElement?.closest<HTMLElement>('[data-key]');
    const list = this.viewport()?.elementRef.nativeElement;
    if (!row || !list?.contains(row)) return -1;
    return this.items().findIndex(({ id }) => id === row.dataset['key']);
  }
}
