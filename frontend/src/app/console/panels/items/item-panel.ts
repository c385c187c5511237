import { CdkVirtualForOf, CdkVirtualScrollViewport, VIRTUAL_SCROLL_STRATEGY } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  afterRenderEffect,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Item } from '@sellary/contracts';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { EmptyState } from '../../../ui/empty-state';
import { Icon } from '../../../ui/icon';
import { ItemPhoto } from '../../../ui/item-photo';
import { SearchField } from '../../../ui/search-field';
import { SegmentedControl } from '../../../ui/segmented-control';
import { ConsoleDialogs } from '../../acts/console-dialogs';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { itemsInOrder } from '../../state/show-state';
import { variantStockText } from '../../state/stock-lines';
import { FixedRows } from '../../list/fixed-rows';
import { RowFocus } from '../../list/row-focus';
import { RowGrid } from '../../list/row-grid';
import { RowHeights } from '../../list/row-heights';
import { KeyHint } from '../../keys/key-hint';
import { NO_TITLE } from './no-title';
import { codeKey } from '../../../shows/item-code';
import { isWithdrawn, itemWord } from '../../../shows/claim-status-words';

/** After the operator last used the list, it does not scroll to the current item for this long. */
const FOLLOW_PAUSE_MS = 6_000;

type ItemFilter = 'all' | 'left' | 'sold' | 'waiting';
const FILTERS: Record<ItemFilter, (item: Item) => boolean> = {
  all: () => true,
  left: (item) => item.claimedCount < item.totalQuantity && !isWithdrawn(item),
  sold: ({ totalQuantity, claimedCount }) => claimedCount >= totalQuantity,
  waiting: ({ waitlistCount }) => waitlistCount > 0,
};

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
    ItemPhoto,
    SearchField,
    SegmentedControl,
    KeyHint,
    RowGrid,
    ActButton,
  ],
  templateUrl: './item-panel.html',
  styles: `
    .figures > :not(:first-child)::before {
      content: '·';
      margin-inline: 0.25rem;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
  viewProviders: [FixedRows, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: FixedRows }],
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class ItemPanel {
  protected readonly store = inject(ConsoleStore);
  protected readonly drawer = inject(Drawer);
  protected readonly dialogs = inject(ConsoleDialogs);
  protected readonly heights = inject(RowHeights);
  private readonly injector = inject(Injector);
  private readonly strategy = inject(FixedRows);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly searchField = viewChild(SearchField);
  readonly rowFocus = new RowFocus<Item>(this.injector, this.strategy, {
    list: () => this.viewport()?.elementRef.nativeElement,
    rows: () => this.items(),
    keyOf: ({ id }) => id,
    rowHeight: () => this.heights.item(),
  });
  protected readonly query = signal('');
  protected readonly filter = signal<ItemFilter>('all');
  protected readonly filters = [
    { value: 'all', name: $localize`:Item filter@@console.items.all:All` },
    { value: 'left', name: $localize`:Filter for items with units left@@console.items.left:Available` },
    { value: 'sold', name: $localize`:Item filter@@console.items.sold:Sold out` },
    { value: 'waiting', name: $localize`:Filter for items with a line@@console.items.with-line:Waiting` },
  ] as const;
  private touchedAt = Number.NEGATIVE_INFINITY;
  protected readonly noTitle = NO_TITLE;
  protected readonly wordOf = itemWord;
  protected readonly isWithdrawn = isWithdrawn;
  protected readonly variantStockText = variantStockText;

  protected readonly trackId = (_index: number, item: Item): string => item.id;
  protected readonly showingId = computed(() => this.store.state()?.show.nowShowingItemId ?? null);
  protected readonly mayAdd = computed(
    () => this.store.isOperator() && this.store.state()?.show.status !== 'ended',
  );
  /**
   * True if any item has a photo. Rows without a photo then have an empty space, so that titles are aligned.
   */
  protected readonly hasPhotos = computed(() =>
    [...(this.store.state()?.items.values() ?? [])].some(({ photo }) => photo !== undefined),
  );
  protected readonly items = computed<Item[]>(() => {
    const state = this.store.state();
    if (!state) return [];
    const isListed = FILTERS[this.filter()];
    const listed = itemsInOrder(state).filter(isListed);
    const term = this.query().trim().toLowerCase();
    if (!term) return listed;
    return listed.filter(
      ({ itemNumber, title, sku, variants }) =>
        itemNumber.toLowerCase().startsWith(term) ||
        title?.toLowerCase().includes(term) ||
        [sku, ...(variants ?? []).map((variant) => variant.sku)].some(
          (code) => code !== undefined && codeKey(code).startsWith(codeKey(term)),
        ),
    );
  });

  constructor() {
    effect(() => this.strategy.setRowHeight(this.heights.item()));
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Not host listeners, because every pointer movement would redraw the list.
    for (const name of ['pointermove', 'pointerdown', 'wheel', 'keydown']) {
      host.addEventListener(name, () => (this.touchedAt = performance.now()), { passive: true });
    }
    afterRenderEffect(() => {
      const showingId = this.showingId();
      // The list gets its height only after this render.
      if (showingId !== null && this.viewport()) setTimeout(() => this.follow(showingId));
    });
  }

  protected openFirst(): void {
    const [first] = this.items();
    if (first && this.query().trim()) this.drawer.open({ kind: 'item', id: first.id });
  }

  protected enterFirst(): void {
    if (this.items().length > 0) this.rowFocus.moveTo(0);
  }

  /** Scrolls so that the current item and its neighbors are visible. */
  private follow(id: string): void {
    if (performance.now() - this.touchedAt < FOLLOW_PAUSE_MS) return;
    const index = this.items().findIndex((item) => item.id === id);
    if (index < 0) return;
    this.rowFocus.reveal(Math.max(0, index - 1));
    this.rowFocus.reveal(Math.min(index + 2, this.items().length - 1));
  }

  focus(): void {
    if (this.items().length > 0) this.rowFocus.enter();
    else this.searchField()?.focus();
  }

  /** Clears the search. A focused row keeps the focus. */
  clearSearch(): void {
    const active = this.rowFocus.active();
    this.query.set('');
    if (active === null) return;
    const index = this.items().findIndex(({ id }) => id === active.id);
    afterNextRender(() => this.rowFocus.moveTo(index), { injector: this.injector });
  }
}
