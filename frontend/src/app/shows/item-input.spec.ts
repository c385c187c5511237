import { anItem } from '../../../testing/wire';
import { itemInputOf } from './item-input';

it('An item that is added again after a deletion keeps the prices and codes of its variants.', () => {
  const variant = { claimedCount: 0, waitlistCount: 0, status: 'unclaimed' } as const;
  const item = anItem('101', {
    totalQuantity: 3,
    sku: 'DRESS',
    variants: [
      { ...variant, name: 'S', totalQuantity: 2, price: 1900, sku: '4006381333931' },
      { ...variant, name: 'M', totalQuantity: 1 },
    ],
  });
  expect(itemInputOf(item)).toMatchObject({
    itemNumber: '101',
    sku: 'DRESS',
    variants: [
      { name: 'S', totalQuantity: 2, price: 1900, sku: '4006381333931' },
      { name: 'M', totalQuantity: 1, price: null, sku: null },
    ],
  });
});
