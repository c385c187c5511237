import { findByCode } from './item-code';

describe('Item codes', () => {
  const items = [
    { itemNumber: '1' },
    { itemNumber: '2', sku: '036000291452' },
    { itemNumber: '3', sku: 'Dress-Blue' },
    { itemNumber: '4', sku: '007' },
    { itemNumber: '5', variants: [{ name: 'S' }, { name: 'M', sku: 'SHIRT-M' }] },
  ];

  it('A scan finds the item whether the code is read as a UPC or an EAN, and in uppercase or lowercase.', () => {
    expect(findByCode(items, '0036000291452')?.item.itemNumber).toBe('2');
    expect(findByCode(items, '36000291452')?.item.itemNumber).toBe('2');
    expect(findByCode(items, ' DRESS-BLUE ')?.item.itemNumber).toBe('3');
  });

  it("A variant's code finds the item and the variant, and an item's code finds only the item.", () => {
    expect(findByCode(items, 'shirt-m')).toMatchObject({ item: { itemNumber: '5' }, variant: 'M' });
    expect(findByCode(items, '007')).toEqual({ item: { itemNumber: '4', sku: '007' } });
  });

  it('Leading zeros in a short code matter, and an item without a code is never found.', () => {
    expect(findByCode(items, '7')).toBeNull();
    expect(findByCode(items, '')).toBeNull();
  });
});
