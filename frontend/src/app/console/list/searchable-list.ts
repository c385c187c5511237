import { Directive, inject, signal, viewChild } from '@angular/core';
import { afterPaint } from '../../ui/after-paint';
import { SearchField } from '../../ui/search-field';
import { ClearableSearch } from './clearable-search';
import { NewestFirst } from './newest-first';
import type { RowFocus } from './row-focus';
import { RowHeights } from './row-heights';

/** A panel with a list that grows at its top, and a field that searches it. */
@Directive()
export abstract class SearchableList<T> {
  protected readonly heights = inject(RowHeights);
  protected readonly query = signal('');
  protected readonly term = afterPaint(() => this.query().trim().toLowerCase(), '');
  private readonly list = viewChild<NewestFirst<T>>(NewestFirst);
  private readonly searchField = viewChild(SearchField);
  private readonly clearableSearch = new ClearableSearch<T>({
    query: this.query,
    term: this.term,
    rowFocus: () => this.rowFocus,
    isSame: (row, other) => this.isSame(row, other),
  });

  /** True if the row is or contains the other row. */
  protected abstract isSame(row: T, other: T): boolean;

  /** The focus among the rows, or undefined if the list has no rows. */
  get rowFocus(): RowFocus<T> | undefined {
    return this.list()?.rowFocus;
  }

  focus(): void {
    this.rowFocus?.enter();
  }

  search(): void {
    this.searchField()?.focus();
  }

  /** Moves the focus from the search field to the first hit. */
  protected enterFirst(): void {
    this.list()?.enterFirst();
  }

  /** Shows all rows again. A focused row keeps the focus. */
  clearSearch(): void {
    this.clearableSearch.clear();
  }
}
