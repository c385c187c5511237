import { type Injector, afterNextRender } from '@angular/core';

/**
 * Takes the focus to a row of a list that draws only what is in sight. The row may have to be drawn first: keys pressed meanwhile go on from where the
 * focus is heading, so that no press is lost, however fast they come.
 */
export class RowFocus {
  private heading: number | null = null;

  /** `rowAt` finds a drawn row. */
  constructor(
    private readonly injector: Injector,
    private readonly rowAt: (index: number) => HTMLElement | null,
  ) {}

  /** The row to move on from; `active` is the one that has the focus now, below zero where none has. */
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
