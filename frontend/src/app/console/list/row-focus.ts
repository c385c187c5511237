import { type Injector, afterNextRender } from '@angular/core';

/**
 * Moves the focus to a row of a virtual list. The row may have to be drawn first. A key pressed meanwhile continues from the target
 * row, so that no press is lost.
 */
export class RowFocus {
  private heading: number | null = null;

  /** `rowAt` returns the element of a row; null if the row is not drawn. */
  constructor(
    private readonly injector: Injector,
    private readonly rowAt: (index: number) => HTMLElement | null,
  ) {}

  /** Index of the row to continue from. `active` is the index of the focused row, or negative. */
  currentIndex(active: number): number {
    return this.heading ?? active;
  }

  focusRow(index: number): void {
    this.heading = index;
    afterNextRender(
      () => {
        if (this.heading !== index) return;
        this.heading = null;
        this.rowAt(index)?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
