import { Injectable, signal } from '@angular/core';
import { keep, readKept } from '../../ui/kept';

/** Widths of the side columns, in rem, so that they grow with the reader's text. */
export interface Widths {
  items: number;
  comments: number;
  drawer: number;
}
export type Side = keyof Widths;

/** `plain` is the width where nobody has chosen one, and the least that an automatic column has. */
export const LIMITS: Record<Side, { least: number; most: number; plain: number }> = {
  items: { least: 14, most: 32, plain: 20 },
  comments: { least: 16, most: 44, plain: 22 },
  drawer: { least: 20, most: 44, plain: 26 },
};
const KEY = 'sellary.splits';

/** How somebody has divided their screen, kept at this device; what they have not moved is left to the layout. */
@Injectable({ providedIn: 'root' })
export class Splits {
  readonly chosen = signal<Partial<Widths>>(readKept(KEY, isWidths, {}));

  set(side: Side, rem: number): void {
    const { least, most } = LIMITS[side];
    this.chosen.update((chosen) => ({ ...chosen, [side]: Math.min(most, Math.max(least, Math.round(rem * 4) / 4)) }));
    keep(KEY, this.chosen());
  }

  /** Back to what the layout makes of it. */
  forget(side: Side): void {
    this.chosen.update(({ [side]: _forgotten, ...others }) => others);
    keep(KEY, this.chosen());
  }
}

function isWidths(value: unknown): value is Partial<Widths> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(LIMITS).every(([side, { least, most }]) => {
      const width = (value as Record<string, unknown>)[side];
      return width === undefined || (typeof width === 'number' && width >= least && width <= most);
    })
  );
}
