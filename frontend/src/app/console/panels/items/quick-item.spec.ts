import { readQuickItem } from './quick-item';

describe('a new item from one line of text', () => {
  it.each([
    ['123 Blue dress 3', '123', 'Blue dress', 3],
    ['#A12 Hat x2', 'A12', 'Hat', 2],
    ['7 2x', '7', '', 2],
    ['105 Hat x250', '105', 'Hat', 250],
    ['105', '105', '', 1],
    ['105 Levi 501', '105', 'Levi 501', 1],
    ['105 Size 99', '105', 'Size 99', 1],
  ])('The text “%s” is read as an item.', (line, itemNumber, title, totalQuantity) => {
    expect(readQuickItem(line)).toEqual({ itemNumber, title, totalQuantity, variants: null });
  });

  it.each([
    ['12 Blue dress S 2, M 3', 'Blue dress', ['S 2', 'M 3'], 5],
    ['12 Blue dress: Navy M 2, Red L 1', 'Blue dress', ['Navy M 2', 'Red L 1'], 3],
    ['12 S x2; M x1', '', ['S 2', 'M 1'], 3],
    ['12 S x250, M 3', '', ['S 250', 'M 3'], 253],
    ['12 Blue dress: S 250, M 40', 'Blue dress', ['S 250', 'M 40'], 290],
  ])('The text “%s” is read as an item with variants.', (line, title, variants, totalQuantity) => {
    const item = readQuickItem(line);
    expect(item).toMatchObject({ itemNumber: '12', title, totalQuantity });
    expect(item?.variants?.map((variant) => `${variant.name} ${variant.totalQuantity}`)).toEqual(variants);
  });

  it('A title with a comma is not read as a variant list.', () => {
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

  it.each(['', '   ', '—'])('The text “%s” is not read as an item.', (line) => {
    expect(readQuickItem(line)).toBeNull();
  });
});

describe('A price in a line of text', () => {
  const euro = { code: 'EUR', digits: 2 };

  it.each([
    ['12 Red scarf 14,90', 'Red scarf', 1, 1490],
    ['12 Red scarf 14,90 3', 'Red scarf', 3, 1490],
    ['12 Red scarf 3 14.90', 'Red scarf', 3, 1490],
    ['12 Red scarf €15 x2', 'Red scarf', 2, 1500],
    ['12 Red scarf 15 EUR', 'Red scarf', 1, 1500],
    ['12 Red scarf 15€', 'Red scarf', 1, 1500],
    ['12 Levi 501 89,00 2', 'Levi 501', 2, 8900],
    ['12 3 250,00', '', 3, 25_000],
  ])('“%s” has a title, units, and a price.', (line, title, totalQuantity, minor) => {
    expect(readQuickItem(line, euro)).toMatchObject({
      itemNumber: '12',
      title,
      totalQuantity,
      price: { parsed: { kind: 'price', minor } },
    });
  });

  it('A variant list may end with a price.', () => {
    expect(readQuickItem('12 Dress S 2, M 3 39,90', euro)).toMatchObject({
      title: 'Dress',
      totalQuantity: 5,
      price: { parsed: { minor: 3990 } },
    });
  });

  it.each(['12 Red scarf 3', '12 Levi 501', '12 Red scarf', '12'])('“%s” has no price.', (line) => {
    expect(readQuickItem(line, euro)).toEqual(readQuickItem(line));
  });

  it('An ambiguous price is reported, and no price is read without a currency.', () => {
    expect(readQuickItem('12 Coat 1.299', euro)?.price?.parsed.kind).toBe('ambiguous');
    expect(readQuickItem('12 Red scarf 14,90')).not.toHaveProperty('price');
  });
});
