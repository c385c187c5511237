import { CdkVirtualForOf, CdkVirtualScrollViewport, VIRTUAL_SCROLL_STRATEGY } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  type TemplateRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { IGNORED_CLICKS_MS } from '../../ui/misclick-guard';
import { FixedRows } from './fixed-rows';
import { RowFocus } from './row-focus';
import { RowGrid } from './row-grid';
import { Timer } from './timer';
import { UnseenRows } from './unseen-rows';

const TINT_MS = 1_000;
/**
 * Time for which the list waits after a finger leaves it, because the finger often returns to the same row.
 */
const REVISIT_MS = 3_000;
/**
 * Time after the last movement or key press for which the pointer or the focus keeps the list from moving.
 */
const IDLE_MS = 6_000;
const MAX_TINTED = 30;

/**
 * A list that grows at its top. It does not move while a pointer moves or keys are pressed in it, or while it
 * is scrolled down, because the row under the pointer must not change between aiming and pressing. A few
 * seconds after the last movement or key press, it follows the newest rows again.
 */
@Component({
  selector: 'app-newest-first',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkVirtualScrollViewport, CdkVirtualForOf, NgTemplateOutlet, RowGrid, UnseenRows],
  templateUrl: './newest-first.html',
  viewProviders: [FixedRows, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: FixedRows }],
  styles: `
    /* The list holds its own position; scroll anchoring would move it twice. */
    cdk-virtual-scroll-viewport {
      overflow-anchor: none;
    }
  `,
  // On the host, so that a pointer on the "new rows" button is still in the list.
  host: {
    class: 'flex min-h-0 flex-1 flex-col',
    '(pointerenter)': 'pointerEntered()',
    '(pointerleave)': 'pointerLeft($event)',
  },
})
export class NewestFirst<T> {
  readonly rows = input.required<readonly T[]>();
  readonly keyOf = input.required<(row: T) => string>();
  readonly rowHeight = input.required<number>();
  readonly label = input.required<string>();
  /** The filter and the open folds. When they change, the rows are different, and the list may move. */
  readonly scope = input('');
  /** Order of the rows, in words. */
  readonly order = input($localize`:@@console.list.newest-first:Newest first`);
  /** The number of rows that a search found, in words. Empty if there is no search. */
  readonly found = input('');
  readonly searchCleared = output();
  readonly rowTemplate = input.required<TemplateRef<{ $implicit: T }>>();
  /** Emits a row when it is clicked or opened with Enter. */
  readonly opened = output<T>();
  private readonly hasPointer = signal(false);
  /**
   * True if the keyboard focus is in the list. A click also moves the focus there, but then the operator is
   * not using the keyboard.
   */
  private readonly hasKeyFocus = signal(false);
  private readonly isScrolledDown = signal(false);
  /** True while rows must not move. */
  readonly isFrozen = computed(() => this.isScrolledDown() || this.hasPointer() || this.hasKeyFocus());
  /** Key of the newest row that has been visible. */
  private readonly newestSeen = signal<string | null>(null);
  protected readonly unseen = computed(() => {
    const newestSeen = this.newestSeen();
    if (newestSeen === null) return 0;
    const index = this.rows().findIndex((row) => this.keyOf()(row) === newestSeen);
    return Math.max(0, index);
  });
  protected readonly ignoresPresses = signal(false);
  protected readonly tintedRows = signal(0);
  private readonly ignoreTimer = new Timer();
  private readonly tintTimer = new Timer();
  private readonly fingerTimer = new Timer();
  private readonly idleTimer = new Timer();
  private readonly strategy = inject(FixedRows);
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  readonly rowFocus = new RowFocus<T>(inject(Injector), this.strategy, {
    list: () => this.list,
    rows: () => this.rows(),
    keyOf: (row) => this.keyOf()(row),
    rowHeight: () => this.rowHeight(),
    onMove: () => {
      this.hasKeyFocus.set(true);
      this.restartIdleTimer();
    },
  });
  private newestKey: string | null = null;
  private lastScope = '';
  /** Scroll position to apply once the rows are drawn; null if the list need not scroll. */
  private targetTop: number | null = null;
  /** True if the list was moved down only by new rows, not by the user. */
  private isPushedDown = false;
  protected readonly trackKey = (_index: number, row: T): string => this.keyOf()(row);

  constructor() {
    // Not host listeners, because each pointer movement would redraw the list.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    host.addEventListener('pointermove', () => this.pointerMoved(), { passive: true });
    for (const name of ['keydown', 'wheel', 'pointerdown']) {
      host.addEventListener(name, () => this.restartIdleTimer(), { passive: true });
    }
    effect(() => this.strategy.setRowHeight(this.rowHeight()));
    // Before the rows are drawn, so that visible rows never jump away and back.
    effect(() => {
      const rows = this.rows();
      const scope = this.scope();
      untracked(() => this.onRowsChanged(rows, scope));
    });
    afterRenderEffect(() => {
      this.rows();
      untracked(() => this.applyScroll());
    });
  }

