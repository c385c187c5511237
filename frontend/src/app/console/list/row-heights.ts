import { Injectable, computed, inject, signal } from '@angular/core';
import { DestroyRef } from '@angular/core';

/**
 * Row heights in rem for a fine and a coarse pointer. Virtual lists need fixed heights; rem follows the text
 * size of the browser.
 */
const ROWS = { item: [2.75, 3.5], claim: [2.5, 3.25], comment: [3.5, 4] } as const;

@Injectable({ providedIn: 'root' })
export class RowHeights {
  private readonly coarse = signal(false);
  private readonly rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  readonly item = computed(() => this.pixels('item'));
  readonly claim = computed(() => this.pixels('claim'));
  readonly comment = computed(() => this.pixels('comment'));

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const query = matchMedia('(pointer: coarse)');
    const follow = (): void => this.coarse.set(query.matches);
    follow();
    query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  }

  private pixels(row: keyof typeof ROWS): number {
    return ROWS[row][this.coarse() ? 1 : 0] * this.rem;
  }
}
