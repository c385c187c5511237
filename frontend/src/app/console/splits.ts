import { Injectable, signal } from '@angular/core';
import { keep, readKept } from '../ui/kept';

/** Widths of the side columns, in rem, so that they grow with the reader's text. */
export interface Widths {
  items: number;
  comments: number;
  drawer: number;
}
export type Side = keyof Widths;

export const LIMITS: Record<Side, { least: number; most: number; plain: number }> = {
  items: { least: 14, most: 32, plain: 20 },
  comments: { least: 16, most: 44, plain: 22 },
  drawer: { least: 20, most: 44, plain: 26 },
};
const KEY = 'sellary.splits';

/** How somebody has divided their screen, kept at this device. */
@Injectable({ providedIn: 'root' })
export class Splits {
  readonly widths = signal<Widths>(readKept(KEY, isWidths, { items: 20, comments: 22, drawer: 26 }));

  set(side: Side, rem: number): void {
    const { least, most } = LIMITS[side];
    this.widths.update((widths) => ({ ...widths, [side]: Math.min(most, Math.max(least, Math.round(rem * 4) / 4)) }));
    keep(KEY, this.widths());
  }
}

function isWidths(value: unknown): value is Widths {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(LIMITS).every(([side, { least, most }]) => {
      const width = (value as Record<string, unknown>)[side];
      return typeof width === 'number' && width >= least && width <= most;
    })
  );
}
