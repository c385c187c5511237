import { type Signal, type WritableSignal, afterRenderEffect, untracked } from '@angular/core';
import { formatNumber } from '../../i18n/format-locale';
import type { RowFocus } from './row-focus';

interface Search<T> {
  readonly query: WritableSignal<string>;
  /** The search text that the drawn rows match. It follows `query` after a moment. */
  readonly term: Signal<string>;
  readonly rowFocus: () => Pick<RowFocus<T>, 'active' | 'focusFirst'> | undefined;
  /** True if the row is or contains the other row. */
  readonly isSame: (row: T, other: T) => boolean;
}

/** Clears a list's search, and keeps the focus on its row. Create it in an injection context. */
export class ClearableSearch<T> {
  /** The row that gets the focus once all rows are drawn. */
  private row: T | null = null;

  constructor(private readonly search: Search<T>) {
    afterRenderEffect(() => {
      if (search.term() === '') untracked(() => this.focusRow());
    });
  }

  clear(): void {
    // Without a search, nothing is drawn anew, and the row would get the focus after a later search.
    if (this.search.query() === '' && this.search.term() === '') return;
    this.row = this.search.rowFocus()?.active() ?? null;
    this.search.query.set('');
  }

  private focusRow(): void {
    const { row } = this;
    if (row === null) return;
    this.row = null;
    // The operator may be typing elsewhere by now.
    if (document.activeElement instanceof HTMLInputElement) return;
    this.search.rowFocus()?.focusFirst((other) => this.search.isSame(other, row));
  }
}

/** The number of rows that a search found. */
export function foundText(found: number, total: number): string {
  return $localize`:Number of rows that a search found@@console.list.found:${formatNumber(found)}:found: of ${formatNumber(total)}:total: found`;
}
