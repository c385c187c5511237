import { type Injector, afterNextRender } from '@angular/core';

/**
 * Moves the focus to a row of a virtual list: at once if the row is drawn, so that the next key acts on it. A
 * row that is not drawn yet gets the focus when it is. A key pressed meanwhile continues from the target row,
 * so that no press is lost.
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
    const row = this.rowAt(index);
    if (row !== null) {
      this.heading = null;
      row.focus({ preventScroll: true });
      return;
    }
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
