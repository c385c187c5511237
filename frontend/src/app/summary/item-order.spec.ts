import type { SummaryItem } from '@sellary/contracts';
import { aSummaryItem } from '../../../testing/summary';
import { type Sorting, sortItems } from './item-order';

const items: SummaryItem[] = [
  aSummaryItem('10', { position: 0, title: 'Scarf', waitlistCount: 3, sellOutMs: 9_000 }),
  aSummaryItem('9', { position: 1, title: null, waitlistCount: 3, sellOutMs: null }),
  aSummaryItem('A-2', { position: 2, title: 'belt', waitlistCount: 7, sellOutMs: 400 }),
];
const order = (by: Sorting['by'], descending = false): string[] =>
  sortItems(items, { by, descending }).map(({ itemNumber }) => itemNumber);

describe('item order', () => {
  it('Items can be sorted in show order.', () => {
    expect(order('order')).toEqual(['10', '9', 'A-2']);
  });

  it('Item numbers sort in natural order.', () => {
    expect(order('number')).toEqual(['9', '10', 'A-2']);
    expect(order('number', true)).toEqual(['A-2', '10', '9']);
  });

  it('Items without a value come last in both directions.', () => {
    expect(order('title')).toEqual(['A-2', '10', '9']);
    expect(order('title', true)).toEqual(['10', 'A-2', '9']);
    expect(order('sellOutTime')).toEqual(['A-2', '10', '9']);
    expect(order('sellOutTime', true)).toEqual(['10', 'A-2', '9']);
  });

  it('Equal items keep the show order in both directions.', () => {
    expect(order('waiting')).toEqual(['10', '9', 'A-2']);
    expect(order('waiting', true)).toEqual(['A-2', '10', '9']);
  });
});
