import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { LIMITS, type SideColumn, Splits } from './splits';

/** The edge between two columns. Moves by dragging or arrow keys; a double click resets it. */
@Component({
  selector: 'app-splitter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  host: {
    role: 'separator',
    'aria-orientation': 'vertical',
    tabindex: '0',
    class:
      'absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none hover:bg-focus/30 focus-visible:bg-focus/40',
    '[class]': "isOnLeft() ? '-right-1' : '-left-1'",
    '[attr.aria-label]': 'label()',
    '[attr.aria-valuenow]': 'width()',
    '[attr.aria-valuemin]': 'limits().min',
    '[attr.aria-valuemax]': 'limits().max',
    '(pointerdown)': 'grab($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'drop($event)',
    '(dblclick)': 'splits.reset(column())',
    '(focus)': 'measure()',
    '(keydown.arrowleft)': 'nudge(-1)',
    '(keydown.arrowright)': 'nudge(1)',
  },
})
export class Splitter {
  protected readonly splits = inject(Splits);
  readonly column = input.required<SideColumn>();
  /** True if the column is on the left. It then grows to the right. */
  protected readonly isOnLeft = computed(() => this.column() === 'items');
  readonly label = input.required<string>();
  protected readonly limits = computed(() => LIMITS[this.column()]);
  /** The current width in rem; null before it is measured. */
  private readonly measured = signal<number | null>(null);
  protected readonly width = computed(
    () => this.splits.widths()[this.column()] ?? this.measured() ?? this.limits().initial,
  );
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private dragStart: { x: number; width: number } | null = null;

  protected grab(event: PointerEvent): void {
    this.measure();
    this.dragStart = { x: event.clientX, width: this.width() };
    (event.target as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  protected drag(event: PointerEvent): void {
    if (!this.dragStart) return;
    const delta = (event.clientX - this.dragStart.x) / pixelsPerRem();
    this.splits.set(this.column(), this.dragStart.width + (this.isOnLeft() ? delta : -delta));
  }

  protected drop(event: PointerEvent): void {
    this.dragStart = null;
    (event.target as Element).releasePointerCapture(event.pointerId);
  }

  protected measure(): void {
    const pixels = this.element.parentElement?.offsetWidth ?? 0;
    this.measured.set(pixels > 0 ? Math.round((pixels / pixelsPerRem()) * 4) / 4 : null);
  }

  protected nudge(deltaRem: number): void {
    this.measure();
    this.splits.set(this.column(), this.width() + (this.isOnLeft() ? deltaRem : -deltaRem));
  }
}

function pixelsPerRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
