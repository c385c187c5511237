import { readQuickItem } from './quick-item';

describe('one line for a new item', () => {
  it.each([
    ['123 Blue dress 3', '123', 'Blue dress', 3],
    ['#A12 Hat x2', 'A12', 'Hat', 2],
    ['7 2x', '7', '', 2],
    ['105 Hat x250', '105', 'Hat', 250],
    ['105', '105', '', 1],
    ['105 Levi 501', '105', 'Levi 501', 1],
    ['105 Size 99', '105', 'Size 99', 1],
  ])('The line “%s” gives an item.', (line, itemNumber, title, totalQuantity) => {
    expect(readQuickItem(line)).toEqual({ itemNumber, title, totalQuantity });
  });

  it.each(['', '   ', '—'])('The line “%s” gives no item.', (line) => {
    expect(readQuickItem(line)).toBeNull();
  });
});
