import { signal } from '@angular/core';
import { RowSelection } from './row-selection';

describe('row selection', () => {
  const order = signal(['a', 'b', 'c', 'd']);
  let rows: RowSelection;
  beforeEach(() => {
    order.set(['a', 'b', 'c', 'd']);
    rows = new RowSelection(order);
  });

  it('A range extends from the last toggled row to the chosen row, in both directions.', () => {
    rows.toggle('c');
    rows.extendTo('a');
    expect(rows.ids()).toEqual(['a', 'b', 'c']);
    rows.extendTo('d');
    expect(rows.ids()).toEqual(['a', 'b', 'c', 'd']);
    expect(rows.hasAll()).toBe(true);
  });

  it('A range without a first row selects only the chosen row.', () => {
    rows.extendTo('b');
    expect(rows.ids()).toEqual(['b']);
  });

  it('A range from a row that is no longer in the list selects only the chosen row.', () => {
    rows.toggle('a');
    order.set(['b', 'c']);
    rows.extendTo('c');
    expect(rows.ids()).toEqual(['c']);
  });

  it('Rows are selected and deselected one by one, or all at once.', () => {
    rows.toggle('b');
    rows.toggle('b');
    expect(rows.ids()).toEqual([]);
    rows.setAll(true);
    expect(rows.ids()).toEqual(['a', 'b', 'c', 'd']);
    rows.setAll(false);
    expect(rows.hasAll()).toBe(false);
  });
});
