import { Injectable, signal } from '@angular/core';
import { storeSetting, readSetting } from '../../ui/local-setting';

/** Widths of the side columns in rem, so that they follow the text size. */
export interface Widths {
  items: number;
  comments: number;
  drawer: number;
}
export type SideColumn = keyof Widths;

/**
 * Limits in rem. `initial` is the width until the user chooses one. For a column that shares the extra space,
 * it is the minimum width until then.
 */
export const LIMITS: Record<SideColumn, { min: number; max: number; initial: number }> = {
  items: { min: 14, max: 32, initial: 20 },
  comments: { min: 16, max: 44, initial: 22 },
  drawer: { min: 20, max: 44, initial: 26 },
};
const KEY = 'sellary.splits';

/** Column widths chosen by the user, stored on this device. The layout decides the others. */
@Injectable({ providedIn: 'root' })
export class Splits {
  readonly widths = signal<Partial<Widths>>(readSetting(KEY, isWidths, {}));

  set(column: SideColumn, rem: number): void {
    const { min, max } = LIMITS[column];
    this.widths.update((widths) => ({
      ...widths,
      [column]: Math.min(max, Math.max(min, Math.round(rem * 4) / 4)),
    }));
    storeSetting(KEY, this.widths());
  }

  /** Resets a column to its automatic width. */
  reset(column: SideColumn): void {
    this.widths.update(({ [column]: _removed, ...others }) => others);
    storeSetting(KEY, this.widths());
  }
}

function isWidths(value: unknown): value is Partial<Widths> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(LIMITS).every(([column, { min, max }]) => {
      const width = (value as Record<string, unknown>)[column];
      return width === undefined || (typeof width === 'number' && width >= min && width <= max);
    })
  );
}
