import { Directive, inject } from '@angular/core';
import { RowGrid, type RowMover, focusTargetsOf } from './row-grid';

/** A row grid that draws all its rows, even outside the visible part. */
@Directive({ selector: '[appDrawnRows]', hostDirectives: [RowGrid] })
export class DrawnRows implements RowMover {
  readonly pageRows = 10;
  private readonly grid = inject(RowGrid);
  private lastRow: HTMLElement | null = null;

  constructor() {
    this.grid.appRowGrid.set(this);
  }

  enter(): void {
    const rows = this.rows();
    const row = rows.find((other) => other === this.lastRow) ?? rows[0];
    if (row) focusTargetsOf(row)[0]?.focus();
  }

  onRowFocus(row: HTMLElement): void {
    this.lastRow = row;
  }

  /** Moves by rows, in the focused control's column. */
  move(by: number): void {
    const rows = this.rows();
    const { activeElement } = document;
    const from = rows.findIndex((row) => row.contains(activeElement));
    const row = rows[Math.min(Math.max(from + by, 0), rows.length - 1)];
    const current = rows[from];
    if (!row || row === current) return;
    const targets = focusTargetsOf(row);
    const column = current ? focusTargetsOf(current).findIndex((target) => target === activeElement) : 0;
    (targets[column] ?? targets[0])?.focus();
  }

  private rows(): HTMLElement[] {
    return [...this.grid.list.querySelectorAll<HTMLElement>('[role=row]')];
  }
}
