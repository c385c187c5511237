import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** `one` panel with tabs at the bottom · `two` items beside tabs · `three` items, claims, comments · `four` and what needs a person. */
export type Columns = 'one' | 'two' | 'three' | 'four';

const STEPS: readonly [Columns, number][] = [
  ['four', 1680],
  ['three', 1280],
  ['two', 840],
];

@Injectable({ providedIn: 'root' })
export class Layout {
  readonly columns = signal<Columns>('three');

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const widths = STEPS.map(([columns, from]) => [columns, matchMedia(`(min-width: ${from}px)`)] as const);
    const follow = (): void => this.columns.set(widths.find(([, query]) => query.matches)?.[0] ?? 'one');
    follow();
    for (const [, query] of widths) query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => {
      for (const [, query] of widths) query.removeEventListener('change', follow);
    });
  }
}
