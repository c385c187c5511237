import { Injectable, signal } from '@angular/core';
import { storeSetting, readSetting } from '../../ui/local-setting';

/** Widths of the side columns in rem, so that they follow the text size. */
export interface Widths {
  items: number;
  comments: number;
  drawer: number;
}
export type Side = keyof Widths;

/**
 * Limits in rem. `initial` is the width until the user chooses one, and the minimum of an automatic column.
 */
export const LIMITS: Record<Side, { min: number; max: number; initial: number }> = {
  items: { min: 14, max: 32, initial: 20 },
  comments: { min: 16, max: 44, initial: 22 },
  drawer: { min: 20, max: 44, initial: 26 },
};
const KEY = 'sellary.splits';

/** Column widths that the user chose, stored on this device. The layout decides the others. */
@Injectable({ providedIn: 'root' })
export class Splits {
  readonly chosen = signal<Partial<Widths>>(readSetting(KEY, isWidths, {}));

  set(side: Side, rem: number): void {
    const { min, max } = LIMITS[side];
    this.chosen.update((chosen) => ({
      ...chosen,
      [side]: Math.min(max, Math.max(min, Math.round(rem * 4) / 4)),
    }));
    storeSetting(KEY, this.chosen());
  }

  /** Returns a column to its automatic width. */
  forget(side: Side): void {
    this.chosen.update(({ [side]: _forgotten, ...others }) => others);
    storeSetting(KEY, this.chosen());
  }
}

function isWidths(value: unknown): value is Partial<Widths> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(LIMITS).every(([side, { min, max }]) => {
      const width = (value as Record<string, unknown>)[side];
      return width === undefined || (typeof width === 'number' && width >= min && width <= max);
    })
  );
}
