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
    expect(readQuickItem(line)).toEqual({ itemNumber, title, totalQuantity, variants: null });
  });

  it.each([
    ['12 Blue dress S 2, M 3', 'Blue dress', ['S 2', 'M 3'], 5],
    ['12 Blue dress: Navy M 2, Red L 1', 'Blue dress', ['Navy M 2', 'Red L 1'], 3],
    ['12 S x2; M x1', '', ['S 2', 'M 1'], 3],
    ['12 S x250, M 3', '', ['S 250', 'M 3'], 253],
    ['12 Blue dress: S 250, M 40', 'Blue dress', ['S 250', 'M 40'], 290],
  ])('The line “%s” gives an item with variants.', (line, title, variants, totalQuantity) => {
    const item = readQuickItem(line);
    expect(item).toMatchObject({ itemNumber: '12', title, totalQuantity });
    expect(item?.variants?.map((one) => `${one.name} ${one.totalQuantity}`)).toEqual(variants);
  });

  it('A title with a comma is no list of variants.', () => {
    expect(readQuickItem('12 Dress, blue 3')).toMatchObject({
      title: 'Dress, blue',
      totalQuantity: 3,
      variants: null,
    });
    expect(readQuickItem('12 Levi 501, black 3')).toMatchObject({
      title: 'Levi 501, black',
      totalQuantity: 3,
      variants: null,
    });
  });

  it.each(['', '   ', '—'])('The line “%s” gives no item.', (line) => {
    expect(readQuickItem(line)).toBeNull();
  });
});