  private get list(): HTMLElement {
    return this.viewport().elementRef.nativeElement;
  }

  private onRowsChanged(rows: readonly T[], scope: string): void {
    const previousKey = this.newestKey;
    const first = rows[0];
    this.newestKey = first === undefined ? null : this.keyOf()(first);
    const sameScope = scope === this.lastScope;
    this.lastScope = scope;
    const { top } = this.strategy;
    const isFrozen = top > 0 || this.isFrozen();
    if (previousKey === null || !sameScope || !isFrozen) this.newestSeen.set(this.newestKey);
    if (previousKey === null || this.newestKey === previousKey || !sameScope) return;
    const addedRows = rows.findIndex((row) => this.keyOf()(row) === previousKey);
    if (addedRows <= 0) return;
    if (!isFrozen) {
      this.highlightNew(addedRows);
      this.ignorePresses();
      return;
    }
    if (top === 0) this.isPushedDown = true;
    this.targetTop = top + addedRows * this.rowHeight();
    this.strategy.drawAt(this.targetTop, rows.length);
  }

  /** Scrolls in the same frame as the rows, so that nothing visibly moves. */
  private applyScroll(): void {
    const { targetTop } = this;
    if (targetTop === null) return;
    this.targetTop = null;
    // The list gets its new height only after its rows are drawn.
    queueMicrotask(() => {
      this.list.scrollTop = targetTop;
      if (this.list.scrollTop >= targetTop - 1) return;
      // The list is too short to scroll, so its rows did move.
      this.strategy.onContentScrolled();
      this.ignorePresses();
    });
  }

  /** Ignores presses for a moment after rows move, so that a press does not hit a different row. */
  private ignorePresses(): void {
    this.ignoresPresses.set(true);
    this.ignoreTimer.start(IGNORED_CLICKS_MS, () => this.ignoresPresses.set(false));
  }

  private highlightNew(addedRows: number): void {
    this.tintedRows.set(Math.min(MAX_TINTED, addedRows));
    this.tintTimer.start(TINT_MS, () => this.tintedRows.set(0));
  }

  protected pointerEntered(): void {
    this.fingerTimer.stop();
    this.hasPointer.set(true);
    this.restartIdleTimer();
  }

  private pointerMoved(): void {
    if (!this.hasPointer()) this.hasPointer.set(true);
    this.restartIdleTimer();
  }

  /** Restarts the timer after which the list follows new rows again. */
  private restartIdleTimer(): void {
    this.idleTimer.start(IDLE_MS, () => {
      this.hasPointer.set(false);
      this.hasKeyFocus.set(false);
      this.followAgain();
    });
  }

  protected pointerLeft(event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.onPointerGone();
    else this.fingerTimer.start(REVISIT_MS, () => this.onPointerGone());
  }

  protected focusIn(event: FocusEvent): void {
    this.hasKeyFocus.set(event.target instanceof Element && event.target.matches(':focus-visible'));
    this.restartIdleTimer();
  }

  protected focusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.list.contains(event.relatedTarget)) return;
    this.hasKeyFocus.set(false);
    if (!this.hasPointer()) this.followAgain();
  }

  private onPointerGone(): void {
    this.hasPointer.set(false);
    if (!this.hasKeyFocus()) this.followAgain();
  }

  /** Returns to the newest rows if only new rows moved the list. */
  private followAgain(): void {
    if (this.isPushedDown) this.toTop();
  }

  protected scrolled(): void {
    const before = this.strategy.top;
    this.strategy.onContentScrolled();
    const { top } = this.strategy;
    if (Math.abs(top - before) > 1) this.isPushedDown = false;
    this.isScrolledDown.set(top > 0);
    const above = Math.round(top / this.rowHeight());
    const row = this.rows()[above];
    if (above < this.unseen() && row !== undefined) this.newestSeen.set(this.keyOf()(row));
  }

  protected open(row: T, event: Event): void {
    // Buttons and links in a row have their own actions.
    if (event.target instanceof Element && event.target.closest('button, a') === null) this.opened.emit(row);
  }

  toTop(): void {
    this.isPushedDown = false;
    this.list.scrollTop = 0;
    this.strategy.drawAt(0, this.rows().length);
    const first = this.rows()[0];
    this.newestSeen.set(first === undefined ? null : this.keyOf()(first));
  }

  /** Moves the focus to the newest row. */
  enterFirst(): void {
    if (this.rows().length === 0) return;
    this.toTop();
    this.rowFocus.moveTo(0);
  }
}
