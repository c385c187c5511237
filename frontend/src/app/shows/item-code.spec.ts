import { itemWithCode } from './item-code';

describe('The code of an item', () => {
  const items = [
    { itemNumber: '1' },
    { itemNumber: '2', sku: '036000291452' },
    { itemNumber: '3', sku: 'Dress-Blue' },
    { itemNumber: '4', sku: '007' },
  ];

  it('A scan finds its item, whether the scanner sends a UPC or an EAN, and in any case of letters.', () => {
    expect(itemWithCode(items, '0036000291452')?.itemNumber).toBe('2');
    expect(itemWithCode(items, '36000291452')?.itemNumber).toBe('2');
    expect(itemWithCode(items, ' DRESS-BLUE ')?.itemNumber).toBe('3');
  });

  it('Short codes are compared with their zeros, and an item without a code is never found.', () => {
    expect(itemWithCode(items, '7')).toBeNull();
    expect(itemWithCode(items, '')).toBeNull();
  });
});
