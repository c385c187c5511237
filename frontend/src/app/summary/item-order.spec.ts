import type { SummaryItem } from '@sellary/contracts';
import { aSummaryItem } from '../../../testing/summary';
import { type Sorting, sorted } from './item-order';

const items: SummaryItem[] = [
  aSummaryItem('10', { position: 0, title: 'Scarf', waitlistCount: 3, sellOutMs: 9_000 }),
  aSummaryItem('9', { position: 1, title: null, waitlistCount: 3, sellOutMs: null }),
  aSummaryItem('A-2', { position: 2, title: 'belt', waitlistCount: 7, sellOutMs: 400 }),
];
const order = (by: Sorting['by'], descending = false): string[] => sorted(items, { by, descending }).map(({ itemNumber }) => itemNumber);

describe('the order of a summary’s items', () => {
  it('is the show’s own at first', () => {
    expect(order('order')).toEqual(['10', '9', 'A-2']);
  });

  it('counts numbers as people do', () => {
    expect(order('number')).toEqual(['9', '10', 'A-2']);
    expect(order('number', true)).toEqual(['A-2', '10', '9']);
  });

  it('keeps what has no value last, whichever way', () => {
    expect(order('title')).toEqual(['A-2', '10', '9']);
    expect(order('title', true)).toEqual(['10', 'A-2', '9']);
    expect(order('took')).toEqual(['A-2', '10', '9']);
    expect(order('took', true)).toEqual(['10', 'A-2', '9']);
  });

  it('leaves equals in the show’s order, also the other way round', () => {
    expect(order('waiting')).toEqual(['10', '9', 'A-2']);
    expect(order('waiting', true)).toEqual(['A-2', '10', '9']);
  });
});
