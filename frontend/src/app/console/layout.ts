import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** `one` panel with tabs at the bottom · `two` items beside tabs · `three` items, claims, comments. */
export type Columns = 'one' | 'two' | 'three';

@Injectable({ providedIn: 'root' })
export class Layout {
  readonly columns = signal<Columns>('three');

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const [three, two] = [matchMedia('(min-width: 1280px)'), matchMedia('(min-width: 840px)')];
    const follow = (): void => this.columns.set(three.matches ? 'three' : two.matches ? 'two' : 'one');
    follow();
    for (const query of [three, two]) query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => {
      for (const query of [three, two]) query.removeEventListener('change', follow);
    });
  }
}
