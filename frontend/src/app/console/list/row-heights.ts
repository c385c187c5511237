import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { TextSizeSetting } from '../../ui/text-size';

/**
 * Row heights in rem for a fine and a coarse pointer. Virtual lists need fixed heights, and rem follows the
 * browser's text size.
 */
const HEIGHTS = { item: [2.75, 3.5], claim: [2.5, 3.25], comment: [3.5, 4] } as const;

@Injectable({ providedIn: 'root' })
export class RowHeights {
  private readonly isCoarse = signal(false);
  private readonly sizes = inject(TextSizeSetting);
  /** Pixels per rem at the browser's text size. */
  private readonly rem = browserRem(this.sizes.scale());
  readonly item = computed(() => this.pixels('item'));
  readonly claim = computed(() => this.pixels('claim'));
  readonly comment = computed(() => this.pixels('comment'));

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const query = matchMedia('(pointer: coarse)');
    const update = (): void => this.isCoarse.set(query.matches);
    update();
    query.addEventListener('change', update);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', update));
  }

  private pixels(row: keyof typeof HEIGHTS): number {
    return HEIGHTS[row][this.isCoarse() ? 1 : 0] * this.rem * this.sizes.scale();
  }
}

function browserRem(scale: number): number {
  const root = document.documentElement;
  const pixels = Number.parseFloat(getComputedStyle(root).fontSize) || 16;
  // The console may already have applied its text size.
  return root.style.fontSize === '' ? pixels : pixels / scale;
}
