import { anItem } from '../../../testing/wire';
import { movesFor, reordered } from './reorder';

const itemsAt = (...positions: number[]) =>
  positions.map((position, index) => anItem(`${index + 1}`, { position }));
const numbers = (items: ReturnType<typeof itemsAt>) => items.map(({ itemNumber }) => itemNumber).join('');

describe('reordering items', () => {
  it.each([
    [0, 3, '2341'],
    [3, 0, '4123'],
    [1, 2, '1324'],
    [2, 1, '1324'],
  ])('Moving the item from %i to %i gives the order %s.', (from, to, order) => {
    const items = itemsAt(0, 1, 2, 3);
    expect(numbers(reordered(items, movesFor(items, from, to)))).toBe(order);
  });

  it('A move changes only one item if a position is free there or the item moves to the end of the list.', () => {
    expect(movesFor(itemsAt(0, 10, 20, 30), 3, 1)).toEqual([{ id: 'item-4', position: 5 }]);
    expect(movesFor(itemsAt(0, 1, 2, 3), 0, 3)).toEqual([{ id: 'item-1', position: 4 }]);
  });

  it('A move to the same place or outside the list changes nothing.', () => {
    expect(movesFor(itemsAt(0, 1), 1, 1)).toEqual([]);
    expect(movesFor(itemsAt(0, 1), 0, 9)).toEqual([]);
  });
});
