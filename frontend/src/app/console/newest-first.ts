import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type TemplateRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon';

const INERT_MS = 700;

/**
 * A list that grows at its top. It holds still while someone points at it, works in it or has scrolled: what is under the
 * pointer must not change between aiming and pressing.
 */
@Component({
  selector: 'app-newest-first',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkVirtualScrollViewport, CdkFixedSizeVirtualScroll, CdkVirtualForOf, NgTemplateOutlet, Icon],
  template: `
    <cdk-virtual-scroll-viewport
      class="h-full"
      role="list"
      tabindex="0"
      [attr.aria-label]="label()"
      [itemSize]="rowHeight()"
      [minBufferPx]="rowHeight() * 4"
      [maxBufferPx]="rowHeight() * 8"
      (pointerenter)="pointed.set(true)"
      (pointerleave)="pointed.set(false)"
      (focusin)="focused.set(true)"
      (focusout)="focused.set(false)"
      (scroll)="scrolled()"
    >
      <div
        *cdkVirtualFor="let row of rows(); trackBy: trackKey"
        role="listitem"
        [class.pointer-events-none]="settling()"
        [style.height.px]="rowHeight()"
      >
        <ng-container [ngTemplateOutlet]="rowTemplate()" [ngTemplateOutletContext]="{ $implicit: row }" />
      </div>
    </cdk-virtual-scroll-viewport>
    @if (unseen() > 0) {
      <button type="button" class="act absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full! bg-raised! shadow-md" (click)="toTop()">
        {{ unseen().toLocaleString('en') }} new<app-icon name="arrow_upward" class="size-4!" />
      </button>
    }
  `,
  styles: `
    /* This list holds itself still; the browser's own attempt would come on top of it. */
    cdk-virtual-scroll-viewport {
      overflow-anchor: none;
    }
  `,
  host: { class: 'relative block min-h-0 flex-1' },
})
export class NewestFirst<T> {
  readonly rows = input.required<readonly T[]>();
  readonly keyOf = input.required<(row: T) => string>();
  readonly rowHeight = input.required<number>();
  readonly label = input.required<string>();
  readonly rowTemplate = input.required<TemplateRef<{ $implicit: T }>>();
  protected readonly pointed = signal(false);
  protected readonly focused = signal(false);
  protected readonly unseen = signal(0);
  protected readonly settling = signal(false);
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private newest: string | null = null;
  protected readonly trackKey = (_index: number, row: T): string => this.keyOf()(row);
  private readonly firstKey = computed(() => {
    const first = this.rows()[0];
    return first === undefined ? null : this.keyOf()(first);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.settleTimer));
    afterRenderEffect(() => {
      const first = this.firstKey();
      const rows = this.rows();
      untracked(() => this.holdStill(first, rows));
    });
  }

  private holdStill(first: string | null, rows: readonly T[]): void {
    const before = this.newest;
    this.newest = first;
    if (before === null || first === before) return;
    const added = rows.findIndex((row) => this.keyOf()(row) === before);
    const { scrollTop } = this.viewport().elementRef.nativeElement;
    if (added <= 0 || (scrollTop === 0 && !this.pointed() && !this.focused())) return;
    // In the same frame as the rows themselves, so that nothing moves to the eye.
    const list = this.viewport().elementRef.nativeElement;
    this.viewport().checkViewportSize();
    list.scrollTop = scrollTop + added * this.rowHeight();
    list.dispatchEvent(new Event('scroll'));
    const held = Math.round((list.scrollTop - scrollTop) / this.rowHeight());
    if (held > 0) this.unseen.update((seen) => seen + held);
    if (held < added) this.settle();
  }

  /** A list too short to scroll moves under the pointer after all: whoever was about to press must not hit another row. */
  private settle(): void {
    this.settling.set(true);
    clearTimeout(this.settleTimer);
    this.settleTimer = setTimeout(() => this.settling.set(false), INERT_MS);
  }

  protected scrolled(): void {
    const above = Math.round(this.viewport().elementRef.nativeElement.scrollTop / this.rowHeight());
    if (above < this.unseen()) this.unseen.set(above);
  }

  protected toTop(): void {
    this.viewport().scrollToIndex(0);
    this.unseen.set(0);
    this.viewport().elementRef.nativeElement.focus({ preventScroll: true });
    this.focused.set(false);
  }
}
