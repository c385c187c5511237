import { DestroyRef, type Injector, afterNextRender } from '@angular/core';

/** Frames within which a list that was just added to the page draws its rows, also on a slow device. */
const MAX_FRAMES = 60;

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
  ) {
    injector.get(DestroyRef).onDestroy(() => (this.heading = null));
  }

  /** True while the row that gets the focus is not drawn yet. */
  get isPending(): boolean {
    return this.heading !== null;
  }

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
    this.focusWhenDrawn(index, MAX_FRAMES);
  }

  private focusWhenDrawn(index: number, frames: number): void {
    afterNextRender(
      () => {
        if (this.heading !== index) return;
        const row = this.rowAt(index);
        if (row === null && frames > 1) {
          requestAnimationFrame(() => this.heading === index && this.focusWhenDrawn(index, frames - 1));
          return;
        }
        this.heading = null;
        row?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
