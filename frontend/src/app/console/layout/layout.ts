import { DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import { TextSizeSetting } from '../../ui/text-size';
import { LIMITS, type SideColumn, type Widths } from './splits';

/**
 * `one`: tabs at the bottom · `two`: items, tabs · `three`: items, claims or Needs you, comments · `four`:
 * items, claims, comments, Needs you · `five`: also details, so that the drawer covers nothing.
 */
export type Columns = 'one' | 'two' | 'three' | 'four' | 'five';

/** Minimum widths in rem, so that large text gets fewer columns. An iPad mini in portrait has two. */
const MIN_WIDTHS: readonly [Columns, number][] = [
  ['five', 140],
  ['four', 105],
  ['three', 80],
  ['two', 46.5],
];

@Injectable({ providedIn: 'root' })
export class Layout {
  readonly columns = signal<Columns>('three');

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const sizes = inject(TextSizeSetting);
    let followedScale = sizes.scale();
    // Set immediately, because a console first drawn with the wrong columns would be built twice.
    let stop = this.follow(followedScale);
    effect(() => {
      const scale = sizes.scale();
      if (scale === followedScale) return;
      stop();
      stop = this.follow(scale);
      followedScale = scale;
    });
    inject(DestroyRef).onDestroy(() => stop());
  }

  /**
   * Updates the columns when the window changes. A rem in a media query ignores the page's text size.
   * @returns a function that stops the updates
   */
  private follow(scale: number): () => void {
    const widths = MIN_WIDTHS.map(
      ([columns, from]) => [columns, matchMedia(`(min-width: ${from * scale}rem)`)] as const,
    );
    const update = (): void => this.columns.set(widths.find(([, query]) => query.matches)?.[0] ?? 'one');
    update();
    for (const [, query] of widths) query.addEventListener('change', update);
    return () => {
      for (const [, query] of widths) query.removeEventListener('change', update);
    };
  }
}

/**
 * Returns the grid tracks for the columns. The claims column has a maximum width, so that the eye can follow
 * a row from the handle to the chip. Extra space goes to the comments and, with five columns, to the details.
 * A width chosen by the user is kept while there is room, and the claims column takes the rest.
 */
export function tracks(columns: Columns, chosen: Partial<Widths>): string {
  const side = (name: SideColumn): string =>
    `minmax(${LIMITS[name].min}rem,${chosen[name] ?? LIMITS[name].initial}rem)`;
  const shared = (name: SideColumn, share: number): string =>
    chosen[name] === undefined ? `minmax(${LIMITS[name].initial}rem,${share}fr)` : side(name);
  const claims = (max: number): string =>
    `minmax(30rem,${chosen.comments === undefined ? `${max}rem` : '1fr'})`;
  switch (columns) {
    case 'one':
      return '';
    case 'two':
      return `${Math.min(chosen.items ?? LIMITS.items.initial, 18)}rem minmax(0,1fr)`;
    case 'three':
      return `${side('items')} minmax(24rem,1fr) ${side('comments')}`;
    case 'four':
      return `${side('items')} ${claims(44)} ${shared('comments', 1)} ${side('drawer')}`;
    case 'five':
      return `${side('items')} ${claims(48)} ${shared('comments', 1.25)} ${shared('drawer', 1)} 24rem`;
  }
}
